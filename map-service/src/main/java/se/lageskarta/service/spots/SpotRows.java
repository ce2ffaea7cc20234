package se.lageskarta.service.spots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import se.lageskarta.service.storage.Bounds;

/** The tables of spots. Geometry travels as text, which both databases take and give alike. */
@Repository
class SpotRows {
    static final String PEOPLE = "people";
    static final String PLACES = "places";

    /** One row of the register. */
    record Named(
            long id,
            long version,
            String stream,
            String name,
            boolean byPeople,
            boolean invented,
            YearMonth first,
            YearMonth last,
            Geometry outline) {
        Named called(String other, boolean people) {
            return new Named(id, version + 1, stream, other, people, invented, first, last, outline);
        }

        Named between(YearMonth from, YearMonth to, Geometry latest) {
            return new Named(id, version, stream, name, byPeople, invented, from, to, latest);
        }
    }

    /**
     * One month of a spot.
     *
     * @param datasets what the month was looked through with
     */
    record Seen(
            long spot,
            YearMonth month,
            int count,
            String trend,
            boolean followed,
            List<Long> merged,
            List<Long> datasets,
            Geometry outline) {
        boolean isAs(Seen other) {
            return spot == other.spot
                    && month.equals(other.month)
                    && count == other.count
                    && trend.equals(other.trend)
                    && followed == other.followed
                    && merged.equals(other.merged)
                    && datasets.equals(other.datasets)
                    && outline.equalsExact(other.outline);
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    SpotRows(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    long revision() {
        return jdbc.sql("select revision from spot_register where id = 1")
                .query(Long.class)
                .single();
    }

    /** Keeps all other writers waiting until the transaction ends. */
    void lock() {
        jdbc.sql("select revision from spot_register where id = 1 for update")
                .query(Long.class)
                .single();
    }

    /** Tells readers that something has changed. */
    void raiseRevision() {
        jdbc.sql("update spot_register set revision = revision + 1 where id = 1")
                .update();
    }

    /** Everything, as it is in this transaction or snapshot. */
    SpotBook book() {
        // the revision first: what is written meanwhile is read again at the next question
        long revision = revision();
        return SpotBook.of(revision, spots(), months(), looks());
    }

    void hold(long id) {
        jdbc.sql("select id from spot where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    private List<Named> spots() {
        return jdbc.sql("select id, version, stream, name, named_by, invented, first_on, last_on,"
                        + " ST_AsText(outline) as outline from spot order by id")
                .query((row, number) -> new Named(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("stream"),
                        row.getString("name"),
                        row.getString("named_by").equals(PEOPLE),
                        row.getBoolean("invented"),
                        month(row, "first_on"),
                        month(row, "last_on"),
                        outline(row)))
                .list();
    }

    private List<Seen> months() {
        return jdbc.sql(
                        "select spot_id, month_on, count, trend, followed, merged, datasets, ST_AsText(outline) as outline"
                                + " from spot_month order by spot_id, month_on")
                .query((row, number) -> new Seen(
                        row.getLong("spot_id"),
                        month(row, "month_on"),
                        row.getInt("count"),
                        row.getString("trend"),
                        row.getBoolean("followed"),
                        numbers(row.getString("merged")),
                        numbers(row.getString("datasets")),
                        outline(row)))
                .list();
    }

    private List<SpotBook.Look> looks() {
        return jdbc.sql("select month_on, stream, invented, west, south, east, north from spot_recognition"
                        + " order by month_on, id")
                .query((row, number) -> new SpotBook.Look(
                        month(row, "month_on"),
                        new SpotScope(
                                row.getString("stream"),
                                row.getBoolean("invented"),
                                new Bounds(
                                        row.getDouble("west"),
                                        row.getDouble("south"),
                                        row.getDouble("east"),
                                        row.getDouble("north")))))
                .list();
    }

    /** A new spot, named after the places around it. */
    Named add(SpotScope scope, String name, YearMonth month, Geometry outline, String who) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into spot (version, stream, name, named_by, invented, first_on, last_on, outline, created_at,"
                        + " created_by, updated_at, updated_by) values (1, :stream, :name, :by, :invented, :month, :month,"
                        + " ST_GeomFromText(:outline, 4326), :at, :who, :at, :who)")
                .param("stream", scope.stream())
                .param("name", name)
                .param("by", PLACES)
                .param("invented", scope.invented())
                .param("month", month.atDay(1))
                .param("outline", outline.toText())
                .param("at", now())
                .param("who", who)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
        return new Named(id, 1, scope.stream(), name, false, scope.invented(), month, month, outline);
    }

    void add(Collection<Seen> months) {
        template.batchUpdate(
                "insert into spot_month (spot_id, month_on, count, trend, followed, merged, datasets, outline)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ST_GeomFromText(?, 4326))",
                months,
                100,
                (statement, seen) -> {
                    statement.setLong(1, seen.spot());
                    statement.setObject(2, seen.month().atDay(1));
                    statement.setInt(3, seen.count());
                    statement.setString(4, seen.trend());
                    statement.setBoolean(5, seen.followed());
                    statement.setString(6, text(seen.merged()));
                    statement.setString(7, text(seen.datasets()));
                    statement.setString(8, seen.outline().toText());
                });
    }

    void remove(Collection<Seen> months) {
        template.batchUpdate(
                "delete from spot_month where spot_id = ? and month_on = ?", months, 100, (statement, seen) -> {
                    statement.setLong(1, seen.spot());
                    statement.setObject(2, seen.month().atDay(1));
                });
    }

    void add(SpotBook.Look look) {
        Bounds bounds = look.scope().bounds();
        jdbc.sql("insert into spot_recognition (month_on, stream, invented, west, south, east, north)"
                        + " values (:month, :stream, :invented, :west, :south, :east, :north)")
                .param("month", look.month().atDay(1))
                .param("stream", look.scope().stream())
                .param("invented", look.scope().invented())
                .param("west", bounds.west())
                .param("south", bounds.south())
                .param("east", bounds.east())
                .param("north", bounds.north())
                .update();
    }

    /** Where and when spots were seen. */
    void place(Collection<Named> spots) {
        template.batchUpdate(
                "update spot set first_on = ?, last_on = ?, outline = ST_GeomFromText(?, 4326) where id = ?",
                spots,
                100,
                (statement, spot) -> {
                    statement.setObject(1, spot.first().atDay(1));
                    statement.setObject(2, spot.last().atDay(1));
                    statement.setString(3, spot.outline().toText());
                    statement.setLong(4, spot.id());
                });
    }

    /** What a spot is called, and its new version. */
    void name(Named spot, String who) {
        jdbc.sql("update spot set version = :version, name = :name, named_by = :by, updated_at = :at, updated_by = :who"
                        + " where id = :id")
                .param("version", spot.version())
                .param("name", spot.name())
                .param("by", spot.byPeople() ? PEOPLE : PLACES)
                .param("at", now())
                .param("who", who)
                .param("id", spot.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static String text(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<Long> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static Geometry outline(ResultSet row) throws SQLException {
        String text = row.getString("outline");
        try {
            return new WKTReader().read(text);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The database returned an outline that cannot be read", unreadable);
        }
    }
}
