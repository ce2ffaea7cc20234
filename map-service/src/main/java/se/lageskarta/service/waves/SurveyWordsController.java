package se.lageskarta.service.waves;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/**
 * What people wrote in surveys: for moderators everything that waits, for the EST group what has been approved, at its
 * place. Those who may not see single marks learn the place's name only.
 */
@RestController
class SurveyWordsController {
    private static final int MAX_LISTED = 500;

    private final SurveyMarks marks;
    private final SurveyWaves waves;
    private final PlaceNames places;
    private final ModerateWords moderation;

    SurveyWordsController(SurveyMarks marks, SurveyWaves waves, PlaceNames places, ModerateWords moderation) {
        this.marks = marks;
        this.waves = waves;
        this.places = places;
        this.moderation = moderation;
    }

    record Wave(long id, String title) {}

    /**
     * Words about one place.
     *
     * @param place what people would call it; null when nothing near has a name
     * @param lon degrees; null for those who may not see single marks
     * @param lat degrees, likewise
     * @param masked kinds of personal data that were masked before anybody saw the text
     */
    record Words(
            long id,
            long version,
            Wave wave,
            String state,
            String words,
            boolean safe,
            @Nullable String place,
            @Nullable Double lon,
            @Nullable Double lat,
            List<String> reasons,
            String time,
            List<String> masked,
            LocalDate day) {}

    record Texts(long waiting, long matched, List<Words> texts) {}

    /** @param words what shall stand instead; absent to leave them */
    record Decision(@Nullable String words) {}

    @GetMapping("/api/survey-texts")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "waiting (usual), approved or rejected")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 500; 50 when absent")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over")
    ResponseEntity<Texts> waiting(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("state", "limit", "offset"));
        WordsState state =
                WordsState.of(parameters.word("state", "waiting", List.of("waiting", "approved", "rejected")));
        int limit = parameters.whole("limit", 50, 1, MAX_LISTED);
        int offset = parameters.whole("offset", 0, 0, Integer.MAX_VALUE);
        return answer(new Texts(
                marks.countWords(WordsState.WAITING),
                marks.countWords(state),
                told(marks.words(state, offset, limit))));
    }

    /** Approved words within a box, for the EST group. */
    @GetMapping("/api/survey-texts/approved")
    @Parameter(
            name = "bbox",
            in = ParameterIn.QUERY,
            required = true,
            description = "Where: west,south,east,north in degrees")
    ResponseEntity<Texts> approved(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("bbox"));
        Bounds box = parameters.box("bbox");
        if (box == null) {
            throw Parameters.refused("bbox", "", "parameter.box");
        }
        List<StoredMark> here = marks.words(WordsState.APPROVED, 0, Integer.MAX_VALUE).stream()
                .filter(mark -> box.contains(mark.mark().lon(), mark.mark().lat()))
                .limit(MAX_LISTED)
                .toList();
        return answer(new Texts(marks.countWords(WordsState.WAITING), here.size(), told(here)));
    }

    @PostMapping("/api/survey-texts/{id}/approve")
    ResponseEntity<Words> approve(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Decision decision) {
        return decide(id, ifMatch, WordsState.APPROVED, decision == null ? null : decision.words);
    }

    @PostMapping("/api/survey-texts/{id}/reject")
    ResponseEntity<Words> reject(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return decide(id, ifMatch, WordsState.REJECTED, null);
    }

    /** Takes a decision back: the words wait again. */
    @PostMapping("/api/survey-texts/{id}/reopen")
    ResponseEntity<Words> reopen(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return decide(id, ifMatch, WordsState.WAITING, null);
    }

    private ResponseEntity<Words> decide(
            String id, @Nullable String ifMatch, WordsState state, @Nullable String edited) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Person who = Person.current();
        StoredMark decided = moderation
                .decide(Numbers.of(id), expected, state, edited, who == null ? "" : who.getUsername())
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .eTag("\"v" + decided.wordsVersion() + "\"")
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(List.of(decided)).get(0));
    }

    private List<Words> told(List<StoredMark> found) {
        Person who = Person.current();
        boolean points = who != null && who.isAny(Role.EST_COORDINATOR, Role.EST_MEMBER);
        Map<Long, Wave> known = new HashMap<>();
        return found.stream()
                .map(mark -> told(mark, points, known.computeIfAbsent(mark.waveId(), this::wave)))
                .toList();
    }

    private Wave wave(long id) {
        return new Wave(id, waves.find(id).map(SurveyWave::title).orElse(""));
    }

    private Words told(StoredMark stored, boolean points, Wave wave) {
        Mark mark = stored.mark();
        return new Words(
                stored.id(),
                stored.wordsVersion(),
                wave,
                stored.wordsState().code(),
                mark.words(),
                mark.safe(),
                places.nameOf(mark.lon(), mark.lat()).orElse(null),
                points ? mark.lon() : null,
                points ? mark.lat() : null,
                mark.reasons().stream().sorted().map(WaveQuestions::code).toList(),
                mark.time().code(),
                stored.wordsMasked().isEmpty()
                        ? List.of()
                        : List.of(stored.wordsMasked().split(" ")),
                stored.markedOn());
    }

    private static ResponseEntity<Texts> answer(Texts texts) {
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(texts);
    }
}
