package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.stats.Concentration;
import se.lageskarta.geo.stats.HitRate;

/** Answers the cases of concentration and of how well cells chosen beforehand caught what happened afterwards. */
final class AccuracyCases {
    private static final Pattern KERNEL_SCORE = Pattern.compile("kde([A-Z][a-z]+)(\\d+)");
    private static final Pattern GRID = Pattern.compile("([a-z_]+-\\d+)(-.*)?");

    private AccuracyCases() {}

    /** Each member is named after a table of counts, or after points of which each distinct one is a place. */
    static Map<String, Object> concentration(CaseFile question, Path out) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Object name : question.asked("places").keySet()) {
            Concentration found = Concentration.of(counts(question, name.toString()));
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("places", found.places());
            members.put("events", found.events());
            members.put("placesWith25pct", found.placesWithQuarter());
            members.put("placesWith50pct", found.placesWithHalf());
            members.put("pct50", 100 * found.shareOfPlacesWithHalf());
            members.put("gini", found.gini());
            members.put("generalisedGini", found.generalisedGini());
            answer.put(name.toString(), members);
        }
        return answer;
    }

    private static int[] counts(CaseFile question, String name) throws IOException {
        int distinct = name.indexOf("-distinct");
        if (distinct > 0) {
            String file = name.substring(0, distinct).replace('-', '_');
            CasePoints points = CasePoints.read(question.named("inputs/" + file + ".csv"));
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < points.x().length; i++) {
                places.merge(points.x()[i] + " " + points.y()[i], 1, Integer::sum);
            }
            return places.values().stream().mapToInt(Integer::intValue).toArray();
        }
        Matcher grid = GRID.matcher(name);
        if (!grid.matches()) {
            throw new IllegalArgumentException(
                    "a member is " + name + ", but must name a grid or distinct points of a file");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(CasePoints.open(question.named("inputs/grid-" + grid.group(1) + ".csv")))) {
            return rows.stream()
                    .mapToInt(row -> Integer.parseInt(row.getField("count")))
                    .toArray();
        }
    }

    static Map<String, Object> hitRate(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        boolean[] test = rowsWhere(question, question.text("test"));
        boolean[] train = rowsWhere(question, question.text("train"));
        Cells cells = Cells.read(question.named(question.text("grid")));
        int[] before = cells.count(points, train);
        int[] after = cells.count(points, test);
        Map<?, ?> asked = question.asked("share");
        Map<String, Object> answer = new LinkedHashMap<>();
        double[] density = new double[before.length];
        for (Map.Entry<?, ?> entry : asked.entrySet()) {
            double[] score = Arrays.stream(before).asDoubleStream().toArray();
            Matcher kernel = KERNEL_SCORE.matcher(entry.getKey().toString());
            if (kernel.matches()) {
                score = density(kernel, points, train, cells);
                density = score;
            }
            if (entry.getValue() instanceof List<?> shares) {
                answer.put(entry.getKey().toString(), rates(shares, score, before, after));
            }
        }
        String cellsFile = "expected/" + question.id() + ".cells.csv";
        writeCells(out.resolve(question.id() + ".cells.csv"), cells, before, after, density);
        answer.put("cellsFile", cellsFile);
        return answer;
    }

    private static List<Map<String, Object>> rates(List<?> shares, double[] score, int[] before, int[] after) {
        List<Map<String, Object>> rates = new ArrayList<>();
        for (Object one : shares) {
            double share = SmallCountCases.number((Map<?, ?>) one, "share");
            HitRate rate = HitRate.of(share, score, before, after);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("share", share);
            members.put("cells", rate.places());
            members.put("testHits", rate.hits());
            members.put("trainHits", rate.trainHits());
            members.put("hitRate", rate.hitRate());
            members.put("PAI", rate.pai());
            members.put("PEI", rate.pei());
            members.put("maxHits", rate.maxHits());
            members.put("RRI", rate.rri());
            rates.add(members);
        }
        return rates;
    }

    /** What lies in no cell scores no cell either. */
    private static double[] density(Matcher score, CasePoints points, boolean[] train, Cells cells) {
        int[] cell = cells.of(points);
        int[] rows = IntStream.range(0, train.length)
                .filter(i -> train[i] && cell[i] >= 0)
                .toArray();
        double[] x = Arrays.stream(rows).mapToDouble(i -> points.x()[i]).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(i -> points.y()[i]).toArray();
        return new KernelDensity(
                        Kernel.parse(score.group(1).toLowerCase(Locale.ROOT)), Double.parseDouble(score.group(2)))
                .at(x, y, null, cells.x, cells.y);
    }

    /** Rows whose time, as it is written, is before or not before a text: {@code timestamp<2019-10}. */
    private static boolean[] rowsWhere(CaseFile question, String condition) throws IOException {
        boolean before = condition.contains("<");
        String limit = condition.replaceFirst("^[^0-9]*", "");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(CasePoints.open(question.inputFile()))) {
            List<Boolean> wanted = rows.stream()
                    .map(row -> row.getField("timestamp").compareTo(limit) < 0 == before)
                    .toList();
            boolean[] found = new boolean[wanted.size()];
            IntStream.range(0, found.length).forEach(i -> found[i] = wanted.get(i));
            return found;
        }
    }

    private static void writeCells(Path path, Cells cells, int[] before, int[] after, double[] density)
            throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(path)) {
            file.write("cell,train,test,kde\n");
            for (int i = 0; i < before.length; i++) {
                file.write(cells.name.get(i) + "," + before[i] + "," + after[i] + "," + density[i] + "\n");
            }
        }
    }

    /** Square cells by the columns cell, row, col, cx and cy of a table. */
    private record Cells(List<String> name, double[] x, double[] y, double side) {
        static Cells read(Path file) throws IOException {
            List<String> name = new ArrayList<>();
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            List<Integer> column = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CasePoints.open(file))) {
                for (NamedCsvRecord row : rows) {
                    name.add(row.getField("cell"));
                    x.add(Double.parseDouble(row.getField("cx")));
                    y.add(Double.parseDouble(row.getField("cy")));
                    column.add(Integer.parseInt(row.getField("col")));
                }
            }
            int other = IntStream.range(0, x.size())
                    .filter(i -> !column.get(i).equals(column.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(file + " has one column of cells only"));
            return new Cells(
                    name,
                    x.stream().mapToDouble(Double::doubleValue).toArray(),
                    y.stream().mapToDouble(Double::doubleValue).toArray(),
                    (x.get(other) - x.get(0)) / (column.get(other) - column.get(0)));
        }

        int[] count(CasePoints points, boolean[] wanted) {
            int[] cell = of(points);
            int[] count = new int[x.length];
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i] && cell[i] >= 0) {
                    count[cell[i]]++;
                }
            }
            return count;
        }

        /** Cell of each point, -1 for none; half-open cells: a point on an edge belongs to the cell east or north of it. */
        int[] of(CasePoints points) {
            Map<Long, Integer> cellAt = new HashMap<>();
            for (int i = 0; i < x.length; i++) {
                cellAt.put(key(x[i], y[i]), i);
            }
            return IntStream.range(0, points.x().length)
                    .map(i -> cellAt.getOrDefault(key(points.x()[i], points.y()[i]), -1))
                    .toArray();
        }

        private long key(double east, double north) {
            double west = x[0] - side / 2;
            double south = y[0] - side / 2;
            return ((long) Math.floor((north - south) / side) << 32)
                    ^ ((long) Math.floor((east - west) / side) & 0xffffffffL);
        }
    }
}
