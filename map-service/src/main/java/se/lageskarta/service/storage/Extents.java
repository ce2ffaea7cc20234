package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/** Finds out what the visible rows of a dataset cover, by reading them once. O(n log n). */
@Component
class Extents {
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 1440;
    private static final int MINUTES_A_LONG_MONTH = 31 * MINUTES_A_DAY;

    private final JdbcClient jdbc;
    private final IncidentFacts incidents;
    private final UnsafePlaceFacts unsafePlaces;
    private final Vendor vendor;

    Extents(JdbcClient jdbc, IncidentFacts incidents, UnsafePlaceFacts unsafePlaces, javax.sql.DataSource database) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.unsafePlaces = unsafePlaces;
        vendor = Vendor.of(database);
    }

    DatasetExtent of(Dataset dataset) {
        List<FactRun> runs = FactRun.visibleOf(jdbc, dataset.kind(), dataset.id());
        if (runs.isEmpty()) {
            return DatasetExtent.EMPTY;
        }
        Instant importedAt = jdbc.sql(
                        "select max(finished_at) from import_run where dataset_id = :id and state = 'complete'")
                .param("id", dataset.id())
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, java.time.OffsetDateTime.class))
                        .toInstant())
                .single();
        return switch (dataset.kind()) {
            case INCIDENTS -> of(incidents.read(dataset.crs(), runs), importedAt);
            case UNSAFE_PLACES -> of(unsafePlaces.read(dataset.crs(), runs), importedAt);
            case BASE -> ofBase(runs, importedAt);
        };
    }

    private static DatasetExtent of(Incidents rows, Instant importedAt) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        int[] spans = new int[4];
        for (int i = 0; i < rows.size(); i++) {
            int from = rows.fromMinute()[i];
            if (from == TimeSpan.UNKNOWN_MINUTE) {
                spans[3]++;
                continue;
            }
            first = Math.min(first, from);
            last = Math.max(last, rows.toMinute()[i] - 1);
            int length = rows.toMinute()[i] - from;
            spans[
                    length <= MINUTES_AN_HOUR
                            ? 0
                            : length <= MINUTES_A_DAY ? 1 : length <= MINUTES_A_LONG_MONTH ? 2 : 3]++;
        }
        double[] x = rows.x();
        double[] y = rows.y();
        boolean timeKnown = first <= last;
        return new DatasetExtent(
                rows.size(),
                distinct(x, y),
                bounds(Projection.of(rows.crs()), x, y),
                timeKnown ? TimeSpan.timeOf(first).toLocalDate() : null,
                timeKnown ? TimeSpan.timeOf(last).toLocalDate() : null,
                precision(spans),
                importedAt);
    }

    private static DatasetExtent of(UnsafePlaces marks, Instant importedAt) {
        LocalDate first = null;
        LocalDate last = null;
        for (UnsafePlace mark : marks.marks()) {
            LocalDate day = mark.day();
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        double[] x = marks.x();
        double[] y = marks.y();
        return new DatasetExtent(
                marks.size(),
                distinct(x, y),
                bounds(Projection.of(marks.crs()), x, y),
                first,
                last,
                first == null ? "unknown" : "day",
                importedAt);
    }

    private DatasetExtent ofBase(List<FactRun> runs, Instant importedAt) {
        Ewkb ewkb = new Ewkb();
        Map<Long, Integer> imports = new HashMap<>();
        runs.forEach(run -> imports.put(run.importId(), 0));
        Envelope box = new Envelope();
        long[] rows = {0};
        jdbc.sql("select " + vendor.geometryBytes("shape") + " from base_feature where import_id in (:imports)")
                .param("imports", imports.keySet())
                .query((ResultSet row) -> {
                    box.expandToInclude(ewkb.read(row.getBytes(1)).getEnvelopeInternal());
                    rows[0]++;
                });
        Bounds bounds = box.isNull() ? null : new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        return new DatasetExtent(rows[0], rows[0], bounds, null, null, "unknown", importedAt);
    }

    /** The kind of span that most known times have. */
    private static String precision(int[] spans) {
        if (spans[0] + spans[1] + spans[2] == 0) {
            return "unknown";
        }
        if (spans[0] >= spans[1] && spans[0] >= spans[2]) {
            return "minute";
        }
        return spans[1] >= spans[2] ? "day" : "month";
    }

    /** How many different places; two places share a 64-bit hash about never. */
    private static long distinct(double[] x, double[] y) {
        long[] hashes = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            long hash = Double.doubleToLongBits(x[i]) * 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 32)) + Double.doubleToLongBits(y[i]);
            hash *= 0xD6E8FEB86659FD93L;
            hashes[i] = hash ^ (hash >>> 32);
        }
        Arrays.sort(hashes);
        long distinct = hashes.length == 0 ? 0 : 1;
        for (int i = 1; i < hashes.length; i++) {
            distinct += hashes[i] == hashes[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    private static @Nullable Bounds bounds(Projection projection, double[] x, double[] y) {
        double[] lon = new double[x.length];
        double[] lat = new double[x.length];
        projection.toLonLat(x, y, 0, x.length, lon, lat);
        Envelope box = new Envelope();
        for (int i = 0; i < lon.length; i++) {
            if (!Double.isNaN(lon[i])) {
                box.expandToInclude(lon[i], lat[i]);
            }
        }
        return box.isNull() ? null : new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
