package se.lageskarta.service.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.evidence.PlacedIncidents;
import se.lageskarta.service.ingest.ImportFile;
import se.lageskarta.service.ingest.ImportOrder;

/**
 * Measures through HTTP on loopback what a person waits for, beside PostGIS with the same rows. Not a test: it runs when
 * it is named, and prints a table.
 *
 * <pre>
 * mvn -q -pl map-service -am test -Dtest=MapBenchmark -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Xmx1g \
 *     -Dlageskarta.bench.file=uk_kent_2018-10_2019-02.csv.gz
 * </pre>
 *
 * The file is one of data.police.uk's shape in EPSG:27700; without the property it is looked for in {@code ../shared/data}.
 */
class MapBenchmark {
    private static final int WARM_UP_ROUNDS = 30;
    private static final int FIRST_ZOOM = 10;
    private static final int LAST_ZOOM = 14;
    private static final int TILES_A_ZOOM = 60;

    @TempDir
    private Path folder;

    private final List<String> table = new ArrayList<>();

    @Test
    void print_what_a_person_waits_for() throws Exception {
        try (RunningService service = RunningService.onH2(folder.resolve("data"))) {
            service.part(LoadDemoTown.class).whenEmpty();
            Visitor member = service.as("est-member");
            filterChanges(member, "demo", "2025", 14);
            long begun = System.nanoTime();
            load(service);
            line("import into H2, s", (System.nanoTime() - begun) / 1e9);
            PlacedIncidents set = service.part(Evidence.class).now().placedIncidents().stream()
                    .filter(one -> one.incidents().crs().epsg() == 27700)
                    .findFirst()
                    .orElseThrow();
            line("incidents", set.incidents().size());
            filterChanges(member, "file", "2018", 12);
            List<String> tiles = occupiedTiles(set);
            tiles(member, tiles);
            points(member, set.incidents().size());
            try (PostgisPeer peer = PostgisPeer.with(set)) {
                peer(peer, tiles);
            }
        }
        System.out.println(String.join("\n", table));
    }

    /** Hotspots, timeline and a tile of a question that nobody asked before, as the page asks for them. */
    private void filterChanges(Visitor member, String name, String year, int zoom) {
        int[] changes = {0};
        String[] types = {"SKA", "STO", "BIL", "MIS", "ORD", "NAR", "INB", "CYK", "INF", "RAN"};
        String datasets = datasets(member, name.equals("demo"));
        String tile = tileInTheMiddle(member, zoom, name.equals("demo"));
        Supplier<String> question = () -> {
            int i = changes[0]++;
            return "datasets=" + datasets + "&from=" + year + "-0" + (1 + i % 9) + "-01&types=" + types[i % 10] + ","
                    + types[(i / 10 + 1) % 10];
        };
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            change(member, question.get(), tile);
        }
        double[] millis = new double[40];
        for (int i = 0; i < millis.length; i++) {
            String next = question.get();
            millis[i] = millis(() -> change(member, next, tile));
        }
        percentiles("filter change, two types (" + name + "), ms", millis);
        double[] whole = new double[12];
        for (int i = 0; i < whole.length; i++) {
            String next = "datasets=" + datasets + "&from=" + year + "-10-" + (10 + i);
            whole[i] = millis(() -> change(member, next, tile));
        }
        percentiles("filter change, all types (" + name + "), ms", whole);
    }

    private static void change(Visitor member, String question, String tile) {
        expect(
                member.getBytes("/api/hotspots?" + question, "Accept-Encoding", "gzip")
                        .statusCode(),
                200);
        expect(
                member.getBytes("/api/timeline?" + question, "Accept-Encoding", "gzip")
                        .statusCode(),
                200);
        int status = member.getBytes(
                        "/tiles/hotspots,incidents/" + tile + ".mvt?" + question, "Accept-Encoding", "gzip")
                .statusCode();
        expect(status == 204 ? 200 : status, 200);
    }

    private void tiles(Visitor member, List<String> tiles) {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            get(member, tiles.get(i % tiles.size()), "types=ORD&from=2018-10-0" + (1 + i % 9));
        }
        double[] cold = new double[tiles.size()];
        double[] warm = new double[tiles.size()];
        for (int i = 0; i < cold.length; i++) {
            String tile = tiles.get(i);
            cold[i] = millis(() -> get(member, tile, "from=2018-10-01"));
        }
        for (int i = 0; i < warm.length; i++) {
            String tile = tiles.get(i);
            warm[i] = millis(() -> get(member, tile, "from=2018-10-01"));
        }
        percentiles("MVT tile z10-14, cold, ms", cold);
        percentiles("MVT tile z10-14, warm, ms", warm);
        for (int i = 0; i < cold.length; i++) {
            String path = "/tiles/surface/" + tiles.get(i) + ".png?from=2018-10-01";
            cold[i] = millis(() -> member.getBytes(path));
            warm[i] = millis(() -> member.getBytes(path));
        }
        percentiles("PNG heat tile z10-14, cold, ms", cold);
        percentiles("PNG heat tile z10-14, warm, ms", warm);
    }

    private void points(Visitor member, int rows) {
        String path = "/data/incidents.geojson?from=2018-10-01";
        member.getBytes(path);
        double[] millis = new double[5];
        int[] bytes = {0};
        for (int i = 0; i < millis.length; i++) {
            millis[i] = millis(() -> bytes[0] = member.getBytes(path).body().length);
        }
        Arrays.sort(millis);
        line("GeoJSON download, µs an incident", millis[millis.length / 2] * 1000 / rows);
        line("GeoJSON download, MB/s", bytes[0] / 1e3 / millis[millis.length / 2]);
        double[] page = new double[200];
        for (int i = 0; i < page.length; i++) {
            String ten = "/api/incidents?limit=10&offset=" + 37 * i;
            page[i] = millis(() -> member.getBytes(ten));
        }
        percentiles("page of 10 incidents, ms", page);
    }

    private void peer(PostgisPeer peer, List<String> tiles) throws Exception {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            peer.tile(tiles.get(i % tiles.size()));
        }
        double[] millis = new double[tiles.size()];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            peer.tile(tiles.get(i));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        percentiles("PostGIS ST_AsMVT of the points, z10-14, ms", millis);
        peer.geoJson();
        long begun = System.nanoTime();
        int rows = peer.geoJson();
        line("PostGIS ST_AsGeoJSON, µs an incident", (System.nanoTime() - begun) / 1e3 / rows);
    }

    private static void get(Visitor member, String tile, String question) {
        int status = member.getBytes("/tiles/incidents/" + tile + ".mvt?" + question, "Accept-Encoding", "gzip")
                .statusCode();
        expect(status == 204 ? 200 : status, 200);
    }

    /** Tiles with incidents on them, evenly taken from each zoom. */
    private static List<String> occupiedTiles(PlacedIncidents set) {
        List<String> tiles = new ArrayList<>();
        for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
            TreeSet<String> occupied = new TreeSet<>();
            for (int i = 0; i < set.incidents().size(); i++) {
                occupied.add(
                        tile(zoom, set.positions().lon()[i], set.positions().lat()[i]));
            }
            List<String> all = List.copyOf(occupied);
            int step = Math.max(1, all.size() / TILES_A_ZOOM);
            for (int i = 0; i < all.size(); i += step) {
                tiles.add(all.get(i));
            }
        }
        return tiles;
    }

    private static String tile(int zoom, double lon, double lat) {
        double side = Math.scalb(1.0, zoom);
        return zoom + "/" + (int) (WebMercator.x(lon) * side) + "/" + (int) (WebMercator.y(lat) * side);
    }

    private static String datasets(Visitor member, boolean invented) {
        List<String> ids = new ArrayList<>();
        Json.at(member.get("/api/datasets").body(), "datasets").forEach(dataset -> {
            if (dataset.get("invented").asBoolean() == invented
                    && !dataset.get("kind").asString().equals("base")) {
                ids.add(dataset.get("id").asString());
            }
        });
        return String.join(",", ids);
    }

    private static String tileInTheMiddle(Visitor member, int zoom, boolean invented) {
        for (var group : Json.at(member.get("/api/datasets").body(), "groups")) {
            if (group.get("invented").asBoolean() == invented) {
                var bounds = group.get("bounds");
                return tile(
                        zoom,
                        (bounds.get(0).asDouble() + bounds.get(2).asDouble()) / 2,
                        (bounds.get(1).asDouble() + bounds.get(3).asDouble()) / 2);
            }
        }
        throw new IllegalStateException("no such group");
    }

    private void load(RunningService service) throws IOException, UnreadableFileException {
        Path packed = file();
        Path plain = folder.resolve("incidents.csv");
        if (packed.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
                Files.copy(in, plain);
            }
        } else {
            Files.copy(packed, plain);
        }
        ImportOrder order = new ImportOrder(
                "incidents.csv", "Measured", null, null, new Crs(27700), ColumnMapping.NONE, false, "", "", "bench");
        service.part(ImportFile.class).prepare(plain, order).carryOut();
    }

    private static Path file() {
        String named = System.getProperty("lageskarta.bench.file");
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolveSibling("shared").resolve("data/uk_kent_2018-10_2019-02.csv.gz");
            if (Files.exists(found)) {
                return found;
            }
        }
        throw new IllegalStateException("name a file with -Dlageskarta.bench.file=…");
    }

    private static void expect(int status, int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("status is " + status + ", but must be " + wanted);
        }
    }

    private static double millis(Runnable task) {
        long begun = System.nanoTime();
        task.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void percentiles(String name, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        table.add(String.format(
                Locale.ROOT,
                "%-48s p50 %8.2f   p95 %8.2f   n %d",
                name,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted.length));
    }

    private void line(String name, double value) {
        table.add(String.format(Locale.ROOT, "%-48s %12.2f", name, value));
    }
}
