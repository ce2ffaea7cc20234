package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.stats.MannKendall;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.SeasonalMannKendall;
import se.lageskarta.geo.stats.SeasonalMeans;
import se.lageskarta.geo.stats.SenSlope;
import se.lageskarta.geo.stats.Stl;

/** Does it rise or fall over the months, season aside? */
final class TrendAnalysis implements Analysis {
    private static final int YEAR = 12;
    private static final int LEAST_MONTHS = 10;
    private static final int LEAST_ROWS = 30;
    private static final int MOST_MONTHS = 1200;
    private static final int ROBUST_WINDOW = 7;
    private static final double SIGNIFICANCE = 0.05;

    @Override
    public String name() {
        return "trend";
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
        return List.of(Setting.word("season", List.of("fixed", "changing")), Setting.flag("allTime"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Months months = Months.of(question, true);
        if (months == null || months.size() < LEAST_MONTHS) {
            return Suits.tooFew(
                    "Det krävs minst " + LEAST_MONTHS + " hela månader.",
                    "It takes at least " + LEAST_MONTHS + " whole months.");
        }
        return months.size() > 2 * YEAR
                ? Suits.recommended(
                        "Mer än två år: trend och årstid går att skilja åt.",
                        "More than two years: trend and season can be told apart.")
                : Suits.possible(
                        "Mindre än två år: årstiden går inte att skilja från trenden.",
                        "Less than two years: season cannot be told from trend.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 100L * question.history().size() + 50_000_000;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Months months = Months.of(question, chosen.flag("allTime", true));
        if (months == null) {
            return tooFew(AnalysisResult.of(this, Usable.times(question), question.seed()), 0, 0);
        }
        Usable usable = Usable.times(months.question());
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        answer.parameter(
                "period",
                months.first() + "/" + months.first().plusMonths(months.size() - 1L),
                "",
                true,
                months.allTime()
                        ? new Words(
                                "Alla hela månader som är kända fram till periodens slut: en trend behöver flera år.",
                                "All whole months known up to the end of the period: a trend takes several years.")
                        : new Words("Periodens hela månader.", "The whole months of the period."));
        double sum = Arrays.stream(months.count()).sum();
        if (months.size() < LEAST_MONTHS || sum < LEAST_ROWS) {
            return tooFew(answer.table("months", List.of("month", "count"), rows(months)), months.size(), (int) sum);
        }
        return trend(answer, months, chosen).build();
    }

    private static AnalysisResult tooFew(AnalysisResult.Builder answer, int months, int rows) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få månader eller händelser för en trend.", "Too few months or incidents for a trend.")
                .sentence(
                        months + " hela månader med " + rows + " händelser; det krävs minst " + LEAST_MONTHS
                                + " månader och " + LEAST_ROWS + " händelser.",
                        months + " whole months with " + rows + " incidents; it takes at least " + LEAST_MONTHS
                                + " months and " + LEAST_ROWS + " incidents.")
                .build();
    }

    private static AnalysisResult.Builder trend(AnalysisResult.Builder answer, Months months, Chosen chosen) {
        double[] series = months.count();
        boolean seasonal = series.length >= 2 * YEAR;
        MannKendall plain = MannKendall.of(series);
        SeasonalMannKendall byMonth = seasonal ? SeasonalMannKendall.of(series, YEAR) : null;
        double p = byMonth == null ? plain.p() : byMonth.p();
        double z = byMonth == null ? plain.z() : byMonth.z();
        SenSlope sen = SenSlope.of(series);
        boolean sure = p < SIGNIFICANCE;
        double perYear = YEAR * sen.slope();
        answer.status(sure ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(sure, z, sen.slope()))
                .sentence(
                        seasonal
                                ? new Words(
                                        "Mann-Kendalls test månad för månad (januari mot januari), Sens lutning, och"
                                                + " årstid och trend enligt STL, över " + series.length + " månader.",
                                        "Mann-Kendall test month by month (January against January), Sen's slope, and"
                                                + " season and trend by STL, over " + series.length + " months.")
                                : new Words(
                                        "Mann-Kendalls test och Sens lutning över " + series.length + " månader.",
                                        "Mann-Kendall test and Sen's slope over " + series.length + " months."))
                .figure("trend", !sure ? "no-trend" : z > 0 ? "increasing" : "decreasing")
                .figure("months", series.length)
                .figure("p", p)
                .figure("z", z)
                .figure("mannKendallS", plain.s())
                .figure("mannKendallZ", plain.z())
                .figure("mannKendallP", plain.p())
                .figure("tauB", plain.tauB())
                .figure("seasonalS", byMonth == null ? null : byMonth.s())
                .figure("seasonalZ", byMonth == null ? null : byMonth.z())
                .figure("seasonalP", byMonth == null ? null : byMonth.p())
                .figure("slopePerMonth", sen.slope())
                .figure("slopeLow", finite(sen.low()))
                .figure("slopeHigh", finite(sen.high()))
                .figure("slopePerYear", perYear);
        if (!seasonal) {
            answer.advice(new Words(
                    "Mindre än två år: en årstid kan se ut som en trend.",
                    "Less than two years: a season can look like a trend."));
        }
        if (series.length <= 2 * YEAR) {
            return answer.table("months", List.of("month", "count"), rows(months));
        }
        boolean fixed = chosen.word("season", "fixed").equals("fixed");
        Stl stl = fixed ? Stl.periodic(series, YEAR) : Stl.robust(series, YEAR, ROBUST_WINDOW);
        double[] figure = SeasonalMeans.of(series, YEAR).figure();
        return answer.parameter(
                        "season",
                        fixed ? "fixed" : "changing",
                        "",
                        !chosen.has("season"),
                        new Words(
                                "Samma årstid alla år; det kräver minst data.",
                                "The same season every year; that takes the least data."))
                .table(
                        "months",
                        List.of("month", "count", "trend", "season", "remainder"),
                        series.length,
                        i -> new Object[] {
                            months.month(i), series[i], stl.trend()[i], stl.seasonal()[i], stl.remainder()[i]
                        })
                .table("seasons", List.of("monthOfYear", "deviation"), YEAR, i -> {
                    // January first
                    int offset = Math.floorMod(i - (months.first().getMonthValue() - 1), YEAR);
                    return new Object[] {i + 1, figure[offset]};
                });
    }

    private static Words headline(boolean sure, double z, double slope) {
        if (!sure) {
            return new Words("Ingen säker trend.", "No sure trend.");
        }
        String year = Spoken.sv(Math.abs(YEAR * slope), 1);
        String yearEn = Spoken.en(Math.abs(YEAR * slope), 1);
        return z > 0
                ? new Words(
                        "Ökar säkert: en månad har omkring " + year + " fler händelser än samma månad året innan.",
                        "Surely rises: a month has about " + yearEn + " more incidents than the same month a year ago.")
                : new Words(
                        "Minskar säkert: en månad har omkring " + year + " färre händelser än samma månad året innan.",
                        "Surely falls: a month has about " + yearEn
                                + " fewer incidents than the same month a year ago.");
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<@Nullable Object[]> rows(Months months) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            rows.add(new Object[] {months.month(i), months.count()[i]});
        }
        return rows;
    }

    /**
     * Whole months and their incidents.
     *
     * @param question the same question about these months
     */
    private record Months(YearMonth first, double[] count, AnalysisQuestion question, boolean allTime) {
        static @Nullable Months of(AnalysisQuestion question, boolean allTime) {
            Period known = Period.of(question);
            if (known == null) {
                return null;
            }
            LocalDate from = allTime || question.from() == null ? known.knownFrom() : question.from();
            YearMonth first = YearMonth.from(from.getDayOfMonth() == 1 ? from : from.plusMonths(1));
            YearMonth last = YearMonth.from(known.to().plusDays(1)).minusMonths(1);
            long size = first.until(last, ChronoUnit.MONTHS) + 1;
            if (size < 1) {
                return null;
            }
            if (size > MOST_MONTHS) {
                first = last.minusMonths(MOST_MONTHS - 1L);
                size = MOST_MONTHS;
            }
            Period period = new Period(first.atDay(1), last.atEndOfMonth(), known.knownFrom(), false);
            MonthBars bars =
                    MonthBars.of(question.history().where(IncidentFilter.ALL.during(period.from(), period.to())));
            double[] count = new double[(int) size];
            for (int i = 0; i < bars.count().length; i++) {
                int at = (int) first.until(bars.month(i), ChronoUnit.MONTHS);
                if (at >= 0 && at < count.length) {
                    count[at] += bars.count()[i];
                }
            }
            return new Months(first, count, period.about(question), allTime);
        }

        int size() {
            return count.length;
        }

        String month(int i) {
            return first.plusMonths(i).toString();
        }
    }
}
