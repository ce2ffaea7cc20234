package se.lageskarta.service.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The list of exports. Lines are added, told how they ended, and never erased. */
@Repository
class Exports {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int LONGEST_ADDRESS = 400;
    private static final int LONGEST_FILTER = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Exports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which lines are wanted.
     *
     * @param who part of the account's name, lower case; null for all
     * @param what kind; null for all
     * @param from first day; null for all
     * @param to last day; null for all
     * @param before only lines older than this one; null for the latest
     */
    record Wanted(
            @Nullable String who,
            @Nullable String what,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {}

    /** Notes that somebody asks; answers the line's number. */
    long begin(String who, String what, String address, String filter, boolean shown) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into data_export (at, who, what, address, filter, shown)"
                        + " values (:at, :who, :what, :address, :filter, :shown)")
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("address", cut(address, LONGEST_ADDRESS))
                .param("filter", cut(filter, LONGEST_FILTER))
                .param("shown", shown)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey(), "generated id").longValue();
    }

    /** Notes how a request ended. @param status HTTP */
    void end(long id, int status) {
        jdbc.sql("update data_export set status = :status where id = :id and status is null")
                .param("status", status)
                .param("id", id)
                .update();
    }

    /** The latest first. */
    List<Export> find(Wanted wanted, int most) {
        return jdbc.sql("select id, at, who, what, address, filter, shown, status from data_export"
                        + " where (cast(:who as varchar(200)) is null or position(:who in lower(who)) > 0)"
                        + " and (cast(:what as varchar(40)) is null or what = :what)"
                        + " and at >= :from and at < :to and id < :before order by id desc limit :most")
                .param("who", wanted.who())
                .param("what", wanted.what())
                .param("from", begin(wanted.from(), LocalDate.of(1970, 1, 1)))
                .param("to", begin(wanted.to() == null ? null : wanted.to().plusDays(1), LocalDate.of(9999, 1, 1)))
                .param("before", wanted.before() == null ? Long.MAX_VALUE : wanted.before())
                .param("most", most)
                .query(Exports::export)
                .list();
    }

    private static OffsetDateTime begin(@Nullable LocalDate day, LocalDate otherwise) {
        return (day == null ? otherwise : day).atStartOfDay(SWEDEN).toOffsetDateTime();
    }

    private static Export export(ResultSet row, int number) throws SQLException {
        return new Export(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("address"),
                row.getString("filter"),
                row.getBoolean("shown"),
                row.getObject("status", Integer.class));
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
