package se.lageskarta.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that hold both projected coordinates and longitude and latitude, kept beside the repository for measuring.
 * No case where that folder is absent; the points in {@code proj-points.csv} stand in the project itself.
 */
class RealRowsTest {
    private static final int ROWS = 20_000;

    @TestFactory
    Stream<DynamicTest> both_ways_to_write_a_place_agree_within_ten_metres() {
        return Stream.of(
                        new RealFile("uk_police_2018-10_2019-02.csv.gz", new Crs(27700)),
                        new RealFile("memphis_robberies_2019.csv", new Crs(26916)))
                .filter(file -> Files.exists(file.path()))
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> agree(file)));
    }

    private static void agree(RealFile file) throws IOException {
        double[][] columns = file.columns();
        double[] x = columns[0];
        double[] y = columns[1];
        List<CrsGuess.Proposal> guess = CrsGuess.propose(x, y, columns[2], columns[3], "x", "y");
        assertThat(guess).singleElement().satisfies(best -> {
            assertThat(best.crs()).isEqualTo(file.crs());
            assertThat(best.certain()).isTrue();
            assertThat(best.swapped()).isFalse();
        });
        double[] east = new double[x.length];
        double[] north = new double[x.length];
        Projection.of(file.crs()).fromLonLat(columns[2], columns[3], 0, x.length, east, north);
        List<Double> away = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            away.add(Math.hypot(east[i] - x[i], north[i] - y[i]));
        }
        away.sort(null);
        // data.police.uk rounds to six decimals and GDAL's shift differs from the Ordnance Survey's by a few metres
        assertThat(away.get(away.size() * 99 / 100)).isLessThan(file.toleranceMetres());
    }

    private record RealFile(String name, Crs crs) {
        /** Memphis gives three decimals of longitude and latitude: up to 70 m. */
        double toleranceMetres() {
            return crs.epsg() == 27700 ? 10 : 75;
        }

        Path path() {
            Path folder = Path.of("").toAbsolutePath();
            while (folder != null) {
                Path file = folder.resolve("shared/data").resolve(name);
                if (Files.exists(file)) {
                    return file;
                }
                folder = folder.getParent();
            }
            return Path.of("shared/data").resolve(name);
        }

        /** x, y, lon, lat of the first rows. */
        double[][] columns() throws IOException {
            try (BufferedReader lines = open()) {
                List<String> header = List.of(lines.readLine().split(","));
                int[] at = Stream.of("x", "y", "lon", "lat")
                        .mapToInt(header::indexOf)
                        .toArray();
                List<String[]> rows = lines.lines()
                        .map(line -> line.split(","))
                        .filter(row -> !row[at[0]].isEmpty() && !row[at[2]].isEmpty())
                        .limit(ROWS)
                        .toList();
                double[][] columns = new double[4][];
                for (int c = 0; c < 4; c++) {
                    int column = at[c];
                    columns[c] = rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[column]))
                            .toArray();
                }
                return columns;
            }
        }

        private BufferedReader open() {
            try {
                var bytes = Files.newInputStream(path());
                var plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
