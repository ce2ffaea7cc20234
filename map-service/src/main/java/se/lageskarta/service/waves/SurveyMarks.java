package se.lageskarta.service.waves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.survey.UnsafeReason;

/** What people have marked and answered, wave by wave. */
@Repository
class SurveyMarks {
    private static final String COLUMNS = "id, wave_id, respondent, mark_key, lon, lat, accuracy_metres, safe,"
            + " time_of_day, severity, reasons, words, words_state, words_masked, words_version, marked_on";

    private final JdbcClient jdbc;

    SurveyMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How the answers of a wave stand against the map.
     *
     * @param answers rises with every change of an answer
     * @param published which of these states the map shows
     */
    record Progress(long answers, long published) {
        boolean isBehind() {
            return published < answers;
        }
    }

    /**
     * How much a wave has got on its page.
     *
     * @param people who have marked a place or answered a question
     * @param marks as they were made
     */
    record Size(long people, long marks) {}

    Size size(long waveId) {
        return jdbc.sql("select (select count(*) from (select respondent from survey_mark where wave_id = :wave union"
                        + " select respondent from survey_reply where wave_id = :wave) p),"
                        + " (select count(*) from survey_mark where wave_id = :wave)")
                .param("wave", waveId)
                .query((row, number) -> new Size(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Begins to count a new wave's answers. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(long waveId) {
        jdbc.sql("insert into survey_progress (wave_id, answers, published) values (:wave, 0, 0)")
                .param("wave", waveId)
                .update();
    }

    /** Forgets a wave without answers. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(long waveId) {
        jdbc.sql("delete from survey_progress where wave_id = :wave")
                .param("wave", waveId)
                .update();
    }

    /** Keeps all other writers of this wave's answers away until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Progress lock(long waveId) {
        return jdbc.sql("select answers, published from survey_progress where wave_id = :wave for update")
                .param("wave", waveId)
                .query((row, number) -> new Progress(row.getLong(1), row.getLong(2)))
                .single();
    }

    Progress progress(long waveId) {
        return jdbc.sql("select answers, published from survey_progress where wave_id = :wave")
                .param("wave", waveId)
                .query((row, number) -> new Progress(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Waves whose map is behind their answers. */
    List<Long> behind() {
        return jdbc.sql("select wave_id from survey_progress where published < answers order by wave_id")
                .query(Long.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void published(long waveId, long answers, Instant at) {
        jdbc.sql("update survey_progress set published = :answers, published_at = :at where wave_id = :wave")
                .param("answers", answers)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("wave", waveId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void changed(long waveId) {
        jdbc.sql("update survey_progress set answers = answers + 1 where wave_id = :wave")
                .param("wave", waveId)
                .update();
    }

    /** The marks of a wave, the first first. */
    List<StoredMark> of(long waveId) {
        return jdbc.sql("select " + COLUMNS + " from survey_mark where wave_id = :wave order by id")
                .param("wave", waveId)
                .query(SurveyMarks::mark)
                .list();
    }

    /** One person's marks, the first first. */
    List<StoredMark> of(long waveId, Respondent who) {
        return jdbc.sql("select " + COLUMNS
                        + " from survey_mark where wave_id = :wave and respondent = :who order by id")
                .param("wave", waveId)
                .param("who", who.number())
                .query(SurveyMarks::mark)
                .list();
    }

    Optional<StoredMark> find(long waveId, String key) {
        return jdbc.sql("select " + COLUMNS + " from survey_mark where wave_id = :wave and mark_key = :key")
                .param("wave", waveId)
                .param("key", key)
                .query(SurveyMarks::mark)
                .optional();
    }

    Optional<StoredMark> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from survey_mark where id = :id")
                .param("id", id)
                .query(SurveyMarks::mark)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(long waveId, Respondent who, String key, Mark mark, String masked, LocalDate today) {
        bind(
                        "insert into survey_mark (wave_id, respondent, mark_key, lon, lat, accuracy_metres, safe, time_of_day,"
                                + " severity, reasons, words, words_state, words_masked, words_version, moderated_by,"
                                + " marked_on) values (:wave, :who, :key, :lon, :lat, :accuracy, :safe, :time, :severity,"
                                + " :reasons, :words, :state, :masked, 1, '', :day)",
                        mark,
                        masked)
                .param("wave", waveId)
                .param("who", who.number())
                .param("key", key)
                .param("state", (mark.words().isEmpty() ? WordsState.NONE : WordsState.WAITING).code())
                .param("day", today)
                .update();
    }

    /** Replaces what a mark says; new words wait anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(StoredMark before, Mark mark, String masked) {
        WordsState state = before.wordsState();
        if (!mark.words().equals(before.mark().words())) {
            state = mark.words().isEmpty() ? WordsState.NONE : WordsState.WAITING;
        }
        bind(
                        "update survey_mark set lon = :lon, lat = :lat, accuracy_metres = :accuracy, safe = :safe,"
                                + " time_of_day = :time, severity = :severity, reasons = :reasons, words = :words,"
                                + " words_state = :state, words_masked = :masked, words_version = words_version + 1"
                                + " where id = :id",
                        mark,
                        masked)
                .param("state", state.code())
                .param("id", before.id())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(StoredMark mark) {
        jdbc.sql("delete from survey_mark where id = :id")
                .param("id", mark.id())
                .update();
    }

    /** Puts these marks, which say nothing of who made them, in place of all answers of a wave. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replaceAll(long waveId, List<StoredMark> marks) {
        for (String table : List.of("survey_mark", "survey_reply")) {
            jdbc.sql("delete from " + table + " where wave_id = :wave")
                    .param("wave", waveId)
                    .update();
        }
        for (StoredMark mark : marks) {
            add(waveId, new Respondent(mark.respondent()), mark.key(), mark.mark(), "", mark.markedOn());
        }
    }

    private JdbcClient.StatementSpec bind(String sql, Mark mark, String masked) {
        return jdbc.sql(sql)
                .param("lon", mark.lon())
                .param("lat", mark.lat())
                .param("accuracy", mark.accuracyMetres())
                .param("safe", mark.safe())
                .param("time", mark.time().code())
                .param("severity", mark.severity())
                .param(
                        "reasons",
                        mark.reasons().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
                .param("words", mark.words())
                .param("masked", masked);
    }

    /** Replaces one person's answers to the wave's own questions; none removes them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reply(long waveId, Respondent who, String answers, LocalDate today) {
        jdbc.sql("delete from survey_reply where wave_id = :wave and respondent = :who")
                .param("wave", waveId)
                .param("who", who.number())
                .update();
        if (!answers.isEmpty()) {
            jdbc.sql("insert into survey_reply (wave_id, respondent, answers, replied_on)"
                            + " values (:wave, :who, :answers, :day)")
                    .param("wave", waveId)
                    .param("who", who.number())
                    .param("answers", answers)
                    .param("day", today)
                    .update();
        }
    }

    /** Answers to the wave's own questions as JSON, by respondent. */
    Map<Long, String> replies(long waveId) {
        Map<Long, String> replies = new TreeMap<>();
        jdbc.sql("select respondent, answers from survey_reply where wave_id = :wave")
                .param("wave", waveId)
                .query((ResultSet row) -> {
                    replies.put(row.getLong(1), row.getString(2));
                });
        return replies;
    }

    /** What was written in every wave and has come this far, the first first. */
    List<StoredMark> words(WordsState state, int offset, int limit) {
        return jdbc.sql("select " + COLUMNS + " from survey_mark where words_state = :state order by id"
                        + " limit :limit offset :offset")
                .param("state", state.code())
                .param("limit", limit)
                .param("offset", offset)
                .query(SurveyMarks::mark)
                .list();
    }

    long countWords(WordsState state) {
        return jdbc.sql("select count(*) from survey_mark where words_state = :state")
                .param("state", state.code())
                .query(Long.class)
                .single();
    }

    /**
     * Decides about the words of a mark, when nobody else has since.
     *
     * @return false when it is not at that version
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean decide(long id, long version, WordsState state, String words, String who, Instant at) {
        return jdbc.sql("update survey_mark set words_state = :state, words = :words, moderated_by = :who,"
                                + " moderated_at = :at, words_version = words_version + 1"
                                + " where id = :id and words_version = :version")
                        .param("state", state.code())
                        .param("words", words)
                        .param("who", who)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static StoredMark mark(ResultSet row, int number) throws SQLException {
        TimeOfDay time = TimeOfDay.of(row.getString("time_of_day"));
        Mark mark = new Mark(
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("accuracy_metres"),
                row.getBoolean("safe"),
                time == null ? TimeOfDay.NONE : time,
                row.getInt("severity"),
                reasons(row.getString("reasons")),
                row.getString("words"));
        return new StoredMark(
                row.getLong("id"),
                row.getLong("wave_id"),
                row.getLong("respondent"),
                row.getString("mark_key"),
                mark,
                WordsState.of(row.getString("words_state")),
                row.getString("words_masked"),
                row.getLong("words_version"),
                row.getObject("marked_on", LocalDate.class));
    }

    private static Set<UnsafeReason> reasons(String text) {
        Set<UnsafeReason> reasons = EnumSet.noneOf(UnsafeReason.class);
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                reasons.add(UnsafeReason.valueOf(word));
            }
        }
        return reasons;
    }
}
