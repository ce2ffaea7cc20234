package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Decides about rows whose places wait. Settling writes the row's incident into its own import, exactly once whoever
 * else decides at the same time; reopening takes it away again. Each decision is one transaction, after which the data
 * set tells that it has changed.
 */
@Repository
public class WaitingDecisions {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final WaitingPlaces places;
    private final Imports imports;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Vendor vendor;

    WaitingDecisions(
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionOperations transactions,
            WaitingPlaces places,
            Imports imports,
            ApplicationEventPublisher events,
            Clock clock,
            DataSource database) {
        this.template = template;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.places = places;
        this.imports = imports;
        this.events = events;
        this.clock = clock;
        vendor = Vendor.of(database);
    }

    /**
     * Says where a row's incident was.
     *
     * @param from the versions that the decision may be made from
     * @param sameText also for all others that wait and say the same place
     * @return how many rows were settled; 0 when there is no such row
     * @throws StalePlaceException when somebody else has decided meanwhile
     */
    public int settle(long id, LongPredicate from, SettledPlace place, boolean sameText, String by) {
        try {
            return change(() -> {
                List<Long> ids = take(id, from, WaitingPlace.State.WAITING, sameText, "settled", by);
                if (!ids.isEmpty()) {
                    describe(ids, place, "");
                    template.execute((ConnectionCallback<Boolean>) connection -> write(connection, ids, place));
                }
                return ids;
            });
        } catch (ImportEndedException takenBack) {
            // somebody took an import back meanwhile, and its rows with it
            return 0;
        }
    }

    /**
     * Gives the rows that wait and say the same place as one, and that one, other candidates. Where there are none the old
     * ones stay: they may have been right.
     *
     * @return how many rows; 0 when nobody knows anything new
     */
    public int propose(long id, List<FoundPlace> candidates) {
        if (candidates.isEmpty()) {
            return 0;
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            WaitingPlace place = places.find(id).orElse(null);
            if (place == null || place.state() != WaitingPlace.State.WAITING || isAlike(place, candidates)) {
                return 0;
            }
            String json = template.execute((ConnectionCallback<String>) connection -> CandidatesJson.write(
                    candidates,
                    new ShapeInserts(vendor)
                            .store(
                                    connection,
                                    place.importId(),
                                    candidates.stream()
                                            .map(FoundPlace::shape)
                                            .filter(Objects::nonNull)
                                            .toList())));
            List<Long> ids = places.saySame(place, WaitingPlace.State.WAITING);
            ids.add(id);
            int changed = 0;
            for (long each : ids) {
                changed += jdbc.sql("update place_waiting set candidates = :candidates, version = version + 1"
                                + " where id = :id and state = 'waiting'")
                        .param("candidates", json)
                        .param("id", each)
                        .update();
            }
            return changed;
        }));
    }

    private static boolean isAlike(WaitingPlace place, List<FoundPlace> candidates) {
        List<String> before = place.candidates().stream()
                .map(each -> each.name() + each.lon() + each.lat())
                .toList();
        return before.equals(candidates.stream()
                .map(each -> each.name() + each.lon() + each.lat())
                .toList());
    }

    /** Says that nobody can say where it was. */
    public int leave(long id, LongPredicate from, String reason, boolean sameText, String by) {
        return change(() -> {
            List<Long> ids = take(id, from, WaitingPlace.State.WAITING, sameText, "left", by);
            describe(ids, null, reason);
            return ids;
        });
    }

    /** Takes a decision back: the row waits again, and its incident is gone. */
    public int reopen(long id, LongPredicate from, boolean sameText, String by) {
        return change(() -> {
            WaitingPlace place = places.find(id).orElse(null);
            if (place == null) {
                return List.of();
            }
            if (place.state() == WaitingPlace.State.WAITING) {
                throw new StalePlaceException(place);
            }
            List<Long> ids = take(id, from, place.state(), sameText, "waiting", by);
            takeAway(ids);
            return ids;
        });
    }

    private int change(Supplier<List<Long>> decision) {
        Set<Dataset> changed = new LinkedHashSet<>();
        Integer count = transactions.execute(status -> {
            List<Long> ids = decision.get();
            for (Long importId : importsOf(ids)) {
                changed.add(imports.describe(importId));
            }
            return ids.size();
        });
        changed.forEach(dataset -> events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind())));
        return count;
    }

    /** Moves the row, and those that say the same, to another state; those that somebody else was quicker with stay. */
    private List<Long> take(
            long id, LongPredicate from, WaitingPlace.State now, boolean sameText, String next, String by) {
        WaitingPlace place = places.find(id).orElse(null);
        if (place == null) {
            return List.of();
        }
        List<Long> wanted = sameText ? places.saySame(place, now) : new ArrayList<>();
        wanted.add(id);
        // in one order, so that two who decide at the same time do not wait for each other
        wanted.sort(null);
        List<Long> taken = new ArrayList<>();
        for (Long each : wanted) {
            boolean first = each == id;
            boolean may = !first || (place.state() == now && from.test(place.version()));
            if (may && move(each, first ? place.version() : null, now, next, by)) {
                taken.add(each);
            } else if (first) {
                throw new StalePlaceException(places.find(id).orElse(place));
            }
        }
        return taken;
    }

    private boolean move(long id, @Nullable Long version, WaitingPlace.State now, String next, String by) {
        return jdbc.sql(
                                "update place_waiting set state = :next, version = version + 1, decided_at = :at,"
                                        + " decided_by = :by where id = :id and state = :now and (:version = 0 or version = :version)")
                        .param("next", next)
                        .param("at", Rows.time(clock.instant()))
                        .param("by", by)
                        .param("id", id)
                        .param("now", now.code())
                        .param("version", version == null ? 0 : version)
                        .update()
                == 1;
    }

    private void describe(List<Long> ids, @Nullable SettledPlace place, String reason) {
        template.batchUpdate(
                "update place_waiting set place_name = ?, lon = ?, lat = ?, precision_no = ?, reason = ? where id = ?",
                ids,
                1000,
                (update, id) -> {
                    if (place == null) {
                        update.setNull(1, Types.VARCHAR);
                        update.setNull(2, Types.DOUBLE);
                        update.setNull(3, Types.DOUBLE);
                        update.setNull(4, Types.SMALLINT);
                    } else {
                        update.setString(1, place.name());
                        update.setDouble(2, place.lon());
                        update.setDouble(3, place.lat());
                        update.setShort(4, (short) place.precision().ordinal());
                    }
                    update.setString(5, reason);
                    update.setLong(6, id);
                });
    }

    /** A row on its way to being an incident. */
    private record Row(
            long id,
            long importId,
            Crs crs,
            long sourceKey,
            TimeSpan time,
            String type,
            String sourceType,
            double weight) {}

    private boolean write(Connection connection, List<Long> ids, SettledPlace place) throws SQLException {
        Map<Long, List<Row>> byImport = new LinkedHashMap<>();
        for (Row row : rows(ids)) {
            byImport.computeIfAbsent(row.importId, any -> new ArrayList<>()).add(row);
        }
        ShapeInserts shapes = new ShapeInserts(vendor);
        for (Map.Entry<Long, List<Row>> group : byImport.entrySet()) {
            write(connection, group.getKey(), group.getValue(), place, shapes);
            shapes = new ShapeInserts(vendor);
        }
        return true;
    }

    private void write(Connection connection, long importId, List<Row> rows, SettledPlace place, ShapeInserts shapes)
            throws SQLException {
        Projection projection = Projection.of(rows.get(0).crs);
        double[] at = projection.fromLonLat(place.lon(), place.lat());
        IncidentBatch batch = new IncidentBatch(rows.size());
        for (Row row : rows) {
            batch.add(
                    new Incident(
                            0,
                            0,
                            row.sourceKey,
                            at[0],
                            at[1],
                            place.precision(),
                            row.time,
                            row.type,
                            row.sourceType,
                            row.weight),
                    place.shape());
        }
        batch.locate(projection);
        long first = FactNumbers.take(connection, FactTable.INCIDENT, importId, ImportState.COMPLETE, rows.size());
        IncidentWriter.of(vendor).write(connection, importId, first, batch);
        if (batch.hasShapes()) {
            shapes.write(connection, importId, first, batch);
        }
        try (PreparedStatement remember =
                connection.prepareStatement("update place_waiting set incident_id = ? where id = ?")) {
            for (int i = 0; i < rows.size(); i++) {
                remember.setLong(1, first + i);
                remember.setLong(2, rows.get(i).id);
                remember.addBatch();
            }
            remember.executeBatch();
        }
        count(importId, place.precision().allowsPointMethods() ? rows.size() : 0);
    }

    /** Rows whose place is good enough are placed now and no longer uncertain; the sum stays. */
    private void count(long importId, int placed) {
        jdbc.sql("update import_run set placed = placed + :n, uncertain = uncertain - :n where id = :id")
                .param("n", placed)
                .param("id", importId)
                .update();
    }

    private List<Row> rows(List<Long> ids) {
        List<Row> rows = new ArrayList<>();
        for (Long id : ids) {
            rows.add(jdbc.sql("select w.import_id, d.crs, w.source_key, w.from_minute, w.to_minute, w.type,"
                            + " w.source_type, w.weight from place_waiting w join dataset d on d.id = w.dataset_id"
                            + " where w.id = :id")
                    .param("id", id)
                    .query((row, number) -> {
                        int from = row.getInt(4);
                        TimeSpan time = row.wasNull() ? TimeSpan.UNKNOWN : new TimeSpan(from, row.getInt(5));
                        return new Row(
                                id,
                                row.getLong(1),
                                new Crs(row.getInt(2)),
                                row.getLong(3),
                                time,
                                row.getString(6),
                                row.getString(7),
                                row.getDouble(8));
                    })
                    .single());
        }
        return rows;
    }

    private record Written(long importId, long incidentId, int precision) {}

    private void takeAway(List<Long> ids) {
        for (Long id : ids) {
            jdbc.sql("select import_id, incident_id, precision_no from place_waiting where id = :id"
                            + " and incident_id is not null")
                    .param("id", id)
                    .query((row, number) -> new Written(row.getLong(1), row.getLong(2), row.getInt(3)))
                    .optional()
                    .ifPresent(this::takeAway);
            jdbc.sql("update place_waiting set incident_id = null, place_name = null, lon = null, lat = null,"
                            + " precision_no = null, reason = null where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private void takeAway(Written written) {
        jdbc.sql("delete from incident where id = :id and import_id = :import")
                .param("id", written.incidentId)
                .param("import", written.importId)
                .update();
        jdbc.sql("delete from incident_shape where incident_id = :id")
                .param("id", written.incidentId)
                .update();
        count(written.importId, WaitingPlaces.PRECISIONS[written.precision].allowsPointMethods() ? -1 : 0);
    }

    private Set<Long> importsOf(List<Long> ids) {
        Set<Long> found = new LinkedHashSet<>();
        for (Long id : ids) {
            found.add(jdbc.sql("select import_id from place_waiting where id = :id")
                    .param("id", id)
                    .query(Long.class)
                    .single());
        }
        return found;
    }
}
