package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.ScanPlaces;

/**
 * The data of a scan case: places, cases with their times, controls, and population, whether they stand in one
 * table or in several (cases, places, controls, population).
 */
final class ScanInput {
    private static final int DATE = 10;
    private static final Pattern DAY = Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");

    private static final String[] COUNTED = {"cases", "numcases", "case", "count", "controls", "numcontrols", "n"};
    private static final String[] PEOPLE = {"population", "pop"};
    private static final String[] TIMES = {"timestamp", "date", "time", "day", "year", "month"};

    private final CaseFile question;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<double[]> points = new ArrayList<>();
    private final List<int[]> cases = new ArrayList<>();
    private final List<int[]> controls = new ArrayList<>();
    private final Map<Integer, Map<Integer, Double>> population = new LinkedHashMap<>();
    private boolean degrees;

    private ScanInput(CaseFile question) {
        this.question = question;
    }

    static ScanInput read(CaseFile question) throws IOException {
        ScanInput input = new ScanInput(question);
        List<Path> files = new ArrayList<>();
        for (String name : question.input().replaceAll("\\s*\\([^)]*\\)", "").split(";")) {
            files.add(question.named(name.strip()));
        }
        List<Path> counted = new ArrayList<>();
        for (Path file : files) {
            CaseTable table = CaseTable.read(file);
            boolean isGeo = table.header().isEmpty()
                    ? file.toString().endsWith(".geo")
                    : table.column(COUNTED) < 0 && table.column(PEOPLE) < 0 && table.column(TIMES) < 0;
            if (isGeo) {
                input.readPlaces(table);
            } else {
                counted.add(file);
            }
        }
        for (Path file : counted) {
            input.readCounts(file.getFileName().toString(), CaseTable.read(file));
        }
        return input;
    }

    ScanPlaces places() {
        double[] first = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] second = points.stream().mapToDouble(point -> point[1]).toArray();
        return degrees ? ScanPlaces.onEarth(first, second) : ScanPlaces.flat(first, second);
    }

    boolean inDegrees() {
        return degrees;
    }

    List<String> names() {
        return new ArrayList<>(numbers.keySet());
    }

    /** Place and time of each case. */
    List<int[]> cases() {
        return cases;
    }

    List<int[]> controls() {
        return controls;
    }

    /** Population of each place over all times named; 0 where none is given. */
    double[] population() {
        double[] sums = new double[numbers.size()];
        population.forEach((place, byTime) -> sums[place] =
                byTime.values().stream().mapToDouble(value -> value).sum());
        return sums;
    }

    /** Population of each place at each time from the first to the last, straight between the times named. */
    double[][] populationByTime(int first, int last) {
        double[][] rows = new double[numbers.size()][last - first + 1];
        population.forEach((place, byTime) -> {
            int[] known = byTime.keySet().stream().mapToInt(t -> t).sorted().toArray();
            for (int t = first; t <= last; t++) {
                rows[place][t - first] = between(byTime, known, t);
            }
        });
        return rows;
    }

    boolean populationChanges() {
        return population.values().stream().anyMatch(byTime -> byTime.size() > 1);
    }

    private static double between(Map<Integer, Double> byTime, int[] known, int time) {
        int k = Arrays.binarySearch(known, time);
        if (k >= 0) {
            return byTime.getOrDefault(known[k], 0.0);
        }
        int after = -k - 1;
        if (after == 0 || after == known.length) {
            return byTime.getOrDefault(known[Math.min(after, known.length - 1)], 0.0);
        }
        double left = byTime.getOrDefault(known[after - 1], 0.0);
        double right = byTime.getOrDefault(known[after], 0.0);
        return left + (right - left) * (time - known[after - 1]) / (known[after] - known[after - 1]);
    }

    private void readPlaces(CaseTable table) {
        int latitude = table.column("lat", "latitude");
        int first = latitude >= 0 ? latitude : table.column(1, "x", "x-coordinate", "cx");
        int second =
                latitude >= 0 ? table.column("lon", "long", "longitude") : table.column(2, "y", "y-coordinate", "cy");
        for (String[] row : table.rows()) {
            addPlace(row[0], Double.parseDouble(row[first]), Double.parseDouble(row[second]));
        }
        degrees = latitude >= 0
                && !question.text("distance").toLowerCase(Locale.ROOT).contains("eucl")
                && points.stream().allMatch(point -> Math.abs(point[0]) <= 90 && Math.abs(point[1]) <= 360)
                && points.stream().anyMatch(point -> point[0] != Math.rint(point[0]));
    }

    private int addPlace(String name, double first, double second) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        numbers.put(name, points.size());
        points.add(new double[] {first, second});
        return points.size() - 1;
    }

    private void readCounts(String file, CaseTable table) {
        boolean areControls = file.contains("ctl") || file.contains("control");
        int people = named(table, "population", PEOPLE);
        int count = named(table, areControls ? "controls" : "cases", COUNTED);
        int time = table.column(2, TIMES);
        int x = table.column("cx", "x");
        int y = table.column("cy", "y");
        Map<String, String> nameAt = new LinkedHashMap<>();
        for (String[] row : table.rows()) {
            String name = row[0];
            if (x >= 0 && y >= 0) {
                // incidents: rows at one point are one place, named after the first
                name = nameAt.computeIfAbsent(row[x] + " " + row[y], key -> row[0]);
                addPlace(name, Double.parseDouble(row[x]), Double.parseDouble(row[y]));
            }
            Integer place = numbers.get(name);
            if (place == null) {
                continue;
            }
            int at = time < 0 || time >= row.length ? 0 : timeOf(row[time]);
            if (people >= 0) {
                population
                        .computeIfAbsent(place, key -> new LinkedHashMap<>())
                        .merge(at, Double.parseDouble(row[people]), Double::sum);
            }
            boolean hasCases = table.header().isEmpty() || count >= 0 || people < 0;
            int number = !hasCases
                    ? 0
                    : count < 0
                            ? (table.header().isEmpty() ? Integer.parseInt(row[1]) : 1)
                            : (int) Math.round(Double.parseDouble(row[count]));
            for (int k = 0; k < number; k++) {
                (areControls ? controls : cases).add(new int[] {place, at});
            }
        }
    }

    /** The column that the case's own parameter names, else one of the names. */
    private int named(CaseTable table, String param, String... names) {
        String name = question.text(param).toLowerCase(Locale.ROOT);
        int own = table.header().indexOf(name);
        return own >= 0 ? own : table.column(names);
    }

    /** Days since 1970 for a date, four digits for a year, else the number itself. */
    static int timeOf(String text) {
        LocalDate day = dayIn(text);
        if (day != null) {
            return (int) day.toEpochDay();
        }
        int number = (int) Math.floor(Double.parseDouble(text.strip()));
        return text.strip().length() == 2 && number > 31 ? 1900 + number : number;
    }

    static @Nullable LocalDate dayIn(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.find() || day.start() > DATE) {
            return null;
        }
        return LocalDate.parse(day.group().replace('/', '-'), DateTimeFormatter.ofPattern("yyyy-M-d", Locale.ROOT));
    }
}
