package se.lageskarta.geo.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.ReadTally;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.RowSink;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * A million incidents in a CSV file of 95 MB with quoted cells and times. Ours recognises the file, reads and checks
 * every row (coordinates inside the country, dates, repeated and contradicting numbers, personal data in free text),
 * keeps the report, and hands on facts with their keys. DuckDB reads the seven columns with their types into a table in
 * memory, one thread; FastCSV with the JDK's parsers reads five into arrays. Neither of the two checks anything more
 * than that a cell can be parsed. In {@code csvWithFaults} one row of a hundred has a fault; DuckDB keeps its own list of
 * those, and FastCSV is given one.
 *
 * <p>All are warmed up until the compiler rests, for its work is processor time of the process as well.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@State(Scope.Benchmark)
public class ReadBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int LONGEST_REPORT = 1_000;
    private static final String COLUMNS = "columns={'id':'INTEGER','occurred_at':'TIMESTAMP','category':'VARCHAR',"
            + "'x':'DOUBLE','y':'DOUBLE','street':'VARCHAR','note':'VARCHAR'}";
    private static final String[] TYPES = {
        "Skadegörelse", "Inbrott bostad", "Inbrott fordon", "Misshandel", "Rån", "Narkotika", "Klotter", "Brand"
    };

    private Path file;
    private Path withFaults;
    private final ReadOptions options = ReadOptions.recognise(SourceTypes.shipped());

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("lageskarta-bench-", ".csv");
        withFaults = Files.createTempFile("lageskarta-bench-", ".csv");
        write(file, false);
        write(withFaults, true);
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
        Files.delete(withFaults);
    }

    @Benchmark
    public long csv_ours() throws IOException, UnreadableFileException {
        return ours(file).placed();
    }

    @Benchmark
    public double csv_duckdbOneThread() throws SQLException {
        return duckdb("read_csv('" + file + "',header=true," + COLUMNS + ")");
    }

    @Benchmark
    public double csv_fastCsvAndJdkParsers() throws IOException {
        return fastCsv(file).x[ROWS - 1];
    }

    @Benchmark
    public long csvWithFaults_ours() throws IOException, UnreadableFileException {
        return ours(withFaults).rejected();
    }

    @Benchmark
    public double csvWithFaults_duckdbOneThread() throws SQLException {
        return duckdb("read_csv('" + withFaults + "',header=true,store_rejects=true,rejects_limit=0," + COLUMNS + ")");
    }

    @Benchmark
    public int csvWithFaults_fastCsvAndJdkParsers() throws IOException {
        return fastCsv(withFaults).faults.size();
    }

    private static Columns fastCsv(Path csv) throws IOException {
        Columns columns = new Columns();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            boolean headings = true;
            for (CsvRecord row : rows) {
                if (!headings) {
                    columns.add(row);
                }
                headings = false;
            }
        }
        return columns;
    }

    private ReadTally ours(Path csv) throws IOException, UnreadableFileException {
        FilePlan plan = IncidentReader.plan(csv, "utdrag.csv", options);
        Report report = new Report();
        ReadTally tally = IncidentReader.read(plan, report);
        if (report.kept.size() > LONGEST_REPORT || tally.rows() != ROWS) {
            throw new IllegalStateException("read " + tally);
        }
        return tally;
    }

    private static double duckdb(String source) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads to 1");
            statement.execute("create table t as select * from " + source);
            try (ResultSet sum = statement.executeQuery("select sum(x) from t")) {
                sum.next();
                return sum.getDouble(1);
            }
        }
    }

    /** Counts facts, and keeps what is said about rows as the service does. */
    private static final class Report implements RowSink {
        private final List<RowProblem> kept = new ArrayList<>();
        private final Map<String, Long> countByCode = new TreeMap<>();
        private double sum;

        @Override
        public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
            sum += incident.x();
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            sum += place.x();
        }

        @Override
        public void base(long line, BaseFeature feature) {
            sum++;
        }

        @Override
        public void problem(RowProblem problem, Fate fate) {
            countByCode.merge(problem.code(), 1L, Long::sum);
            if (kept.size() < LONGEST_REPORT) {
                kept.add(problem);
            }
        }

        @Override
        public boolean wantsDegrees() {
            return false;
        }
    }

    private static final class Columns {
        private final int[] id = new int[ROWS];
        private final int[] minute = new int[ROWS];
        private final int[] type = new int[ROWS];
        private final double[] x = new double[ROWS];
        private final double[] y = new double[ROWS];
        private final Map<String, Integer> types = new HashMap<>();
        private final List<String> faults = new ArrayList<>();
        private int size;

        void add(CsvRecord row) {
            try {
                parse(row);
                size++;
            } catch (NumberFormatException | DateTimeParseException fault) {
                faults.add(row.getStartingLineNumber() + ": " + fault.getMessage());
            }
        }

        private void parse(CsvRecord row) {
            id[size] = Integer.parseInt(row.getField(0));
            minute[size] = (int) (LocalDateTime.parse(row.getField(1)).toEpochSecond(ZoneOffset.UTC) / 60);
            type[size] = types.computeIfAbsent(row.getField(2), word -> types.size());
            x[size] = Double.parseDouble(row.getField(3));
            y[size] = Double.parseDouble(row.getField(4));
        }
    }

    private static void write(Path file, boolean faults) throws IOException {
        Random random = new Random(20240601);
        TownPoints town = TownPoints.of(ROWS, 20240601);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("id,occurred_at,category,x,y,street,note\n");
            for (int i = 0; i < ROWS; i++) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1826));
                int minute = random.nextInt(1440);
                String east = hundredths(350_000 + town.x()[i]);
                out.write(Integer.toString(i));
                out.write(',' + day.toString() + 'T' + two(minute / 60) + ':' + two(minute % 60) + ":00,");
                out.write(TYPES[random.nextInt(TYPES.length)] + ',');
                out.write((faults && i % 100 == 7 ? "okänd" : east) + ',' + hundredths(6_400_000 + town.y()[i]));
                out.write(",\"Storgatan " + (i % 97 + 1) + ", Herrljunga\",");
                out.write(i % 5 == 0 ? "\"Ruta krossad, \"\"okänd\"\" gärningsperson\"\n" : "\n");
            }
        }
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String hundredths(double metres) {
        long all = Math.round(metres * 100);
        return String.format(Locale.ROOT, "%d.%02d", all / 100, all % 100);
    }
}
