package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.EmergingHotspots;
import se.lageskarta.geo.stats.EmergingPattern;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.MannKendall;

/** Answers the cases of emerging hotspots: cubes of counts, and stories to be named. */
final class EmergingCases {
    private static final double SIGNIFICANCE = 0.05;
    private static final int BUSIEST = 60;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d*\\.\\d+");

    private EmergingCases() {}

    static Map<String, Object> analysis(CaseFile question, Path out) throws IOException {
        CellTable table = CellTable.read(question.named(question.text("grid")));
        CasePoints points = question.points();
        Steps steps = Steps.of(question.text("steps"), question.params().get("T"), points.day());
        double[][] cube = new double[steps.count][table.area().size()];
        for (int i = 0; i < points.x().length; i++) {
            int cell = table.area().numberAt(points.x()[i], points.y()[i]);
            int step = steps.of(points.day()[i]);
            if (cell >= 0 && step >= 0) {
                cube[step][cell]++;
            }
        }
        String shape = question.text("neighbourhood");
        GridNeighbours neighbours =
                new GridNeighbours(table.area(), GridCases.shape(shape.isEmpty() ? "queen" : shape));
        EmergingHotspots found = EmergingHotspots.of(neighbours, cube);
        double significance = significance(question.text("significance"));
        double[][] p = found.p();
        double[][] q = found.q();
        EmergingPattern[] raw = found.patterns(p, significance);
        EmergingPattern[] corrected = found.patterns(q, significance);
        double[] totals = new double[table.area().size()];
        for (double[] counts : cube) {
            Arrays.setAll(totals, i -> totals[i] + counts[i]);
        }
        writeCells(question, table, totals, found.trend(), raw, corrected, out);
        writeBins(question, table, totals, cube, found.z(), p, q, out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("xbar", found.mean());
        answer.put("S", found.deviation());
        answer.put("categoriesRaw05", categories(table, raw));
        answer.put("categoriesFdr05", categories(table, corrected));
        answer.put("cellsFile", "expected/" + question.id() + ".cells.csv");
        answer.put("binsFile", "expected/" + question.id() + ".bins.csv (" + BUSIEST + " busiest cells)");
        return answer;
    }

    /** Names the stories that the case lists; each as hot, cold or neither, and the z of its trend. */
    static List<Map<String, Object>> classification(CaseFile question, Path out) throws IOException {
        double significance =
                question.params().get("alpha") instanceof Number alpha ? alpha.doubleValue() : SIGNIFICANCE;
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Map<?, ?> asked : question.askedList("bins", "trendZ")) {
            String bins = String.valueOf(asked.get("bins"));
            int[] story = bins.chars()
                    .map(step -> step == 'H' ? 1 : step == 'C' ? -1 : 0)
                    .toArray();
            double z = asked.get("trendZ") instanceof Number number ? number.doubleValue() : 0;
            int trend = GiStar.twoSided(z) < significance ? (int) Math.signum(z) : 0;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("bins", bins);
            one.put("trendZ", asked.get("trendZ") instanceof Number number ? number : 0);
            one.put("category", EmergingPattern.of(story, trend).words());
            answer.add(one);
        }
        return answer;
    }

    private static double significance(String sentence) {
        Matcher number = NUMBER.matcher(sentence);
        return number.find() ? Double.parseDouble(number.group()) : SIGNIFICANCE;
    }

    private static Map<String, Object> categories(CellTable table, EmergingPattern[] patterns) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (int number : table.number()) {
            counts.merge(patterns[number].words(), 1, (a, b) -> (Integer) a + (Integer) b);
        }
        return counts;
    }

    private static void writeCells(
            CaseFile question,
            CellTable table,
            double[] totals,
            MannKendall[] trend,
            EmergingPattern[] raw,
            EmergingPattern[] corrected,
            Path out)
            throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(question.id() + ".cells.csv"))) {
            file.write("cell,total,mkS,mkVar,mkZ,mkP,categoryRaw05,categoryFdr05\n");
            for (int line = 0; line < table.number().length; line++) {
                int at = table.number()[line];
                MannKendall mk = trend[at];
                file.write(table.name().get(line) + "," + GridCases.plain(totals[at]) + "," + mk.s() + ","
                        + mk.variance() + "," + mk.z() + "," + mk.p() + "," + raw[at].words() + ","
                        + corrected[at].words() + "\n");
            }
        }
    }

    private static void writeBins(
            CaseFile question,
            CellTable table,
            double[] totals,
            double[][] cube,
            double[][] z,
            double[][] p,
            double[][] q,
            Path out)
            throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(question.id() + ".bins.csv"))) {
            file.write("cell,step,count,z,p,pFdr\n");
            for (int line : table.busiest(totals, BUSIEST)) {
                int at = table.number()[line];
                for (int t = 0; t < cube.length; t++) {
                    file.write(table.name().get(line) + "," + t + "," + cube[t][at] + "," + z[t][at] + "," + p[t][at]
                            + "," + q[t][at] + "\n");
                }
            }
        }
    }

    /**
     * Calendar steps of equal length.
     *
     * @param first month of the first step
     * @param months in a step, 0 for steps of so many days
     * @param days in a step when it is not counted in months
     * @param firstDay of the first step, days since 1970
     */
    private record Steps(YearMonth first, int months, int days, int firstDay, int count) {
        /** From words such as "monthly2019", "quarterly 2020-2024" or "weekly"; without a year, what the data span. */
        static Steps of(String words, @Nullable Object wanted, int[] day) {
            int earliest = Arrays.stream(day).min().orElse(0);
            int latest = Arrays.stream(day).max().orElse(0);
            int last = 0;
            int year = 0;
            Matcher years = YEAR.matcher(words);
            while (years.find()) {
                last = Integer.parseInt(years.group());
                year = year == 0 ? last : year;
            }
            LocalDate start = year == 0 ? LocalDate.ofEpochDay(earliest).withDayOfMonth(1) : LocalDate.of(year, 1, 1);
            LocalDate end = year == 0 ? LocalDate.ofEpochDay(latest) : LocalDate.of(last, 12, 31);
            int steps = wanted instanceof Number number ? number.intValue() : 0;
            int months = months(words);
            int days = months == 0 ? days(words) : 0;
            int firstDay = (int) (months == 0 && year == 0 ? earliest : start.toEpochDay());
            YearMonth first = YearMonth.from(start);
            int spanned = (int) first.until(YearMonth.from(end), ChronoUnit.MONTHS) + 1;
            if (months == 0 && days == 0) {
                months = steps == 0 ? 1 : Math.max(1, (spanned + steps - 1) / steps);
            }
            int whole = months > 0 ? (spanned + months - 1) / months : (int) ((end.toEpochDay() - firstDay) / days + 1);
            return new Steps(first, months, days, firstDay, steps == 0 ? whole : steps);
        }

        private static int months(String words) {
            String low = words.toLowerCase(Locale.ROOT);
            if (low.contains("month")) {
                Matcher several = Pattern.compile("(\\d+)[ -]?month").matcher(low);
                return several.find() && several.group(1).length() < 3 ? Integer.parseInt(several.group(1)) : 1;
            }
            if (low.contains("quarter")) {
                return 3;
            }
            if (low.contains("half") || low.contains("semi")) {
                return 6;
            }
            return low.contains("year") || low.contains("annual") ? 12 : 0;
        }

        private static int days(String words) {
            String low = words.toLowerCase(Locale.ROOT);
            Matcher several = Pattern.compile("(\\d+)[ -]?day").matcher(low);
            return low.contains("week") ? 7 : several.find() ? Integer.parseInt(several.group(1)) : 0;
        }

        /** The step of a day, −1 outside. */
        int of(int day) {
            int step = months > 0
                    ? Math.floorDiv(
                            (int) first.until(YearMonth.from(LocalDate.ofEpochDay(day)), ChronoUnit.MONTHS), months)
                    : Math.floorDiv(day - firstDay, days);
            return step >= 0 && step < count ? step : -1;
        }
    }
}
