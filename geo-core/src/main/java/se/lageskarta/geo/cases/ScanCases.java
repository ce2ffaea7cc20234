package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.ScanCluster;
import se.lageskarta.geo.stats.ScanOptions;
import se.lageskarta.geo.stats.ScanOptions.Look;
import se.lageskarta.geo.stats.ScanResult;
import se.lageskarta.geo.stats.ScanStatistic;

/** Answers the cases of scan statistics. */
final class ScanCases {
    private static final long SEED = 20240101;
    private static final int REPORTED = 3;
    private static final int DRAWS = 19;
    private static final int MANY_DRAWS = 999;
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*(?:\\.\\.|-|–|to)\\s*(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("length\\D*(\\d+)\\s*(?:\\.\\.|-|–|to)\\s*(\\d+)");
    private static final Pattern END = Pattern.compile("ends? at\\s*(\\d+)");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)");
    private static final Pattern PERIOD = Pattern.compile("(\\S*\\d)\\s*(?:\\.\\.|\\bto\\b)\\s*(\\d[\\d/-]*)");

    private ScanCases() {}

    static Map<String, Object> permutation(CaseFile question, Path out) throws IOException {
        ScanInput input = ScanInput.read(question);
        Time time = Time.of(question, input);
        Look look = question.method().contains("retrospective") ? Look.RETROSPECTIVE : Look.PROSPECTIVE;
        ScanOptions options = options(question, input, look, time, MANY_DRAWS);
        ScanResult result = ScanStatistic.spaceTimePermutation(
                input.places(), places(input.cases()), time.steps(input.cases()), time.count(), options, () -> false);
        return answer(input, time, result);
    }

    /** Poisson with a population, Bernoulli with controls; in space, or in space and time. */
    static Map<String, Object> measured(CaseFile question, Path out) throws IOException {
        ScanInput input = ScanInput.read(question);
        String method = question.method().toLowerCase(Locale.ROOT);
        boolean spatial = method.startsWith("spatial");
        Time time = spatial ? new Time(0, 0) : Time.of(question, input);
        Look look = spatial
                ? Look.SPATIAL
                : method.contains("prospective") && !method.contains("retrospective")
                        ? Look.PROSPECTIVE
                        : Look.RETROSPECTIVE;
        ScanOptions options = options(question, input, look, time, DRAWS);
        int[] place = places(input.cases());
        int[] step = spatial ? new int[place.length] : time.steps(input.cases());
        ScanResult result;
        if (method.contains("bernoulli")) {
            int[] controls = places(input.controls());
            int[] controlStep = spatial ? new int[controls.length] : time.steps(input.controls());
            result = ScanStatistic.bernoulli(
                    input.places(), place, step, controls, controlStep, time.count(), options, () -> false);
        } else if (spatial || !input.populationChanges()) {
            result = ScanStatistic.poisson(
                    input.places(), place, step, time.count(), input.population(), options, () -> false);
        } else {
            result = ScanStatistic.poisson(
                    input.places(), place, step, input.populationByTime(time.first, time.last), options, () -> false);
        }
        Map<String, Object> answer = answer(input, time, result);
        List<Double> maxima = new ArrayList<>();
        for (double value : result.nullMax()) {
            maxima.add(Math.rint(value * 1e4) / 1e4);
        }
        answer.put("nullMaxLlr" + result.drawn(), maxima);
        return answer;
    }

    private static Map<String, Object> answer(ScanInput input, Time time, ScanResult result) {
        List<String> names = input.names();
        List<Map<String, Object>> clusters = new ArrayList<>();
        for (ScanCluster found : result.clusters()) {
            List<String> locations = new ArrayList<>();
            for (int place : found.places()) {
                locations.add(names.get(place));
            }
            Map<String, Object> cluster = new LinkedHashMap<>();
            cluster.put("llr", found.llr());
            cluster.put("locations", locations);
            cluster.put("center", names.get(found.centre()));
            cluster.put("radius", found.radius());
            cluster.put("start", time.shown(found.start()));
            cluster.put("end", time.shown(found.end()));
            cluster.put("observed", found.observed());
            cluster.put("expected", found.expected());
            cluster.put("p", found.p());
            cluster.put("pGumbel", found.gumbelP());
            clusters.add(cluster);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("clusters", clusters);
        return answer;
    }

    private static ScanOptions options(CaseFile question, ScanInput input, Look look, Time time, int draws) {
        int shortest = (int) number(question, 1, "minDays", "minSteps", "minLength", "minTemporal");
        int longest = (int)
                number(question, Math.max(1, time.count() / 2.0), "maxDays", "maxSteps", "maxLength", "maxTemporal");
        Matcher lengths = lengths(question);
        if (lengths != null) {
            shortest = Integer.parseInt(lengths.group(1));
            longest = Integer.parseInt(lengths.group(2));
        }
        return new ScanOptions(
                look,
                radius(question, input),
                share(question),
                shortest,
                Math.max(shortest, longest),
                (int) number(question, 2, "minCases"),
                (int) number(question, REPORTED, "maxClusters", "clusters"),
                (int) number(question, draws, "replicates", "replications", "monteCarlo", "permutations"),
                0,
                (long) number(question, SEED, "seed"));
    }

    private static @Nullable Matcher lengths(CaseFile question) {
        Matcher days = RANGE.matcher(question.text("temporalDays"));
        if (days.find()) {
            return days;
        }
        Matcher length = LENGTH.matcher(question.text("temporal"));
        return length.find() ? length : null;
    }

    private static double radius(CaseFile question, ScanInput input) {
        double kilometres = number(question, Double.NaN, "maxRadiusKm");
        if (!Double.isNaN(kilometres)) {
            return input.inDegrees() ? kilometres : kilometres * 1_000;
        }
        double metres = number(question, Double.NaN, "maxRadiusM", "maxRadiusMetres");
        if (!Double.isNaN(metres)) {
            return input.inDegrees() ? metres / 1_000 : metres;
        }
        return number(question, Double.POSITIVE_INFINITY, "maxRadius", "radius", "maxDistance");
    }

    /** The share of everything that any parameter names in per cent; otherwise half. */
    private static double share(CaseFile question) {
        for (String name : List.of("maxCases", "maxPopulation", "maxShare", "maxIndividuals", "maxSpatial")) {
            Matcher percent = PERCENT.matcher(question.text(name));
            if (percent.find()) {
                return Double.parseDouble(percent.group(1)) / 100;
            }
            double value = number(question, Double.NaN, name);
            if (value > 0 && value <= 1) {
                return value;
            }
        }
        return 0.5;
    }

    /** The first of the parameters that is a number or begins with one after other signs. */
    private static double number(CaseFile question, double otherwise, String... names) {
        for (String name : names) {
            if (question.params().get(name) instanceof Number number) {
                return number.doubleValue();
            }
            Matcher number = NUMBER.matcher(question.text(name));
            if (number.find()) {
                return Double.parseDouble(number.group(1));
            }
        }
        return otherwise;
    }

    private static int[] places(List<int[]> rows) {
        return rows.stream().mapToInt(row -> row[0]).toArray();
    }

    /**
     * Time steps of a case: days of a period, or the numbers that the file gives.
     *
     * @param first time of step 0
     * @param last time of the last step
     */
    private record Time(int first, int last, boolean dated) {
        Time(int first, int last) {
            this(first, last, false);
        }

        static Time of(CaseFile question, ScanInput input) {
            int[] times =
                    input.cases().stream().mapToInt(row -> row[1]).sorted().toArray();
            int first = times.length == 0 ? 0 : times[0];
            int last = times.length == 0 ? 0 : times[times.length - 1];
            Matcher period = PERIOD.matcher(question.text("period"));
            if (period.find()) {
                int from = ScanInput.timeOf(period.group(1));
                return new Time(from, ScanInput.timeOf(period.group(2)), ScanInput.dayIn(period.group(1)) != null);
            }
            Matcher end = END.matcher(question.text("temporal"));
            if (end.find()) {
                return new Time(Math.min(0, first), Integer.parseInt(end.group(1)));
            }
            return new Time(first, last, first > MANY_DRAWS * 10);
        }

        int count() {
            return last - first + 1;
        }

        int[] steps(List<int[]> rows) {
            return rows.stream().mapToInt(row -> row[1] - first).toArray();
        }

        /** Days of a period are numbered from 0, other times are shown as they are. */
        int shown(int step) {
            return dated ? step : first + step;
        }
    }
}
