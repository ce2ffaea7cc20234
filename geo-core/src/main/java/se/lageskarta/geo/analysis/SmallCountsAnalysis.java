package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.EvenShares;
import se.lageskarta.geo.stats.NausScan;
import se.lageskarta.geo.stats.TwoCounts;
import se.lageskarta.geo.stats.WeekHour;

/** Is it more than in the same months before, also when the numbers are small? */
final class SmallCountsAnalysis implements Analysis {
    private static final int FEWEST = 5;
    private static final double SIGNIFICANCE = 0.05;
    private static final int MINUTES_A_WEEK = 7 * 1440;
    private static final int LEAST_WEEKDAYS = 7;

    @Override
    public String name() {
        return "small-counts";
    }

    @Override
    public Topic topic() {
        return Topic.WHEN;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Period period = Period.of(question);
        if (period == null || period.earlier().isEmpty()) {
            return Suits.tooFew(
                    "Samma månader tidigare år är inte kända, så det finns inget att jämföra med.",
                    "The same months of earlier years are not known, so there is nothing to compare with.");
        }
        return Suits.recommended(
                "Jämför med samma månader tidigare år, med test som håller för få händelser.",
                "Compares with the same months of earlier years, by tests that hold for few incidents.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 300L * question.history().size() + 50_000_000;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Period period = Period.of(question);
        List<Period> earlier = period == null ? List.of() : period.earlier();
        if (period == null || earlier.isEmpty()) {
            return tooFew(
                    AnalysisResult.of(this, Usable.times(question), question.seed()),
                    new Words(
                            "Samma månader tidigare år är inte kända.",
                            "The same months of earlier years are not known."));
        }
        Usable usable = Usable.times(period.about(question));
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        period.describe(answer);
        Incidents now = usable.incidents();
        List<Incidents> before =
                earlier.stream().map(year -> year.of(question.history())).toList();
        int days = earlier.stream().mapToInt(Period::days).sum();
        int sum = before.stream().mapToInt(Incidents::size).sum();
        TwoCounts all = TwoCounts.of(now.size(), period.days(), sum, days);
        double expected = (double) sum * period.days() / days;
        answer.figure("count", now.size())
                .figure("expected", expected)
                .figure("ratio", finite(all.ratio()))
                .figure("interval", Arrays.asList(all.ratioLow(), finite(all.ratioHigh())))
                .figure("p", all.eTestP())
                .figure("exactP", all.exactP())
                .figure("z", z(now.size(), expected, (double) period.days() / days));
        years(answer, period, now.size(), earlier, before);
        types(answer, now, before, period.days(), days);
        week(answer, now, period, sum * 7.0 / days);
        weekdays(answer, now);
        if (Math.max(now.size(), expected) < FEWEST) {
            return tooFew(
                    answer,
                    new Words(
                            now.size() + " händelser nu och " + Spoken.sv(expected, 1) + " väntade; det krävs minst "
                                    + FEWEST + ".",
                            now.size() + " incidents now and " + Spoken.en(expected, 1)
                                    + " expected; it takes at least " + FEWEST + "."));
        }
        boolean sure = isSure(all);
        return answer.status(sure ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(sure, now.size(), expected))
                .sentence(
                        period.sv() + " mot samma dagar " + earlier.size()
                                + " år innan: E-test, exakt test bredvid, 95 % intervall för kvoten.",
                        period.en() + " against the same days of " + earlier.size()
                                + " years before: E-test, exact test beside it, 95 % interval of the ratio.")
                .figure("verdict", sure ? (now.size() > expected ? "increasing" : "decreasing") : "no-trend")
                .build();
    }

    /** Both the test and the interval of the ratio must say so. */
    private static boolean isSure(TwoCounts test) {
        return test.eTestP() < SIGNIFICANCE && (test.ratioLow() > 1 || test.ratioHigh() < 1);
    }

    /** Difference of the square roots, whose variance hardly depends on the counts. */
    private static double z(int now, double expected, double scale) {
        return 2 * (Math.sqrt(now) - Math.sqrt(expected)) / Math.sqrt(1 + scale);
    }

    private static AnalysisResult tooFew(AnalysisResult.Builder answer, Words why) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att säga om det ändrats.", "Too few to say whether it changed.")
                .sentence(why)
                .build();
    }

    private static Words headline(boolean sure, int now, double expected) {
        String sv = now + " händelser mot " + Spoken.sv(expected, 0) + " väntade.";
        String en = now + " incidents beside " + Spoken.en(expected, 0) + " expected.";
        if (!sure) {
            return new Words("Ingen säker förändring: " + sv, "No sure change: " + en);
        }
        return now > expected
                ? new Words("Säkert fler: " + sv, "Surely more: " + en)
                : new Words("Säkert färre: " + sv, "Surely fewer: " + en);
    }

    private static void years(
            AnalysisResult.Builder answer, Period period, int now, List<Period> earlier, List<Incidents> before) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            rows.add(new Object[] {
                earlier.get(i).from().toString(),
                earlier.get(i).to().toString(),
                before.get(i).size()
            });
        }
        rows.add(new Object[] {period.from().toString(), period.to().toString(), now});
        answer.table("years", List.of("from", "to", "count"), rows);
    }

    private static void types(
            AnalysisResult.Builder answer, Incidents now, List<Incidents> before, int days, int earlierDays) {
        Map<String, Integer> present = byType(List.of(now));
        Map<String, Integer> past = byType(before);
        TreeSet<String> types = new TreeSet<>(present.keySet());
        types.addAll(past.keySet());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String type : types) {
            int count = present.getOrDefault(type, 0);
            int earlier = past.getOrDefault(type, 0);
            double expected = (double) earlier * days / earlierDays;
            TwoCounts test = TwoCounts.of(count, days, earlier, earlierDays);
            String verdict = Math.max(count, expected) < FEWEST
                    ? "too-few"
                    : !isSure(test) ? "no-trend" : count > expected ? "increasing" : "decreasing";
            rows.add(new @Nullable Object[] {
                type,
                count,
                expected,
                finite(test.ratio()),
                test.ratioLow(),
                finite(test.ratioHigh()),
                test.eTestP(),
                test.exactP(),
                verdict
            });
        }
        rows.sort(Comparator.comparingInt((@Nullable Object[] row) -> -count(row)));
        answer.table(
                "types", List.of("type", "count", "expected", "ratio", "low", "high", "p", "exactP", "verdict"), rows);
        if (rows.size() > 1) {
            answer.advice(new Words(
                    "Bland " + rows.size() + " typer ser i medeltal " + Spoken.sv(SIGNIFICANCE * rows.size(), 1)
                            + " säkra ut av en slump.",
                    "Among " + rows.size() + " types, " + Spoken.en(SIGNIFICANCE * rows.size(), 1)
                            + " look sure by chance on average."));
        }
    }

    private static int count(@Nullable Object[] row) {
        return row[1] instanceof Integer count ? count : 0;
    }

    private static Map<String, Integer> byType(List<Incidents> sets) {
        Map<String, Integer> byType = new HashMap<>();
        for (Incidents set : sets) {
            for (int i = 0; i < set.size(); i++) {
                byType.merge(set.types().get(set.typeIndex()[i]), 1, Integer::sum);
            }
        }
        return byType;
    }

    /** The busiest seven days, and how often chance brings such ones in a period as long. */
    private static void week(AnalysisResult.Builder answer, Incidents now, Period period, double perWeek) {
        int[] minute = IntStream.range(0, now.size())
                .filter(i -> now.time(i).knowsDay())
                .map(i -> now.fromMinute()[i])
                .sorted()
                .toArray();
        int most = 0;
        int at = 0;
        for (int low = 0, high = 0; high < minute.length; high++) {
            while (minute[high] - minute[low] >= MINUTES_A_WEEK) {
                low++;
            }
            if (high - low + 1 > most) {
                most = high - low + 1;
                at = low;
            }
        }
        answer.figure("busiestWeek", most);
        if (most >= 2) {
            answer.figure(
                    "busiestWeekFrom",
                    LocalDate.ofEpochDay(Math.floorDiv(minute[at], 1440)).toString());
        }
        int weeks = period.days() / 7;
        boolean testable = most >= FEWEST && weeks >= 2 && perWeek > 0;
        answer.figure("busiestWeekP", testable ? NausScan.p(weeks, 1, perWeek, most) : null);
    }

    private static void weekdays(AnalysisResult.Builder answer, Incidents now) {
        int[] weekdays = WeekHour.weekdays(now, IntStream.range(0, now.size()).toArray());
        EvenShares even = Arrays.stream(weekdays).sum() < LEAST_WEEKDAYS ? null : EvenShares.of(weekdays);
        answer.figure("weekdayG", even == null ? null : even.g())
                .figure("weekdayP", even == null ? null : even.p())
                .table("weekdays", List.of("weekday", "count"), 7, day -> new Object[] {day, weekdays[day]});
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
