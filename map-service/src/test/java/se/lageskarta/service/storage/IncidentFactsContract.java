package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

abstract class IncidentFactsContract extends StoreContract {
    @Test
    void gives_back_every_column_of_what_was_written() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        try (IncidentLoad load = stores.incidents.load(run.id(), dataset.crs())) {
            load.add(new Incident(
                    0,
                    0,
                    -5,
                    383_416.25,
                    6_439_068.5,
                    PlacePrecision.STREET,
                    TimeSpan.UNKNOWN,
                    "OVR",
                    "åäö 'quoted'",
                    2.5));
        }
        stores.imports.complete(run.id(), new ImportCounts(1, 1, 0, 0, 0), "{}", List.of());

        Incidents rows = stores.incidents.visible().get(0);

        assertThat(rows.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.x()).containsExactly(383_416.25);
        assertThat(rows.y()).containsExactly(6_439_068.5);
        assertThat(rows.precision(0)).isEqualTo(PlacePrecision.STREET);
        assertThat(rows.time(0)).isEqualTo(TimeSpan.UNKNOWN);
        assertThat(rows.type(0)).isEqualTo("OVR");
        assertThat(rows.weight()).containsExactly(2.5f);
        assertThat(rows.dataset(0)).isEqualTo(dataset.id());
    }

    @Test
    void keeps_the_place_as_longitude_and_latitude_that_spatial_queries_find() {
        importIncidents(incidentDataset("one"), 416, 417);

        // 383416 6439000 in SWEREF 99 TM is 13.0232 E 58.0771 N
        long found = stores.jdbc
                .sql("select count(*) from incident where ST_Distance(place,"
                        + " ST_GeomFromText('POINT(13.02323 58.07709)', 4326)) < 0.0001")
                .query(Long.class)
                .single();

        assertThat(found).isEqualTo(1);
    }

    @Test
    void a_running_import_shows_nothing() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");

        load(run, dataset, 0, 10);

        assertThat(stores.incidents.visible()).isEmpty();
        assertThat(stores.incidents.sourceKeys(dataset.id()).size()).isZero();
    }

    @Test
    void more_rows_than_one_batch_and_one_block_all_arrive_in_order() {
        importIncidents(incidentDataset("many"), 0, 60_001);

        Incidents rows = stores.incidents.visible().get(0);

        assertThat(rows.size()).isEqualTo(60_001);
        assertThat(rows.ids()).isSorted();
        assertThat(rows.x()[60_000] - rows.x()[0]).isCloseTo(60_000, within(1e-9));
    }

    @Test
    void two_imports_that_write_in_turns_keep_their_rows_apart() {
        Dataset first = incidentDataset("first");
        Dataset second = incidentDataset("second");
        ImportRun a = stores.imports.start(first.id(), "a.csv", "tester");
        ImportRun b = stores.imports.start(second.id(), "b.csv", "tester");
        for (int round = 0; round < 3; round++) {
            load(a, first, round * 10, round * 10 + 10);
            load(b, second, round * 5, round * 5 + 5);
        }
        stores.imports.complete(b.id(), new ImportCounts(15, 15, 0, 0, 0), "{}", List.of());

        assertThat(stores.incidents.visible()).singleElement().satisfies(rows -> {
            assertThat(rows.size()).isEqualTo(15);
            assertThat(rows.datasets()).containsExactly(second.id());
        });

        stores.imports.complete(a.id(), new ImportCounts(30, 30, 0, 0, 0), "{}", List.of());
        assertThat(stores.incidents.visible()).singleElement().satisfies(rows -> {
            assertThat(rows.size()).isEqualTo(45);
            assertThat(rows.ids()).isSorted().doesNotHaveDuplicates();
        });
    }

    @Test
    void sets_of_different_working_systems_stay_apart() {
        Dataset swedish = incidentDataset("swedish");
        Dataset british = stores.datasets.create(
                new NewDataset("british", DatasetKind.INCIDENTS, null, new Crs(32631), "EST", "test", true));
        importIncidents(swedish, 0, 3);
        ImportRun run = stores.imports.start(british.id(), "b.csv", "tester");
        try (IncidentLoad load = stores.incidents.load(run.id(), british.crs())) {
            load.add(new Incident(
                    0, 0, 1, 400_000, 5_700_000, PlacePrecision.ADDRESS, new TimeSpan(1, 2), "STO", "theft", 1));
        }
        stores.imports.complete(run.id(), new ImportCounts(1, 1, 0, 0, 0), "{}", List.of());

        assertThat(stores.incidents.visible())
                .extracting(rows -> rows.crs().epsg(), Incidents::size)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3006, 3), org.assertj.core.groups.Tuple.tuple(32631, 1));
    }

    @Test
    void knows_the_source_keys_of_its_dataset_and_of_no_other() {
        Dataset dataset = incidentDataset("one");
        importIncidents(dataset, 0, 3);
        importIncidents(incidentDataset("other"), 3, 6);

        SourceKeys keys = stores.incidents.sourceKeys(dataset.id());

        assertThat(keys.size()).isEqualTo(3);
        assertThat(keys.contains(1002)).isTrue();
        assertThat(keys.contains(1003)).isFalse();
    }

    @Test
    void nothing_can_be_added_to_an_import_that_has_ended() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = importIncidents(dataset, 0, 3);

        assertThatThrownBy(() -> load(run, dataset, 3, 6)).isInstanceOf(ImportEndedException.class);
        assertThat(stores.incidents.visible().get(0).size()).isEqualTo(3);
    }

    @Test
    void streets_and_areas_come_back_in_metres_and_are_stored_once() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        Geometry street = shape("LINESTRING(13.0221 58.0777, 13.0321 58.0777)");
        try (IncidentLoad load = stores.incidents.load(run.id(), dataset.crs())) {
            load.add(somewhere(1, PlacePrecision.STREET), street);
            load.add(incident(2));
            load.add(somewhere(3, PlacePrecision.STREET), street);
            load.add(somewhere(4, PlacePrecision.AREA), shape("POLYGON((13 58, 13.01 58, 13.01 58.01, 13 58))"));
        }
        stores.imports.complete(run.id(), new ImportCounts(4, 4, 0, 0, 0), "{}", List.of());

        Incidents rows = stores.incidents.visible().get(0);

        Geometry line = rows.shape(0);
        assertThat(line).isNotNull();
        assertThat(line.getCoordinate().x).isCloseTo(383_351.459, within(0.01));
        assertThat(line.getCoordinate().y).isCloseTo(6_439_069.968, within(0.01));
        assertThat(line.getLength()).isCloseTo(589.6, within(1.0));
        assertThat(rows.shape(1)).isNull();
        assertThat(rows.shape(2)).isSameAs(line);
        assertThat(rows.select(new int[] {3}).shape(0)).isInstanceOf(Polygon.class);
        assertThat(shapesStored()).isEqualTo(2);
    }

    @Test
    void shapes_go_when_their_import_is_taken_back() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        try (IncidentLoad load = stores.incidents.load(run.id(), dataset.crs())) {
            load.add(somewhere(1, PlacePrecision.STREET), shape("LINESTRING(13 58, 13.01 58)"));
        }
        stores.imports.complete(run.id(), new ImportCounts(1, 1, 0, 0, 0), "{}", List.of());

        stores.imports.withdraw(run.id());

        assertThat(shapesStored()).isZero();
    }

    private long shapesStored() {
        return stores.jdbc
                .sql("select count(*) from place_shape")
                .query(Long.class)
                .single();
    }

    private static Incident somewhere(int n, PlacePrecision precision) {
        Incident point = incident(n);
        return new Incident(
                0, 0, point.sourceKey(), point.x(), point.y(), precision, point.time(), point.type(), "", 1);
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
