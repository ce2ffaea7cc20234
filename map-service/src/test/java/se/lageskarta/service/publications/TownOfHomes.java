package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.lageskarta.service.RunningService;
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

/**
 * An invented town of five by five squares of 500 m, each with 20 addresses of three households, and incidents of two years:
 * square number n has n + 3 incidents in 2025 and 2 n in 2024, every third of them vandalism. Everything happens at a home.
 */
final class TownOfHomes {
    static final double WEST = 382_000;
    static final double SOUTH = 6_438_000;
    private static final int SQUARES = 5;
    private static final double SIDE = 500;
    private static final int ADDRESSES = 20;

    private final Datasets datasets;
    private final Imports imports;
    private final IncidentFacts incidents;
    private final BaseFeatures base;
    private long key;

    private TownOfHomes(RunningService service) {
        datasets = service.part(Datasets.class);
        imports = service.part(Imports.class);
        incidents = service.part(IncidentFacts.class);
        base = service.part(BaseFeatures.class);
    }

    /**
     * Writes the town.
     *
     * @param homes how many addresses further everything happens, within the same square
     * @param metres how far beside the home
     * @return number of the incidents' dataset
     */
    static long into(RunningService service, int homes, double metres) {
        TownOfHomes town = new TownOfHomes(service);
        town.addresses();
        return town.incidents(homes, metres);
    }

    /** The same incidents without a single address. */
    static long withoutHomes(RunningService service) {
        return new TownOfHomes(service).incidents(0, 0);
    }

    static void homes(RunningService service) {
        new TownOfHomes(service).addresses();
    }

    private void addresses() {
        Dataset dataset = dataset("Påhittade adresser", DatasetKind.BASE, "addresses", Crs.WGS84);
        ImportRun run = imports.start(dataset.id(), "adresser.geojson", "test");
        Projection projection = Projection.of(Crs.SWEREF99_TM);
        List<BaseFeature> features = new ArrayList<>();
        for (int square = 0; square < SQUARES * SQUARES; square++) {
            for (int home = 0; home < ADDRESSES; home++) {
                double[] at = home(square, home);
                LonLat place = projection.toLonLat(at[0], at[1]);
                features.add(new BaseFeature(
                        BaseRole.ADDRESSES,
                        "house",
                        "Påhittsgatan " + (1 + square * ADDRESSES + home),
                        new GeometryFactory().createPoint(new Coordinate(place.lon(), place.lat())),
                        Map.of("households", "3")));
            }
        }
        base.add(run.id(), features);
        complete(run, features.size());
    }

    private long incidents(int homes, double metres) {
        Dataset dataset = dataset("Påhittade händelser", DatasetKind.INCIDENTS, null, Crs.SWEREF99_TM);
        ImportRun run = imports.start(dataset.id(), "handelser.csv", "test");
        int rows = 0;
        try (IncidentLoad load = incidents.load(run.id(), dataset.crs())) {
            for (int square = 0; square < SQUARES * SQUARES; square++) {
                for (int year = 2024; year <= 2025; year++) {
                    int count = year == 2025 ? square + 3 : 2 * square;
                    for (int i = 0; i < count; i++) {
                        double[] at = home(square, (i + homes) % ADDRESSES);
                        at[0] += metres;
                        LocalDate day = LocalDate.of(year, 1 + i % 12, 1 + i % 28);
                        load.add(new Incident(
                                0,
                                0,
                                ++key,
                                at[0],
                                at[1],
                                PlacePrecision.ADDRESS,
                                TimeSpan.on(day),
                                i % 3 == 0 ? "SKA" : "BIL",
                                "x",
                                1));
                        rows++;
                    }
                }
            }
        }
        complete(run, rows);
        return dataset.id();
    }

    private static double[] home(int square, int home) {
        double x = WEST + square % SQUARES * SIDE + 60 + home % 5 * 90;
        double y = SOUTH + square / SQUARES * SIDE + 60 + home / 5 * 90.0;
        return new double[] {x, y};
    }

    private Dataset dataset(String name, DatasetKind kind, @Nullable String role, Crs crs) {
        return datasets.create(new NewDataset(name, kind, role, crs, "Test", "invented for a test", true));
    }

    private void complete(ImportRun run, int rows) {
        imports.complete(run.id(), new ImportCounts(rows, rows, 0, 0, 0), "{}", List.of());
    }
}
