package se.lageskarta.service.waves;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** What a wave says, as numbers and as tables. */
@RestController
class WaveResultsController {
    private static final String CSV = "text/csv;charset=utf-8";
    private static final String LINE_END = "\r\n";

    private final SurveyWaves waves;
    private final SurveyMarks marks;
    private final WaveResults results;

    WaveResultsController(SurveyWaves waves, SurveyMarks marks, WaveResults results) {
        this.waves = waves;
        this.marks = marks;
        this.results = results;
    }

    @GetMapping("/api/survey-waves/{id}/results")
    ResponseEntity<WaveResults.Results> results(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(results.of(wave(id), mayPoints()));
    }

    /** The results as a table: question, answer, people. */
    @GetMapping("/api/survey-waves/{id}/results.csv")
    void table(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        SurveyWave wave = wave(id);
        WaveResults.Results found = results.of(wave, mayPoints());
        StringBuilder csv = new StringBuilder("question,answer,people").append(LINE_END);
        line(csv, "people", "", found.people());
        line(csv, "feels", "unsafe", found.peopleUnsafe());
        line(csv, "feels", "safe", found.peopleSafe());
        found.reasons().forEach(said -> line(csv, "reason", said.code(), said.people()));
        found.times().forEach(said -> line(csv, "time", said.code(), said.people()));
        found.own().forEach(own -> own.answers().forEach(said -> line(csv, own.text(), said.code(), said.people())));
        send(response, wave.slug() + "-results.csv", csv);
    }

    /** Every mark of the page, with words only when approved; for those who may see single marks. */
    @GetMapping("/api/survey-waves/{id}/marks.csv")
    void marks(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        SurveyWave wave = wave(id);
        StringBuilder csv =
                new StringBuilder("lon,lat,radius,safe,severity,dark,reasons,date,respondent,words").append(LINE_END);
        // people are numbered in the order of their first mark: enough to count them, nothing to link waves by
        List<StoredMark> stored = marks.of(wave.id());
        List<Long> people =
                stored.stream().map(StoredMark::respondent).distinct().toList();
        for (StoredMark mark : stored) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%.6f,%.6f,%.0f,%s,%s,%s,%s,%s,%s,%s",
                    mark.mark().lon(),
                    mark.mark().lat(),
                    mark.mark().accuracyMetres(),
                    mark.mark().safe(),
                    mark.mark().severity() == 0 ? "" : mark.mark().severity(),
                    mark.mark().time().dark() == null ? "" : mark.mark().time().dark(),
                    mark.mark().reasons().stream()
                            .sorted()
                            .map(WaveQuestions::code)
                            .collect(Collectors.joining(" ")),
                    mark.markedOn(),
                    wave.isErased() ? "" : people.indexOf(mark.respondent()) + 1,
                    mark.wordsState() == WordsState.APPROVED
                            ? CsvText.cell(mark.mark().words())
                            : ""));
            csv.append(LINE_END);
        }
        send(response, wave.slug() + "-marks.csv", csv);
    }

    private SurveyWave wave(String id) {
        return waves.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
    }

    private static boolean mayPoints() {
        Person who = Person.current();
        return who != null && who.isAny(Role.EST_COORDINATOR, Role.EST_MEMBER);
    }

    private static void line(StringBuilder csv, String question, String answer, @Nullable Integer people) {
        csv.append(CsvText.cell(question))
                .append(',')
                .append(CsvText.cell(answer))
                .append(',')
                .append(people == null ? "" : people)
                .append(LINE_END);
    }

    private static void send(HttpServletResponse response, String name, StringBuilder csv) throws IOException {
        byte[] bytes = ("\ufeff" + csv).getBytes(StandardCharsets.UTF_8);
        response.setContentType(CSV);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", Answers.ASK_EACH_TIME);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
