package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.WeightedDisplacement;
import se.lageskarta.geo.stats.EvenShares;
import se.lageskarta.geo.stats.NausScan;
import se.lageskarta.geo.stats.PredictionTable;
import se.lageskarta.geo.stats.TwoCounts;

/** Answers the cases of tests for small counts. */
final class SmallCountCases {
    private static final Pattern ARGUMENT = Pattern.compile("([A-Za-z_]+)[ =]+([-0-9.,]+)");
    private static final double CONFIDENCE = 0.9;

    private SmallCountCases() {}

    static Map<String, Object> tests(CaseFile question, Path out) throws IOException {
        Map<?, ?> asked =
                question.asked("k1", "k2", "n1", "n2", "args", "L", "k", "mu", "n", "obs", "pred", "area", "counts");
        Map<String, Object> answer = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            switch (name.toString()) {
                case "eTest" -> answer.put("eTest", each(value, SmallCountCases::twoCounts));
                case "wdd" -> answer.put("wdd", each(value, SmallCountCases::displacement));
                case "nausScan" -> answer.put("nausScan", each(value, SmallCountCases::naus));
                case "paiTable" -> answer.put("paiTable", prediction((Map<?, ?>) value));
                case "dayOfWeekExactG" -> answer.put("dayOfWeekExactG", each(value, SmallCountCases::weekdays));
                default -> throw new IllegalArgumentException(name + " is no test known here");
            }
        });
        return answer;
    }

    /** Answers one element of a list. */
    private interface One {
        Map<String, Object> answer(Map<?, ?> asked);
    }

    private static List<Map<String, Object>> each(Object list, One one) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Object element : (List<?>) list) {
            answers.add(one.answer((Map<?, ?>) element));
        }
        return answers;
    }

    private static Map<String, Object> twoCounts(Map<?, ?> asked) {
        int k1 = (int) number(asked, "k1");
        int k2 = (int) number(asked, "k2");
        double n1 = number(asked, "n1");
        double n2 = number(asked, "n2");
        TwoCounts found = TwoCounts.of(k1, n1, k2, n2);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("k1", k1);
        members.put("k2", k2);
        members.put("n1", n1);
        members.put("n2", n2);
        members.put("eTestP", TwoCounts.eTest(k1, n1, k2, n2, TwoCounts.Variance.POOLED));
        members.put("exactConditionalP", found.exactP());
        members.put("poissonZ", found.poissonZ());
        members.put("scipyPoissonMeansTestP", found.eTestP());
        return members;
    }

    /** Counts in words: {@code control=20,20 treated=20,10 dispControl=30,30 dispTreated=30,20 time_weights=2,1}. */
    private static Map<String, Object> displacement(Map<?, ?> asked) {
        String words = String.valueOf(asked.get("args"));
        Map<String, double[]> arguments = new LinkedHashMap<>();
        Matcher matcher = ARGUMENT.matcher(words);
        while (matcher.find()) {
            String name = matcher.group(1).replace("_", "").toLowerCase(Locale.ROOT);
            arguments.put(
                    name,
                    Arrays.stream(matcher.group(2).split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        double[] time = arguments.getOrDefault("timeweights", new double[] {1, 1});
        double[] area = arguments.getOrDefault("areaweights", new double[] {1, 1, 1, 1});
        double alpha = arguments.getOrDefault("alpha", new double[] {1 - CONFIDENCE})[0];
        WeightedDisplacement found = WeightedDisplacement.of(
                counts(arguments, "treated"),
                counts(arguments, "control"),
                counts(arguments, "disptreated"),
                counts(arguments, "dispcontrol"),
                new WeightedDisplacement.Weights(time[0], time[1], area[0], area[1], area[2], area[3]));
        double[] interval = found.interval(1 - alpha);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Est_Local", found.local());
        result.put("SE_Local", found.localError());
        result.put("Est_Displace", found.displaced());
        result.put("SE_Displace", found.displacedError());
        result.put("Est_Total", found.total());
        result.put("SE_Total", found.error());
        result.put("Z", found.z());
        result.put("LowCI", interval[0]);
        result.put("HighCI", interval[1]);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("args", words);
        members.put("r", result);
        return members;
    }

    private static BeforeAfter counts(Map<String, double[]> arguments, String name) {
        double[] counts = arguments.getOrDefault(name, new double[2]);
        return new BeforeAfter(counts[0], counts[1]);
    }

    private static Map<String, Object> naus(Map<?, ?> asked) {
        Map<String, Object> members = new LinkedHashMap<>();
        asked.forEach((name, value) -> members.put(name.toString(), value));
        members.put("p", NausScan.p((int) number(asked, "L"), (int) number(asked, "k"), number(asked, "mu"), (int)
                number(asked, "n")));
        return members;
    }

    private static Map<String, Object> weekdays(Map<?, ?> asked) {
        double[] counts = PatternCases.numbers(asked.get("counts"));
        EvenShares found = EvenShares.of(
                Arrays.stream(counts).mapToInt(count -> (int) count).toArray());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("counts", asked.get("counts"));
        members.put("G", found.g());
        members.put("exactP", found.p());
        return members;
    }

    private static Map<String, Object> prediction(Map<?, ?> asked) {
        double[] observed = PatternCases.numbers(asked.get("obs"));
        double[] area = new double[observed.length];
        Arrays.fill(area, 1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PredictionTable.Row row : PredictionTable.of(observed, PatternCases.numbers(asked.get("pred")), area)) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("Order", rows.size() + 1);
            members.put("Count", row.count());
            members.put("CumCount", row.cumulativeCount());
            members.put("PCumCount", row.shareOfCount());
            members.put("Pred", row.predicted());
            members.put("CumPred", row.cumulativePredicted());
            members.put("Area", row.area());
            members.put("CumArea", row.cumulativeArea());
            members.put("PCumArea", row.shareOfArea());
            members.put("PAI", row.pai());
            members.put("PEI", row.pei());
            members.put("RRI", row.rri());
            rows.add(members);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("obs", asked.get("obs"));
        answer.put("pred", asked.get("pred"));
        answer.put("columns", rows);
        return answer;
    }

    static double number(Map<?, ?> members, String name) {
        if (members.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + " is " + members.get(name) + ", but must be a number");
    }
}
