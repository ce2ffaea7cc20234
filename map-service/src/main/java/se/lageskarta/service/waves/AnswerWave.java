package se.lageskarta.service.waves;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what people mark and answer, changes it and takes it back, while the wave is open. The page names each mark by a
 * key of its own; sending a mark again under its key changes it and never makes a second one.
 */
@Service
class AnswerWave {
    /** More marks than this are not one person's. */
    static final int MOST_MARKS = 60;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What became of a mark.
     *
     * @param created false when it was there already
     * @param words as they are kept
     * @param masked kinds of personal data that were masked
     * @param sameAs true when another mark of the same person lies at the same place, so that the two count once
     */
    record Answer(boolean created, String words, Set<String> masked, boolean sameAs) {}

    private final SurveyMarks marks;
    private final WaveArea area;
    private final TransactionOperations transactions;
    private final Clock clock;

    AnswerWave(SurveyMarks marks, WaveArea area, TransactionOperations transactions, Clock clock) {
        this.marks = marks;
        this.area = area;
        this.transactions = transactions;
        this.clock = clock.withZone(EditWaves.SWEDEN);
    }

    /**
     * Keeps a mark under its key.
     *
     * @param written the mark with its words as they were written
     * @throws ProblemException 409 when the wave takes no answers now, or the key is somebody else's
     */
    Answer mark(SurveyWave wave, String word, String key, Mark written) {
        Respondent who = begin(wave, word, key);
        if (!area.takes(wave, written.lon(), written.lat())) {
            throw outside(wave, written);
        }
        PersonalData.Masked words = PersonalData.mask(written.words());
        Mark mark = new Mark(
                written.lon(),
                written.lat(),
                written.accuracyMetres(),
                written.safe(),
                written.time(),
                written.severity(),
                written.reasons(),
                words.text());
        String masked =
                words.found().stream().map(PersonalData.Kind::code).sorted().collect(Collectors.joining(" "));
        Boolean created = transactions.execute(status -> keep(wave, who, key, mark, masked));
        Set<String> kinds = words.found().stream().map(PersonalData.Kind::code).collect(Collectors.toUnmodifiableSet());
        return new Answer(Boolean.TRUE.equals(created), mark.words(), kinds, countsOnce(wave, who, key));
    }

    private static RefusedRequestException outside(SurveyWave wave, Mark written) {
        String value = written.lon() + ", " + written.lat();
        if (wave.area() == null) {
            return SurveyWave.refused("lon", value, "survey.outside");
        }
        return wave.areaName().isEmpty()
                ? SurveyWave.refused("lon", value, "survey.outside.area")
                : SurveyWave.refused("lon", value, "survey.outside.named", wave.areaName());
    }

    /** Takes a mark back; one that is not there is no fault. */
    void remove(SurveyWave wave, String word, String key) {
        Respondent who = begin(wave, word, key);
        transactions.executeWithoutResult(status -> {
            marks.lock(wave.id());
            marks.find(wave.id(), key).filter(mark -> isOf(mark, who)).ifPresent(mark -> {
                marks.remove(mark);
                marks.changed(wave.id());
            });
        });
    }

    /**
     * Keeps one person's answers to the wave's own questions instead of those from before.
     *
     * @param answers number of the choice or step of the scale, by question
     */
    void reply(SurveyWave wave, String word, Map<String, Integer> answers) {
        Respondent who = begin(wave, word, "0000000000000000");
        Map<String, Integer> kept = new TreeMap<>();
        answers.forEach((id, answer) -> {
            OwnQuestion question = wave.questions().own().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Parameters.refused("answers." + id, "", "survey.question"));
            if (!question.takes(answer)) {
                throw Parameters.refused("answers." + id, answer.toString(), "survey.answer");
            }
            kept.put(id, answer);
        });
        transactions.executeWithoutResult(status -> {
            marks.lock(wave.id());
            marks.reply(wave.id(), who, kept.isEmpty() ? "" : JSON.writeValueAsString(kept), LocalDate.now(clock));
        });
    }

    private Respondent begin(SurveyWave wave, String word, String key) {
        if (!wave.takesAnswers(LocalDate.now(clock))) {
            throw ProblemException.of(409, "survey.closed");
        }
        if (!KEY.matcher(key).matches()) {
            throw Parameters.refused("key", key, "survey.key");
        }
        return Respondent.of(word, wave.salt());
    }

    private boolean keep(SurveyWave wave, Respondent who, String key, Mark mark, String masked) {
        marks.lock(wave.id());
        StoredMark before = marks.find(wave.id(), key).orElse(null);
        if (before == null) {
            if (marks.of(wave.id(), who).size() >= MOST_MARKS) {
                throw ProblemException.of(409, "survey.many", MOST_MARKS);
            }
            marks.add(wave.id(), who, key, mark, masked, LocalDate.now(clock));
            marks.changed(wave.id());
            return true;
        }
        if (!isOf(before, who)) {
            throw ProblemException.of(409, "survey.key.taken");
        }
        if (!before.mark().equals(mark)) {
            marks.change(before, mark, masked);
            marks.changed(wave.id());
        }
        return false;
    }

    private boolean countsOnce(SurveyWave wave, Respondent who, String key) {
        List<StoredMark> own = marks.of(wave.id(), who);
        StoredMark mine =
                own.stream().filter(mark -> mark.key().equals(key)).findFirst().orElse(null);
        if (mine == null) {
            return false;
        }
        Crs crs = MarkPlaces.system(mine.mark().lon(), mine.mark().lat());
        List<UnsafePlace> placed = MarkPlaces.of(own, crs).stream()
                .sorted(Comparator.comparingLong(UnsafePlace::sourceKey))
                .toList();
        UnsafePlace here = placed.stream()
                .filter(place -> place.sourceKey() == mine.id())
                .findFirst()
                .orElse(null);
        return here != null
                && placed.stream()
                        .anyMatch(other -> other.sourceKey() != mine.id() && OnceAPlace.isSamePlace(here, other));
    }

    private static boolean isOf(StoredMark mark, Respondent who) {
        return mark.respondent() == who.number();
    }
}
