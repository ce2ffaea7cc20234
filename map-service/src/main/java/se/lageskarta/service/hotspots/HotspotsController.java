package se.lageskarta.service.hotspots;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/** The ranked list of hotspots, and one hotspot with what its panel shows. */
@RestController
class HotspotsController {
    private static final int DEFAULT_LIMIT = 500;
    /** Some 15 MB of outlines: more than any list shows, enough for a county. */
    private static final int MAX_LIMIT = 10_000;

    private static final Set<String> LIST_PARAMETERS = with("limit", "bbox", "profile");
    private static final List<String> PROFILES = List.of("plain", "explain");

    private final Questions questions;
    private final FindHotspots find;
    private final MeasuresHere measures;
    private final SpotsHere spots;
    private final WhereItWas whereItWas;
    private final Answers answers;

    HotspotsController(
            Questions questions,
            FindHotspots find,
            MeasuresHere measures,
            SpotsHere spots,
            WhereItWas whereItWas,
            Answers answers) {
        this.questions = questions;
        this.find = find;
        this.measures = measures;
        this.spots = spots;
        this.whereItWas = whereItWas;
        this.answers = answers;
    }

    @FilterParameters
    @Parameter(name = "eps", in = ParameterIn.QUERY, description = "Greatest distance between neighbours, metres")
    @Parameter(name = "minPts", in = ParameterIn.QUERY, description = "Least number within that distance")
    @Parameter(name = "compare", in = ParameterIn.QUERY, description = "previous-years or none")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Most hotspots in the answer, 1 to 10000")
    @Parameter(name = "bbox", in = ParameterIn.QUERY, description = "west,south,east,north in degrees")
    @Parameter(name = "profile", in = ParameterIn.QUERY, description = "explain adds times and places of each hotspot")
    @GetMapping("/api/hotspots")
    void hotspots(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), LIST_PARAMETERS);
        HotspotQuestion asked = HotspotQuestion.of(questions, parameters, Viewer.of(request));
        int limit = parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Bounds box = parameters.box("bbox");
        boolean explain = parameters.word("profile", "plain", PROFILES).equals("explain");
        long measured = measures.revision();
        long spotted = spots.revision();
        EntityTag tag = EntityTag.of(
                "hotspots",
                Version.current(),
                asked.key(),
                asked.question().facts().revision() + "|" + limit + "|" + box + "|" + explain + "|" + measured + "|"
                        + spotted);
        answers.geoJson(request, response, tag, out -> write(asked, limit, box, explain, measured, out));
    }

    @FilterParameters
    @Parameter(name = "eps", in = ParameterIn.QUERY, description = "Greatest distance between neighbours, metres")
    @Parameter(name = "minPts", in = ParameterIn.QUERY, description = "Least number within that distance")
    @Parameter(name = "compare", in = ParameterIn.QUERY, description = "previous-years or none")
    @GetMapping("/api/hotspots/{id}")
    void hotspot(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), HotspotQuestion.PARAMETERS);
        HotspotQuestion asked = HotspotQuestion.of(questions, parameters, Viewer.of(request));
        HotspotSet set = find.in(asked);
        PlacedHotspot found = set.find(id).orElseThrow(() -> new RefusedRequestException(
                        404, List.of(FieldFault.of("id", id, "hotspots.unknown")))
                .with("now", whereItWas.of(id, set, spots.in(asked, set))));
        long measured = measures.revision();
        long spotted = spots.revision();
        EntityTag tag = EntityTag.of(
                "hotspot",
                Version.current(),
                asked.key(),
                asked.question().facts().revision() + "|" + measured + "|" + spotted,
                id);
        answers.geoJson(
                request,
                response,
                tag,
                out -> FeatureWriter.writeAlone(
                        HotspotShape.of(asked)
                                .explained(
                                        found,
                                        measures.at(found, measured),
                                        spots.in(asked, find.in(asked)).get(found.id())),
                        out));
    }

    private void write(
            HotspotQuestion asked, int limit, @Nullable Bounds box, boolean explain, long measured, OutputStream out)
            throws IOException {
        HotspotSet set = find.in(asked);
        List<PlacedHotspot> matched = box == null ? set.hotspots() : set.within(box);
        HotspotShape shape = HotspotShape.of(asked);
        Map<String, Spot> here = spots.in(asked, set);
        try (FeatureWriter writer = new FeatureWriter(out)) {
            int returned = Math.min(limit, matched.size());
            for (PlacedHotspot hotspot : matched.subList(0, returned)) {
                MeasuresHere.Here planned = measures.at(hotspot, measured);
                Spot spot = here.get(hotspot.id());
                writer.feature(
                        explain ? shape.explained(hotspot, planned, spot) : shape.listed(hotspot, planned, spot));
            }
            writer.member("numberMatched", matched.size());
            writer.member("numberReturned", returned);
            // how many there are in all, a mark of all rows, how many lie outside: nothing for those who get bands
            List<Map<String, @Nullable Object>> analyses = asked.masked()
                    ? List.of()
                    : set.analyses().stream().map(AnalysisReport::of).toList();
            writer.member("analysis", analyses.isEmpty() ? null : analyses.get(0));
            writer.member("analyses", analyses);
            writer.member("invented", asked.question().invented());
            if (asked.masked()) {
                writer.member("told", told(asked.question()));
            } else {
                writer.member("notCounted", asked.question().inNoStream());
            }
        }
    }

    /** What the answer is about when it is not just what was asked; days are null when the data fill no year. */
    private static Map<String, @Nullable Object> told(Question question) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("from", question.from());
        told.put("to", question.to());
        return told;
    }

    private static Set<String> with(String... more) {
        Set<String> all = new TreeSet<>(HotspotQuestion.PARAMETERS);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
