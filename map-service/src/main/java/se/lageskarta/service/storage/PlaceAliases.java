package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.geocode.WrittenPlace;

/** What words have been said to mean, so that nobody is asked twice (inlärda platsord). */
@Repository
public class PlaceAliases {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Vendor vendor;

    PlaceAliases(JdbcClient jdbc, Clock clock, DataSource database) {
        this.jdbc = jdbc;
        this.clock = clock;
        vendor = Vendor.of(database);
    }

    /** @param key {@link WordsKey} of the words */
    public record Alias(String key, WrittenPlace written, SettledPlace place, long version, Instant at, String by) {}

    /** All, in the order of their words. */
    public List<Alias> all() {
        Ewkb ewkb = new Ewkb();
        return jdbc.sql(select() + " order by words_key")
                .query((row, number) -> alias(row, ewkb))
                .list();
    }

    public Optional<Alias> find(String key) {
        Ewkb ewkb = new Ewkb();
        return jdbc.sql(select() + " where words_key = :key")
                .param("key", key)
                .query((row, number) -> alias(row, ewkb))
                .optional();
    }

    /** Remembers what words mean, in place of what they meant before. */
    @Transactional
    public void remember(WrittenPlace written, SettledPlace place, String by) {
        String key = WordsKey.of(written);
        // two may say at once what the same words mean: the later one counts
        FactNumbers.inTurn(jdbc);
        long version = find(key).map(Alias::version).orElse(0L) + 1;
        forget(key);
        @Nullable Geometry shape = place.shape();
        jdbc.sql("insert into place_alias (words_key, words, locality, property, place_name, lon, lat, precision_no,"
                        + " shape, version, said_at, said_by) values (?, ?, ?, ?, ?, ?, ?, ?, "
                        + (shape == null ? "null" : vendor.geometryParameter()) + ", ?, ?, ?)")
                .params(
                        shape == null
                                ? List.of(
                                        key,
                                        written.text(),
                                        written.locality(),
                                        written.property(),
                                        place.name(),
                                        place.lon(),
                                        place.lat(),
                                        (short) place.precision().ordinal(),
                                        version,
                                        java.util.Objects.requireNonNull(Rows.time(clock.instant())),
                                        by)
                                : List.of(
                                        key,
                                        written.text(),
                                        written.locality(),
                                        written.property(),
                                        place.name(),
                                        place.lon(),
                                        place.lat(),
                                        (short) place.precision().ordinal(),
                                        new Ewkb().shape(shape),
                                        version,
                                        java.util.Objects.requireNonNull(Rows.time(clock.instant())),
                                        by))
                .update();
    }

    /** @return false when nothing was remembered */
    @Transactional
    public boolean forget(String key) {
        return jdbc.sql("delete from place_alias where words_key = :key")
                        .param("key", key)
                        .update()
                > 0;
    }

    private String select() {
        return "select words_key, words, locality, property, place_name, lon, lat, precision_no, version, said_at, said_by, "
                + vendor.geometryBytes("shape") + " as shape_bytes from place_alias";
    }

    private static Alias alias(ResultSet row, Ewkb ewkb) throws SQLException {
        byte[] shape = row.getBytes("shape_bytes");
        return new Alias(
                row.getString("words_key"),
                new WrittenPlace(row.getString("words"), row.getString("locality"), row.getString("property")),
                new SettledPlace(
                        row.getString("place_name"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        WaitingPlaces.PRECISIONS[row.getShort("precision_no")],
                        shape == null ? null : ewkb.read(shape)),
                row.getLong("version"),
                Rows.instant(row, "said_at"),
                row.getString("said_by"));
    }
}
