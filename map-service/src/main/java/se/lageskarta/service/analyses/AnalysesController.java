package se.lageskarta.service.analyses;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Every analysis at an address of its own. */
@RestController
class AnalysesController {
    /** Rows of one table in an answer; the whole table is in the file. */
    static final int MAX_TABLE_ROWS = 5_000;
    /** Places in an answer: some 40 MB of polygons. */
    static final int MAX_PLACES = 200_000;

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String TIFF = "image/tiff";
    /** Spreadsheets take a file without it for one of the machine's own encoding, and break å, ä and ö. */
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    /** Seconds after which asking again makes sense when too many wait. */
    private static final String RETRY_AFTER = "10";

    private final Questions questions;
    private final AskedData data;
    private final RunAnalysis run;
    private final AnalysisRuns runs;
    private final Answers answers;
    private final JsonMapper json;

    AnalysesController(
            Questions questions, AskedData data, RunAnalysis run, AnalysisRuns runs, Answers answers, JsonMapper json) {
        this.questions = questions;
        this.data = data;
        this.run = run;
        this.runs = runs;
        this.answers = answers;
        this.json = json;
    }

    @FilterParameters
    @GetMapping("/api/analyses")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Question question = questions.of(Parameters.of(request.getParameterMap(), Questions.PARAMETERS));
        Locale language = Texts.language(request);
        response.addHeader("Vary", "Accept-Language");
        EntityTag tag = EntityTag.of(
                "analyses",
                Version.current(),
                question.facts().revision() + "|" + question.key(),
                language.getLanguage());
        answers.json(
                request,
                response,
                tag,
                () -> AnalysisList.of(data.of(question, AnalysisQuestion.DEFAULT_SEED), question.invented(), language));
    }

    @FilterParameters
    @Parameter(name = "seed", in = ParameterIn.QUERY, description = "Seed of what is drawn by lot; default 20240101")
    @Parameter(name = "run", in = ParameterIn.QUERY, description = "Name by which the same account may cancel the run")
    @GetMapping("/api/analyses/{method}")
    void one(@PathVariable String method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnalysisRequest asked = AnalysisRequest.of(method, request.getParameterMap(), questions);
        Locale language = Texts.language(request);
        response.addHeader("Vary", "Accept-Language");
        EntityTag tag = EntityTag.of("analysis", Version.current(), asked.key(), language.getLanguage());
        answers.written(request, response, tag, Answers.JSON, out -> write(answer(asked, response), language, out));
    }

    @FilterParameters
    @Parameter(name = "seed", in = ParameterIn.QUERY, description = "Seed of what is drawn by lot; default 20240101")
    @Parameter(name = "run", in = ParameterIn.QUERY, description = "Name by which the same account may cancel the run")
    @GetMapping({"/api/analyses/{method}.csv", "/api/analyses/{method}.geojson", "/api/analyses/{method}.tif"})
    void file(@PathVariable String method, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        String extension = path.substring(path.lastIndexOf('.') + 1);
        AnalysisRequest asked = AnalysisRequest.of(method, request.getParameterMap(), questions);
        Locale language = Texts.language(request);
        EntityTag tag = EntityTag.of("analysis", Version.current(), asked.key(), language.getLanguage(), extension);
        response.setHeader("Vary", "Accept-Language, Accept-Encoding");
        response.setHeader("Cache-Control", Answers.ASK_EACH_TIME);
        // weak, so that the container compresses while it streams
        response.setHeader("ETag", "W/" + tag.header(false));
        if (tag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Answered answered = answer(asked, response);
        AnswerFiles files =
                new AnswerFiles(answered.result(), AnswerText.in(language, answered.result(), answered.advice()));
        if (extension.equals("tif") && !files.hasRaster()) {
            throw ProblemException.of(422, "analysis.no-surface", method);
        }
        response.setContentType(
                switch (extension) {
                    case "csv" -> CSV;
                    case "tif" -> TIFF;
                    default -> Answers.GEOJSON;
                });
        response.setHeader("Content-Disposition", "attachment; filename=\"" + method + "." + extension + "\"");
        try (OutputStream out = response.getOutputStream()) {
            switch (extension) {
                case "csv" -> {
                    out.write(BYTE_ORDER_MARK);
                    files.csv(out);
                }
                case "tif" -> files.geoTiff(out);
                default -> files.geoJson(out, Integer.MAX_VALUE);
            }
        }
    }

    @DeleteMapping("/api/analyses/runs/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        if (!runs.cancel(account(), id)) {
            throw ProblemException.of(404, "analysis.no-run");
        }
        return ResponseEntity.noContent().build();
    }

    private Answered answer(AnalysisRequest asked, HttpServletResponse response) {
        try {
            return run.answer(asked, account());
        } catch (ProblemException problem) {
            if (problem.status() == 429) {
                response.setHeader("Retry-After", RETRY_AFTER);
            }
            throw problem;
        }
    }

    private void write(Answered answered, Locale language, OutputStream out) throws IOException {
        int places = answered.result().places() == null
                ? 0
                : answered.result().places().table().size();
        List<Words> advice = new ArrayList<>(answered.advice());
        if (places > MAX_PLACES) {
            advice.add(tooManyPlaces(places));
        }
        AnswerText text = AnswerText.in(language, answered.result(), advice);
        Map<String, @Nullable Object> members = text.members();
        members.put("computedMillis", answered.millis());
        members.put("tables", text.tables(MAX_TABLE_ROWS));
        members.put("surface", answered.result().raster() != null);
        members.put("placeCount", places);
        members.put("invented", answered.invented());
        byte[] head = json.writeValueAsBytes(members);
        out.write(head, 0, head.length - 1);
        out.write(",\"features\":".getBytes(StandardCharsets.UTF_8));
        if (answered.result().places() == null || places > MAX_PLACES) {
            out.write("null".getBytes(StandardCharsets.UTF_8));
        } else {
            try (FeatureWriter writer = new FeatureWriter(out)) {
                new AnswerFiles(answered.result(), text).features(writer);
            }
        }
        out.write('}');
    }

    private static Words tooManyPlaces(int places) {
        return new Words(
                places + " platser är fler än kartan visar (högst " + MAX_PLACES
                        + "); hämta dem som fil, eller välj större rutor eller kortare period.",
                places + " places are more than the map shows (at most " + MAX_PLACES
                        + "); download them as a file, or choose larger squares or a shorter period.");
    }

    private static String account() {
        Person person = Person.current();
        return person == null ? "" : person.getUsername();
    }
}
