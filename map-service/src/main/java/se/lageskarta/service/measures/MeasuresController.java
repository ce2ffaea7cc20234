package se.lageskarta.service.measures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.StoredAnswer;
import tools.jackson.databind.json.JsonMapper;

/** Measures as GeoJSON: read, plan, change, withdraw and restore, each change from a version its writer has seen. */
@RestController
class MeasuresController {
    private static final String GEOJSON = "application/geo+json";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final Measures measures;
    private final MeasureQuestions questions;
    private final EditMeasures editing;
    private final Surroundings surroundings;
    private final Answers answers;
    private final JsonMapper mapper;
    private final Clock clock;

    MeasuresController(
            Measures measures,
            MeasureQuestions questions,
            EditMeasures editing,
            Surroundings surroundings,
            Answers answers,
            JsonMapper mapper,
            Clock clock) {
        this.measures = measures;
        this.questions = questions;
        this.editing = editing;
        this.surroundings = surroundings;
        this.answers = answers;
        this.mapper = mapper;
        this.clock = clock.withZone(EditMeasures.SWEDEN);
    }

    @GetMapping("/api/measures")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "How far they have come, such as decided,done")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "The organisation that answers for them")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "Kinds of the measure catalogue, such as LJU-1")
    @Parameter(name = "spot", in = ParameterIn.QUERY, description = "Numbers of lasting places they are for")
    @Parameter(name = "bbox", in = ParameterIn.QUERY, description = "Where: west,south,east,north in degrees")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 10000")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), MeasureQuestions.LISTED);
        MeasureFilter filter = questions.filter(parameters);
        int limit = parameters.whole("limit", MeasureQuestions.MAX_LISTED, 1, MeasureQuestions.MAX_LISTED);
        int offset = parameters.whole("offset", 0, 0, Integer.MAX_VALUE);
        LocalDate today = LocalDate.now(clock);
        EntityTag tag = EntityTag.of(
                "measures", filter.key(), limit + "+" + offset, "" + measures.revision(), today.toString());
        answers.geoJson(request, response, tag, out -> {
            List<Measure> found = measures.all(filter);
            List<Measure> shown = found.stream().skip(offset).limit(limit).toList();
            try (FeatureWriter writer = new FeatureWriter(out)) {
                for (Measure measure : shown) {
                    writer.feature(MeasureFeature.of(measure, today));
                }
                writer.member("numberMatched", found.size());
                writer.member("numberReturned", shown.size());
            }
        });
    }

    @PostMapping(
            path = "/api/measures",
            consumes = {MediaType.APPLICATION_JSON_VALUE, GEOJSON})
    void plan(HttpServletRequest request, HttpServletResponse response, Principal who) throws IOException {
        Feature sent = SentFeature.of(request);
        MeasurePlan plan = MeasureFeature.plan(sent, MeasureStatus.PROPOSED);
        Measure measure = editing.plan(plan, surroundings.asKnown(MeasureFeature.confirmsOwner(sent)), who.getName());
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", "/api/measures/" + measure.id());
        send(measure, request, response);
    }

    @GetMapping("/api/measures/{id}")
    void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Measure measure =
                measures.find(number(id)).filter(found -> !found.isWithdrawn()).orElseThrow(ProblemException::notFound);
        if (!StoredAnswer.sendNotModified(request, response, tag(measure), Answers.ASK_EACH_TIME)) {
            send(measure, request, response);
        }
    }

    /** Every saved state of a measure, also of a withdrawn one, the first first. */
    @GetMapping("/api/measures/{id}/history")
    void history(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<MeasureRevision> states = measures.history(number(id));
        if (states.isEmpty()) {
            throw ProblemException.notFound();
        }
        EntityTag tag = EntityTag.of("measure-history", id, "" + states.size());
        answers.geoJson(request, response, tag, out -> {
            try (FeatureWriter writer = new FeatureWriter(out)) {
                for (MeasureRevision state : states) {
                    writer.feature(MeasureFeature.of(state));
                }
            }
        });
    }

    @PutMapping(
            path = "/api/measures/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, GEOJSON})
    void change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            HttpServletResponse response,
            Principal who)
            throws IOException {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = number(id);
        Feature sent = SentFeature.of(request);
        MeasureStatus present =
                measures.find(number).orElseThrow(ProblemException::notFound).status();
        try {
            PlanCheck check = surroundings.asKnown(MeasureFeature.confirmsOwner(sent));
            Measure changed = editing.change(number, expected, MeasureFeature.plan(sent, present), check, who.getName())
                    .orElseThrow(ProblemException::notFound);
            send(changed, request, response);
        } catch (StaleMeasureException stale) {
            throw stale(stale.current()).with("yours", json(sent));
        }
    }

    @DeleteMapping("/api/measures/{id}")
    void withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletResponse response,
            Principal who)
            throws IOException {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        try {
            editing.withdraw(number(id), expected, who.getName()).orElseThrow(ProblemException::notFound);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (StaleMeasureException stale) {
            throw stale(stale.current());
        }
    }

    /** Takes a withdrawal back. */
    @PostMapping("/api/measures/{id}/restore")
    void restore(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Principal who)
            throws IOException {
        send(editing.restore(number(id), who.getName()).orElseThrow(ProblemException::notFound), request, response);
    }

    private void send(Measure measure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = bytes(MeasureFeature.of(measure, LocalDate.now(clock)));
        StoredAnswer.asIs(bytes, GEOJSON).send(request, response, tag(measure), Answers.ASK_EACH_TIME);
    }

    private ProblemException stale(Measure current) throws IOException {
        return ProblemException.of(412, "measure.stale", current.updatedBy(), (int) current.version())
                .with("current", json(MeasureFeature.of(current, LocalDate.now(clock))));
    }

    private Object json(Feature feature) throws IOException {
        return mapper.readTree(bytes(feature));
    }

    private static byte[] bytes(Feature feature) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        FeatureWriter.writeAlone(feature, bytes);
        return bytes.toByteArray();
    }

    private static EntityTag tag(Measure measure) {
        return new EntityTag("v" + measure.version());
    }

    /** The number in a path; a text that is no number names nothing. */
    static long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(id);
    }
}
