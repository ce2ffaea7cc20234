package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.ScanCluster;
import se.lageskarta.geo.stats.ScanOptions;
import se.lageskarta.geo.stats.ScanOptions.Look;
import se.lageskarta.geo.stats.ScanPlaces;
import se.lageskarta.geo.stats.ScanResult;
import se.lageskarta.geo.stats.ScanStatistic;

/**
 * The monthly alarm: is something going on now, in one place, that chance would seldom bring? Circles and time
 * windows are scanned; how unusual the best one is, is told as how often chance alone would bring its like when
 * somebody looks once a month. Looking back, it finds what has been going on; compared with earlier incidents, where
 * the period has had more than its share.
 */
final class ScanAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_DAYS = 28;
    private static final double RADIUS_METRES = 1_000;
    private static final int MIN_DAYS = 7;
    private static final int MAX_DAYS = 90;
    private static final int REPLICATES = 999;
    private static final double ALARM_MONTHS = 12;
    private static final double WATCH_MONTHS = 6;
    private static final double SURE = 0.05;
    private static final double SMALLEST_CIRCLE_METRES = 25;

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE_AND_WHEN;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.word("look", List.of("prospective", "retrospective")),
                Setting.word("model", List.of("permutation", "bernoulli")),
                Setting.number("radius", "m", 10, 100_000),
                Setting.whole("minDays", "days", 1, 3_650),
                Setting.whole("maxDays", "days", 1, 3_650),
                Setting.whole("step", "days", 1, 31),
                Setting.number("maxShare", "", 0.01, 1),
                Setting.whole("minCases", "", 2, 1_000),
                Setting.whole("replicates", "", 19, 9_999),
                Setting.whole("stopAfter", "", 0, 9_999));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Usable usable = Usable.placesAndDays(question);
        if (usable.size() < LEAST_ROWS) {
            return Suits.tooFew(usable.size(), LEAST_ROWS);
        }
        if (ScanPeriod.of(question, usable, 1).days() < LEAST_DAYS) {
            return Suits.unsuited(
                    "Perioden är kortare än " + LEAST_DAYS + " dagar: det finns inget att jämföra nuet med.",
                    "The period is shorter than " + LEAST_DAYS
                            + " days: there is nothing to compare the present with.");
        }
        return Suits.recommended(
                "Månadens larm: säger om något ovanligt pågår nu, och hur ofta slumpen ger detsamma.",
                "The monthly alarm: tells whether something unusual is going on now, and how often chance does the same.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.placesAndDays(question);
        Setup setup = Setup.of(question, usable, chosen);
        ScanOptions options = setup.options;
        double rows = Math.max(1, usable.size());
        double earlier = setup.bernoulli ? 1 + question.history().size() / rows : 1;
        double n = rows * earlier;
        double around = 1 + 2 * NearRepeatAnalysis.pairsWithin(usable, options.maxRadius()) / rows * earlier;
        double window = Math.min(1, (double) options.maxSteps() / Math.max(1, setup.period.steps()));
        double held = around / 2 * window;
        double places = Math.max(1, Math.min(usable.distinct() * earlier, ScannedPlaces.MOST));
        double casesAPlace = n / places;
        double longest = options.maxSteps();
        double ring = setup.bernoulli
                ? casesAPlace
                : options.look() == Look.PROSPECTIVE
                        ? Math.min(casesAPlace * window * (10 + 1.5 * held), 3 * longest + casesAPlace)
                        : Math.min(
                                casesAPlace * (10 + around / 2 + 1.5 * held * held),
                                3 * longest * Math.min(setup.period.steps(), 2 * longest) + casesAPlace);
        double rings = Math.min(places * places, places * around * places / n);
        return (long) (rings * (2 + ring) * (options.replicates() + 1) + places * places * 20 + n * 500);
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.placesAndDays(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        Setup setup = Setup.of(question, usable, chosen);
        setup.describe(answer, chosen);
        if (usable.size() < LEAST_ROWS || setup.period.days() < LEAST_DAYS) {
            Words few = usable.size() < LEAST_ROWS
                    ? Suits.tooFew(usable.size(), LEAST_ROWS).why()
                    : suits(question).why();
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline(few)
                    .sentence(
                            "Genomsökningen behöver minst " + LEAST_ROWS + " händelser och " + LEAST_DAYS + " dagar.",
                            "The scan takes at least " + LEAST_ROWS + " incidents and " + LEAST_DAYS + " days.")
                    .build();
        }
        return setup.bernoulli
                ? againstEarlier(question, usable, setup, answer, stop)
                : inSpaceAndTime(usable, setup, answer, stop);
    }

    private static AnalysisResult inSpaceAndTime(
            Usable usable, Setup setup, AnalysisResult.Builder answer, BooleanSupplier stop) {
        ScannedPlaces places = ScannedPlaces.of(usable.x(), usable.y());
        ScanResult found = ScanStatistic.spaceTimePermutation(
                ScanPlaces.flat(places.x(), places.y()),
                places.place(),
                setup.period.stepsOf(usable.days()),
                setup.period.steps(),
                setup.options,
                stop);
        places.describe(answer);
        boolean now = setup.options.look() == Look.PROSPECTIVE;
        return describe(answer, places, setup, found, now)
                .sentence(
                        "Rum-tid-permutation: cirklar om högst " + metres(setup) + " m och fönster om "
                                + setup.shortest() + "–" + setup.longest() + " dagar"
                                + (now ? " som slutar nu" : "") + ", jämförda med " + found.drawn()
                                + " slumpningar av tiderna.",
                        "Space-time permutation: circles of at most " + metres(setup) + " m and windows of "
                                + setup.shortest() + " to " + setup.longest() + " days"
                                + (now ? " that end now" : "") + ", compared with " + found.drawn()
                                + " random deals of the times.")
                .build();
    }

    /** The period's incidents against those of the history outside it, whatever their time. */
    private static AnalysisResult againstEarlier(
            AnalysisQuestion question,
            Usable usable,
            Setup setup,
            AnalysisResult.Builder answer,
            BooleanSupplier stop) {
        Incidents earlier = Usable.placesAndDays(new AnalysisQuestion(
                        question.crs(),
                        question.history(),
                        question.history(),
                        question.marks(),
                        null,
                        null,
                        question.boundary(),
                        question.surroundings(),
                        question.seed(),
                        question.defaults()))
                .incidents();
        int[] controls = setup.period.rowsBefore(earlier);
        int n = usable.size();
        double[] x = Arrays.copyOf(usable.x(), n + controls.length);
        double[] y = Arrays.copyOf(usable.y(), n + controls.length);
        for (int i = 0; i < controls.length; i++) {
            x[n + i] = earlier.x()[controls[i]];
            y[n + i] = earlier.y()[controls[i]];
        }
        answer.figure("earlier", controls.length);
        if (controls.length < LEAST_ROWS) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline(
                            "För få tidigare händelser att jämföra med (" + controls.length + " av minst " + LEAST_ROWS
                                    + ").",
                            "Too few earlier incidents to compare with (" + controls.length + " of at least "
                                    + LEAST_ROWS + ").")
                    .sentence(
                            "Perioden jämförs med alla händelser före den.",
                            "The period is compared with all incidents before it.")
                    .build();
        }
        ScannedPlaces places = ScannedPlaces.of(x, y);
        ScanResult found = ScanStatistic.bernoulli(
                ScanPlaces.flat(places.x(), places.y()),
                Arrays.copyOf(places.place(), n),
                new int[n],
                Arrays.copyOfRange(places.place(), n, x.length),
                new int[controls.length],
                1,
                setup.options,
                stop);
        places.describe(answer);
        return describe(answer, places, setup, found, false)
                .sentence(
                        "Bernoulli: cirklar om högst " + metres(setup)
                                + " m där perioden har mer än sin andel av periodens och tidigare händelser ("
                                + controls.length + "), jämförda med " + found.drawn() + " slumpningar.",
                        "Bernoulli: circles of at most " + metres(setup)
                                + " m where the period has more than its share of its own and the earlier incidents ("
                                + controls.length + "), compared with " + found.drawn() + " random draws.")
                .build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer, ScannedPlaces places, Setup setup, ScanResult found, boolean now) {
        List<ScanCluster> clusters = found.clusters();
        long alarms = clusters.stream()
                .filter(cluster -> classOf(cluster, now).equals("alarm"))
                .count();
        answer.status(alarms == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(setup, clusters, alarms, now))
                .figure("alarms", alarms)
                .figure("clusters", clusters.size())
                .figure("places", places.x().length)
                .figure("cases", found.cases())
                .figure("drawn", found.drawn())
                .figure("firstDay", setup.period.first().toString())
                .figure("lastDay", setup.period.last().toString());
        if (!clusters.isEmpty()) {
            ScanCluster best = clusters.get(0);
            answer.figure("llr", best.llr())
                    .figure("p", best.p())
                    .figure("gumbelP", Double.isNaN(best.gumbelP()) ? null : best.gumbelP());
            if (now) {
                answer.figure("recurrenceMonths", best.recurrence());
            }
        }
        return answer.places(
                List.of(
                        "class",
                        "observed",
                        "expected",
                        "ratio",
                        "p",
                        "recurrenceMonths",
                        "firstDay",
                        "lastDay",
                        "radiusMetres",
                        "places",
                        "llr"),
                clusters.size(),
                k -> {
                    ScanCluster cluster = clusters.get(k);
                    return new Object[] {
                        classOf(cluster, now),
                        cluster.observed(),
                        cluster.expected(),
                        cluster.ratio(),
                        cluster.bestP(),
                        now ? cluster.recurrence() : null,
                        setup.firstDay(cluster).toString(),
                        setup.lastDay(cluster).toString(),
                        cluster.radius(),
                        cluster.places().length,
                        cluster.llr()
                    };
                },
                k -> Places.circle(
                        places.x()[clusters.get(k).centre()],
                        places.y()[clusters.get(k).centre()],
                        Math.max(SMALLEST_CIRCLE_METRES, clusters.get(k).radius() + places.cellMetres() / 2)));
    }

    /** Looking at now, by how seldom chance brings the like; looking back, by p. */
    private static String classOf(ScanCluster cluster, boolean now) {
        double rare = now ? cluster.recurrence() : 1 / cluster.bestP();
        double alarm = now ? ALARM_MONTHS : 1 / SURE;
        double watch = now ? WATCH_MONTHS : 1 / (2 * SURE);
        return rare >= alarm ? "alarm" : rare >= watch ? "watch" : "none";
    }

    private static Words headline(Setup setup, List<ScanCluster> clusters, long alarms, boolean now) {
        if (clusters.isEmpty()) {
            return new Words("Inget larm: ingenstans fler än väntat.", "No alarm: nowhere more than expected.");
        }
        ScanCluster best = clusters.get(0);
        if (alarms == 0) {
            return now
                    ? new Words(
                            "Inget larm: det ovanligaste inträffar " + every(best.recurrence(), true) + " av en slump.",
                            "No alarm: the most unusual happens " + every(best.recurrence(), false) + " by chance.")
                    : new Words(
                            "Ingen säker ansamling (p = "
                                    + decimals(best.p(), 2).replace('.', ',') + ").",
                            "No sure cluster (p = " + decimals(best.p(), 2) + ").");
        }
        int radius = (int) Math.round(best.radius());
        String expected = decimals(best.expected(), 1);
        String sv = (now ? "Larm: " : "Säker ansamling: ") + best.observed() + " händelser "
                + (radius == 0 ? "på en plats" : "inom " + radius + " m") + " " + setup.firstDay(best) + " till "
                + setup.lastDay(best) + ", väntat " + expected.replace('.', ',') + "; ";
        String en = (now ? "Alarm: " : "A sure cluster: ") + best.observed() + " incidents "
                + (radius == 0 ? "at one place" : "within " + radius + " m") + " from " + setup.firstDay(best) + " to "
                + setup.lastDay(best) + ", expected " + expected + "; ";
        return now
                ? new Words(
                        sv + "så ovanligt blir det av en slump " + every(best.recurrence(), true) + ".",
                        en + "chance brings its like " + every(best.recurrence(), false) + ".")
                : new Words(
                        sv + probability(best.bestP()).replace('.', ',') + ".", en + probability(best.bestP()) + ".");
    }

    private static final List<String> MONTH_SV = List.of(
            "varje månad",
            "varannan månad",
            "var tredje månad",
            "var fjärde månad",
            "var femte månad",
            "var sjätte månad",
            "var sjunde månad",
            "var åttonde månad",
            "var nionde månad",
            "var tionde månad",
            "var elfte månad");
    private static final int YEAR = 12;
    private static final int LONG_YEARS = 100;
    private static final double LEAST_SHOWN = 0.001;

    private static String every(double months, boolean swedish) {
        long whole = Math.round(Math.max(1, months));
        if (whole < YEAR) {
            return swedish
                    ? MONTH_SV.get((int) whole - 1)
                    : whole == 1 ? "every month" : "once in " + whole + " months";
        }
        long years = Math.round(months / YEAR);
        if (years > LONG_YEARS) {
            return swedish ? "mindre än en gång på hundra år" : "less than once in a hundred years";
        }
        return swedish
                ? "en gång på " + (years == 1 ? "ett" : years) + " år"
                : "once in " + (years == 1 ? "a year" : years + " years");
    }

    private static String probability(double p) {
        return p < LEAST_SHOWN ? "p < " + LEAST_SHOWN : "p = " + decimals(p, 3);
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static int metres(Setup setup) {
        return (int) Math.round(setup.options.maxRadius());
    }

    /** What is scanned with, chosen or automatic. */
    private record Setup(ScanOptions options, ScanPeriod period, boolean bernoulli) {
        private static final int WEEK = 7;
        private static final int MOST_CLUSTERS = 5;

        static Setup of(AnalysisQuestion question, Usable usable, Chosen chosen) {
            boolean bernoulli = chosen.word("model", "permutation").equals("bernoulli");
            Look look = bernoulli
                    ? Look.SPATIAL
                    : chosen.word("look", "prospective").equals("prospective") ? Look.PROSPECTIVE : Look.RETROSPECTIVE;
            int step = chosen.whole("step", look == Look.RETROSPECTIVE ? WEEK : 1);
            ScanPeriod period = ScanPeriod.of(question, usable, step);
            int shortest = steps(chosen.whole("minDays", MIN_DAYS), step);
            int longest = Math.max(
                    shortest,
                    Math.min(
                            steps(chosen.whole("maxDays", MAX_DAYS), step),
                            chosen.has("maxDays") ? Integer.MAX_VALUE : Math.max(1, period.steps() / 2)));
            if (chosen.has("maxDays") && chosen.whole("maxDays", MAX_DAYS) < chosen.whole("minDays", MIN_DAYS)) {
                throw new IllegalArgumentException("maxDays is " + chosen.whole("maxDays") + ", but must be at least"
                        + " minDays, " + chosen.whole("minDays", MIN_DAYS));
            }
            return new Setup(
                    new ScanOptions(
                            look,
                            chosen.number("radius", RADIUS_METRES),
                            chosen.number("maxShare", 0.5),
                            shortest,
                            longest,
                            chosen.whole("minCases", 2),
                            MOST_CLUSTERS,
                            chosen.whole("replicates", REPLICATES),
                            chosen.whole("stopAfter", 0),
                            question.seed()),
                    period,
                    bernoulli);
        }

        private static int steps(int days, int step) {
            return Math.max(1, (days + step - 1) / step);
        }

        int shortest() {
            return options.minSteps() * period.step();
        }

        int longest() {
            return options.maxSteps() * period.step();
        }

        LocalDate firstDay(ScanCluster cluster) {
            return bernoulli ? period.first() : period.firstDayOf(cluster.start());
        }

        LocalDate lastDay(ScanCluster cluster) {
            return bernoulli ? period.last() : period.lastDayOf(cluster.end());
        }

        void describe(AnalysisResult.Builder answer, Chosen chosen) {
            List<Object[]> rows = new ArrayList<>();
            rows.add(new Object[] {
                "look",
                options.look().name().toLowerCase(Locale.ROOT),
                "",
                new Words(
                        "prospective: det som pågår nu; retrospective: det som har varit.",
                        "prospective: what is going on now; retrospective: what has been.")
            });
            rows.add(new Object[] {
                "model",
                bernoulli ? "bernoulli" : "permutation",
                "",
                new Words(
                        "permutation behöver inga invånartal; bernoulli jämför perioden med händelserna före den.",
                        "permutation needs no population; bernoulli compares the period with the incidents before it.")
            });
            rows.add(new Object[] {
                "radius",
                options.maxRadius(),
                "m",
                new Words(
                        "En stadsdel; 5 000 m passar inbrott på landsbygden.",
                        "A district; 5,000 m suits rural burglary.")
            });
            rows.add(new Object[] {
                "minDays", shortest(), "days", new Words("Kortare än en vecka är en händelse.", "Less is an event.")
            });
            rows.add(new Object[] {
                "maxDays",
                longest(),
                "days",
                new Words(
                        "Det som varat längre syns som hotspot; högst halva perioden.",
                        "What lasts longer shows as a hotspot; at most half the period.")
            });
            rows.add(new Object[] {
                "step",
                period.step(),
                "days",
                new Words(
                        "Dagar när det gäller nuet; hela veckor bakåt, så att veckorytmen inte stör.",
                        "Days for the present; whole weeks looking back, so that the weekly rhythm does not disturb.")
            });
            rows.add(new Object[] {
                "maxShare",
                options.maxShare(),
                "",
                new Words("Högst hälften av alla händelser.", "At most half of all incidents.")
            });
            rows.add(new Object[] {
                "minCases",
                options.minCases(),
                "",
                new Words("En ensam händelse är ingen ansamling.", "One is no cluster.")
            });
            rows.add(new Object[] {
                "replicates",
                options.replicates(),
                "",
                new Words("Ger p i steg om en tusendel.", "Gives p in steps of a thousandth.")
            });
            for (Object[] row : rows) {
                answer.parameter(
                        (String) row[0], row[1], (String) row[2], !chosen.has((String) row[0]), (Words) row[3]);
            }
        }
    }
}
