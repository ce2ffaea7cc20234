package se.lageskarta.service;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.IncidentLoad;
import se.lageskarta.service.storage.NewDataset;
import se.lageskarta.service.storage.UnsafePlaceFacts;

/**
 * A small invented town in SWEREF 99 TM, and a set of another country in another system, written through the stores.
 *
 * <p>The town in 2026: 40 thefts and damages at the station, 24 disorders at the square, 14 scattered, 3 known to the
 * municipality only; the years 2023 to 2025: 10 a year at the station, 24 a year at the square. The survey: 12 people
 * find the station unsafe, 2 find the park safe.
 */
public final class InventedEvidence {
    /** Where the station lies, metres in SWEREF 99 TM. */
    public static final double STATION_X = 383_400;

    public static final double STATION_Y = 6_439_000;
    /** Rows of the town's incidents. */
    public static final int TOWN_ROWS = 40 + 24 + 14 + 3 + 3 * (10 + 24);
    /** Rows of the other set. */
    public static final int ABROAD_ROWS = 60;

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final Datasets datasets;
    private final Imports imports;
    private final IncidentFacts incidents;
    private final UnsafePlaceFacts marks;
    private final BaseFeatures base;
    private long key;

    private InventedEvidence(RunningService service) {
        datasets = service.part(Datasets.class);
        imports = service.part(Imports.class);
        incidents = service.part(IncidentFacts.class);
        marks = service.part(UnsafePlaceFacts.class);
        base = service.part(BaseFeatures.class);
    }

    /** Numbers of the datasets written. */
    public record Numbers(long abroad, long town, long survey) {}

    /** Writes everything; the town last, so that it is the newest. */
    public static Numbers into(RunningService service) {
        InventedEvidence evidence = new InventedEvidence(service);
        long abroad = evidence.abroad();
        long town = evidence.town();
        long survey = evidence.survey();
        evidence.streets();
        return new Numbers(abroad, town, survey);
    }

    private long abroad() {
        Dataset dataset = dataset("Abroad", DatasetKind.INCIDENTS, null, new Crs(27700), false);
        ImportRun run = imports.start(dataset.id(), "abroad.csv", "test");
        try (IncidentLoad load = incidents.load(run.id(), dataset.crs())) {
            for (int i = 0; i < ABROAD_ROWS; i++) {
                double[] at = around(i, 606_900, 155_100);
                load.add(incident(at, PlacePrecision.STREET, TimeSpan.in(YearMonth.of(2018, 10 + i % 3)), "SKA"));
            }
        }
        return complete(run, ABROAD_ROWS, dataset);
    }

    private long town() {
        Dataset dataset = dataset("Påhittad stad", DatasetKind.INCIDENTS, null, Crs.SWEREF99_TM, true);
        ImportRun run = imports.start(dataset.id(), "stad.csv", "test");
        try (IncidentLoad load = incidents.load(run.id(), dataset.crs())) {
            for (int year = 2023; year <= 2026; year++) {
                addYear(load, year);
            }
            for (int i = 0; i < 14; i++) {
                double[] at = {STATION_X + 600 + 300 * i, STATION_Y - 900 + 170 * i};
                load.add(incident(at, PlacePrecision.ADDRESS, TimeSpan.on(LocalDate.of(2026, 1 + i % 12, 11)), "KLO"));
            }
            for (int i = 0; i < 3; i++) {
                double[] at = {STATION_X, STATION_Y};
                load.add(incident(at, PlacePrecision.MUNICIPALITY, TimeSpan.on(LocalDate.of(2026, 3, 1 + i)), "SKA"));
            }
        }
        return complete(run, TOWN_ROWS, dataset);
    }

    private void addYear(IncidentLoad load, int year) {
        int atStation = year == 2026 ? 40 : 10;
        for (int i = 0; i < atStation; i++) {
            double[] at = around(i, STATION_X, STATION_Y);
            LocalDateTime time = LocalDateTime.of(year, 1 + i % 12, 5 + i % 20, 22, i);
            load.add(incident(at, PlacePrecision.ADDRESS, TimeSpan.at(time), i % 4 == 0 ? "SKA" : "CYK"));
        }
        for (int i = 0; i < 24; i++) {
            double[] at = around(i, STATION_X + 1_200, STATION_Y + 800);
            load.add(incident(at, PlacePrecision.STREET, TimeSpan.on(LocalDate.of(year, 1 + i % 12, 3)), "HOT"));
        }
    }

    private long survey() {
        Dataset dataset = dataset("Påhittad enkät", DatasetKind.UNSAFE_PLACES, null, Crs.SWEREF99_TM, true);
        ImportRun run = imports.start(dataset.id(), "enkat.csv", "test");
        for (int i = 0; i < 14; i++) {
            boolean safe = i >= 12;
            double[] at = around(i, safe ? STATION_X - 2_000 : STATION_X, STATION_Y);
            marks.add(
                    run.id(),
                    dataset.crs(),
                    List.of(new UnsafePlace(
                            0,
                            0,
                            ++key,
                            at[0],
                            at[1],
                            5,
                            safe,
                            1,
                            100 + i,
                            LocalDate.of(2026, 5, 1 + i),
                            i % 2 == 0,
                            safe ? Set.of() : Set.of(UnsafeReason.DARK, UnsafeReason.PEOPLE))));
        }
        return complete(run, 14, dataset);
    }

    private void streets() {
        Dataset dataset = dataset("Påhittade gator", DatasetKind.BASE, "roads", Crs.WGS84, true);
        ImportRun run = imports.start(dataset.id(), "gator.geojson", "test");
        Projection projection = Projection.of(Crs.SWEREF99_TM);
        LonLat from = projection.toLonLat(STATION_X - 100, STATION_Y + 20);
        LonLat to = projection.toLonLat(STATION_X + 100, STATION_Y + 20);
        base.add(
                run.id(),
                List.of(new BaseFeature(
                        BaseRole.ROADS,
                        "residential",
                        "Stationsgatan",
                        new GeometryFactory().createLineString(new Coordinate[] {
                            new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
                        }),
                        Map.of())));
        complete(run, 1, dataset);
    }

    private Dataset dataset(String name, DatasetKind kind, @Nullable String role, Crs crs, boolean invented) {
        return datasets.create(new NewDataset(name, kind, role, crs, "Test", "invented for a test", invented));
    }

    private long complete(ImportRun run, int rows, Dataset dataset) {
        imports.complete(run.id(), new ImportCounts(rows, rows, 0, 0, 0), "{}", List.of());
        return dataset.id();
    }

    private Incident incident(double[] at, PlacePrecision precision, TimeSpan time, String type) {
        return new Incident(0, 0, ++key, at[0], at[1], precision, time, type, type, 1);
    }

    /** Places that fill a disc of 30 m evenly. */
    private static double[] around(int i, double x, double y) {
        double radius = 30 * Math.sqrt((i % 40 + 0.5) / 40);
        return new double[] {x + radius * Math.cos(i * GOLDEN_ANGLE), y + radius * Math.sin(i * GOLDEN_ANGLE)};
    }
}
