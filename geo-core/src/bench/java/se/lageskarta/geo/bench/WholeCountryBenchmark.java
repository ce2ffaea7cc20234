package se.lageskarta.geo.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * The 1.67 million recorded crimes of data.police.uk from October 2018 to February 2019, when the file lies
 * beside the project ({@code shared/data/uk_police_2018-10_2019-02.csv.gz}) or {@code -Dbench.uk=FILE} names
 * it: clusters (2,937), and hotspots with outlines, mixes and months.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@State(Scope.Benchmark)
public class WholeCountryBenchmark {
    private Incidents incidents;

    static Optional<Path> file() {
        String named = System.getProperty("bench.uk");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data/uk_police_2018-10_2019-02.csv.gz");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @Setup
    public void read() throws IOException {
        Path file = file().orElseThrow(() -> new IOException("no file of recorded crimes; name it by -Dbench.uk="));
        Incidents.Builder builder = Incidents.builder(new Crs(27700), 1_700_000);
        try (InputStreamReader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            long id = 0;
            for (NamedCsvRecord row : rows) {
                TimeSpan month = TimeSpan.in(YearMonth.parse(row.getField("month")));
                builder.add(
                        ++id,
                        1,
                        Double.parseDouble(row.getField("x")),
                        Double.parseDouble(row.getField("y")),
                        PlacePrecision.STREET,
                        month.fromMinute(),
                        month.toMinute(),
                        row.getField("type"),
                        1);
            }
        }
        incidents = builder.build();
    }

    @Benchmark
    public int wholeCountryClusters_ours() {
        return new Dbscan(101, 50).fit(incidents.x(), incidents.y()).count();
    }

    @Benchmark
    public int wholeCountryHotspots_ours() {
        return HotspotAnalysis.crime(incidents, IncidentFilter.ALL, HotspotOptions.AUTOMATIC.with(101.0, 50))
                .hotspots()
                .size();
    }
}
