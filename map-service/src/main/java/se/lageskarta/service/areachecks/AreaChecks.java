package se.lageskarta.service.areachecks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that have been made: the frozen answer word for word, what people have written of it, and who did what when. */
@Service
class AreaChecks {
    /** What somebody did with a check. */
    enum Deed {
        MADE,
        OPENED,
        CHANGED,
        PRINTED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final String SUBJECT = "area";

    private final Register<CheckState> register;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final Questions questions;

    AreaChecks(
            Registers registers,
            JdbcClient jdbc,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock,
            Questions questions) {
        register = registers.open("areacheck", CheckState.class);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.questions = questions;
    }

    /**
     * A saved check.
     *
     * @param answer as it was frozen
     * @param earlier checks that overlapped it when it was made
     */
    record Saved(Entry<CheckState> entry, JsonNode answer, List<Earlier> earlier) {}

    record Earlier(long id, String title, String caseNumber, Instant createdAt) {}

    /** A line of the log. */
    record Logged(long checkId, Instant at, String who, String what) {}

    private record Frozen(JsonNode answer, List<Earlier> earlier) {}

    /** Freezes an answer. In one transaction. */
    Saved save(AskedCheck asked, CheckAnswer answer, String who) {
        List<Earlier> earlier = overlapping(asked.area().widened(asked.buffer()));
        CheckState state = new CheckState(
                asked.title(),
                asked.caseNumber(),
                asked.stage().code(),
                answer.dataVersion().datasets().stream()
                        .map(CheckAnswer.Source::id)
                        .toList(),
                Map.of());
        Frozen frozen = new Frozen(json.valueToTree(answer), earlier);
        String content = json.writeValueAsString(frozen);
        Envelope box = asked.area().widened(asked.buffer()).getEnvelopeInternal();
        Entry<CheckState> entry = Objects.requireNonNull(transactions.execute(status -> {
            Entry<CheckState> added = register.add(SUBJECT, state, who);
            jdbc.sql("insert into area_check_answer (check_id, content, sha256, west, south, east, north)"
                            + " values (:id, :content, :sha, :west, :south, :east, :north)")
                    .param("id", added.id())
                    .param("content", content)
                    .param("sha", Sha256.of(content.getBytes(StandardCharsets.UTF_8)))
                    .param("west", box.getMinX())
                    .param("south", box.getMinY())
                    .param("east", box.getMaxX())
                    .param("north", box.getMaxY())
                    .update();
            log(added.id(), who, Deed.MADE);
            return added;
        }));
        return new Saved(entry, frozen.answer, earlier);
    }

    /** The newest first, those whose data the person asking may see. */
    List<Entry<CheckState>> all() {
        return register.all().stream()
                .filter(this::mayRead)
                .sorted(Comparator.comparing((Entry<CheckState> entry) -> entry.id())
                        .reversed())
                .toList();
    }

    Optional<Saved> find(long id) {
        return register.find(id)
                .filter(entry -> !entry.withdrawn() && mayRead(entry))
                .map(entry -> {
                    Frozen frozen = frozen(id);
                    return new Saved(entry, frozen.answer, frozen.earlier);
                });
    }

    /** Changes what people write; the numbers stay. */
    Optional<Saved> change(long id, ExpectedVersion expected, CheckState.Sent sent, List<String> aspects, String who) {
        boolean changed = Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Entry<CheckState>> saved = register.change(id, expected, state -> state.with(sent, aspects), who);
            saved.ifPresent(entry -> log(id, who, Deed.CHANGED));
            return saved.isPresent();
        }));
        return changed ? find(id) : Optional.empty();
    }

    /** Checks whose buffered area overlaps a shape in degrees, the newest first. */
    List<Earlier> overlapping(Geometry degrees) {
        Envelope box = degrees.getEnvelopeInternal();
        Set<Long> near = Set.copyOf(jdbc.sql("select check_id from area_check_answer where west <= :east"
                        + " and east >= :west and south <= :north and north >= :south")
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .query(Long.class)
                .list());
        return all().stream()
                .filter(entry ->
                        near.contains(entry.id()) && buffered(entry.id()).intersects(degrees))
                .map(AreaChecks::earlier)
                .toList();
    }

    /** What a saved check's area with its surroundings is, degrees. */
    Geometry buffered(long id) {
        return Objects.requireNonNull(
                ShapeJson.readStored(frozen(id).answer.path("sides").path(0).path("buffered")));
    }

    void log(long id, String who, Deed what) {
        jdbc.sql("insert into area_check_log (check_id, at, who, what) values (:id, :at, :who, :what)")
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("who", who)
                .param("what", what.code())
                .update();
    }

    /** The latest first. */
    List<Logged> log(int most) {
        return jdbc.sql("select check_id, at, who, what from area_check_log order by id desc limit :most")
                .param("most", most)
                .query((row, number) -> new Logged(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private Frozen frozen(long id) {
        return jdbc.sql("select content from area_check_answer where check_id = :id")
                .param("id", id)
                .query((row, number) -> json.readValue(row.getString(1), Frozen.class))
                .single();
    }

    private static Earlier earlier(Entry<CheckState> entry) {
        return new Earlier(entry.id(), entry.state().title(), entry.state().caseNumber(), entry.createdAt());
    }

    private boolean mayRead(Entry<CheckState> entry) {
        return questions.mayRead(Set.copyOf(entry.state().datasets()));
    }
}
