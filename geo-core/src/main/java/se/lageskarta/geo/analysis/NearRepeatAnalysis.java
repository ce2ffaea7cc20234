package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.stats.LiveZone;
import se.lageskarta.geo.stats.NearRepeat;
import se.lageskarta.geo.stats.NearRepeat.Intervals;
import se.lageskarta.geo.stats.NearRepeat.Metric;
import se.lageskarta.geo.stats.NearRepeatTable;

/**
 * Near repeat: how much higher the risk is near a recent burglary, how far out and for how many days, and where
 * that is so today. When burglaries are among the incidents asked about, only they take part.
 */
final class NearRepeatAnalysis implements Analysis {
    private static final int LEAST_ROWS = 50;
    private static final double[] BANDS_METRES = {100, 200, 400};
    private static final double[] DAYS = {7, 14, 28};
    private static final double SAME_PLACE_METRES = 1;
    private static final int PERMUTATIONS = 999;
    private static final double LEVEL = 0.05;

    /** Taxonomy codes of burglary; sources that are not mapped to it are known by their words. */
    private static final Set<String> BURGLARY = Set.of("INB", "INF");

    @Override
    public String name() {
        return "near-repeat";
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
                Setting.numbers("bands", "m", 1, 100_000),
                Setting.numbers("days", "days", 0, 3_650),
                Setting.number("samePlace", "m", 0, 1_000),
                Setting.word("crimes", List.of("burglary", "all")),
                Setting.word("intervals", List.of("true", "calculator")),
                Setting.word("metric", List.of("euclidean", "manhattan")),
                Setting.whole("permutations", "", 19, 9_999),
                Setting.day("today"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        AnalysisQuestion asked = asked(question, Chosen.of(this, Map.of()));
        int have = Usable.placesAndDays(asked).size();
        if (have < LEAST_ROWS) {
            return new Suits(Suits.Level.TOO_FEW, tooFew(have, asked));
        }
        return burglaries(asked).isEmpty()
                ? Suits.possible(
                        "Närupprepning är känd framför allt för inbrott; här är inga inbrott med.",
                        "Near repeat is known of burglary above all; no burglaries are asked about.")
                : Suits.recommended(
                        "Visar hur långt ut och hur länge risken är förhöjd efter ett inbrott.",
                        "Shows how far out and how long the risk is raised after a burglary.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.placesAndDays(asked(question, chosen));
        double[] bands = bands(chosen);
        long pairs = pairsWithin(usable, bands[bands.length - 1]);
        long deals = chosen.whole("permutations", PERMUTATIONS) + 1L;
        return pairs * (deals + 30) + deals * usable.size() * 6;
    }

    /** About how many pairs lie within a distance, from counts in squares of that side. O(n). */
    static long pairsWithin(Usable usable, double metres) {
        Map<Long, Integer> squares = new HashMap<>();
        for (int i = 0; i < usable.size(); i++) {
            squares.merge(square(usable.x()[i], usable.y()[i], metres, 0, 0), 1, Integer::sum);
        }
        long pairs = 0;
        for (int i = 0; i < usable.size(); i++) {
            for (int k = 0; k < 9; k++) {
                pairs += squares.getOrDefault(square(usable.x()[i], usable.y()[i], metres, k % 3 - 1, k / 3 - 1), 0);
            }
        }
        // of the nine squares around a point its circle is a third
        return pairs / 6;
    }

    private static long square(double x, double y, double side, int right, int up) {
        return ((long) Math.floor(x / side) + right) * 0x1_0000_0001L + ((long) Math.floor(y / side) + up) * 65_537;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        AnalysisQuestion asked = asked(question, chosen);
        Usable usable = Usable.placesAndDays(asked);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        describe(answer, question, asked, chosen);
        if (usable.size() < LEAST_ROWS) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline(tooFew(usable.size(), asked))
                    .sentence(notMeasured(asked.history().size()))
                    .build();
        }
        NearRepeat method = new NearRepeat(
                bands(chosen),
                chosen.numbers("days", DAYS),
                chosen.word("intervals", "true").equals("true") ? Intervals.TRUE : Intervals.CALCULATOR,
                chosen.word("metric", "euclidean").equals("euclidean") ? Metric.EUCLIDEAN : Metric.MANHATTAN,
                chosen.whole("permutations", PERMUTATIONS),
                question.seed());
        NearRepeatTable table = method.table(usable.x(), usable.y(), usable.days(), stop);
        return answer(answer, question, usable, chosen, table).build();
    }

    private static AnalysisResult.Builder answer(
            AnalysisResult.Builder answer,
            AnalysisQuestion question,
            Usable usable,
            Chosen chosen,
            NearRepeatTable table) {
        double same = chosen.number("samePlace", SAME_PLACE_METRES);
        int near = same > 0 ? 2 : 1;
        int reach = table.reach(0, same, LEVEL);
        LocalDate today = today(question, usable, chosen);
        List<LiveZone> zones = table.question().intervals() == Intervals.TRUE
                ? LiveZone.of(table, usable.days(), (int) today.toEpochDay(), same, LEVEL).stream()
                        .sorted(Comparator.comparingInt(LiveZone::age).thenComparingInt(LiveZone::row))
                        .toList()
                : List.of();
        double radius = table.question().metres()[near - 1];
        answer.status(reach == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(table, near, reach, usable))
                .sentence(
                        "Knox tabell: par av händelser efter avstånd och hela dagar, jämfört med samma platser när"
                                + " tiderna delas ut på nytt "
                                + table.question().permutations() + " gånger.",
                        "Knox table: pairs of incidents by distance and whole days, compared with the same places when"
                                + " the times are dealt out anew "
                                + table.question().permutations() + " times.")
                .figure("incidents", table.n())
                .figure("pairs", table.pairs())
                .figure("nearMetres", radius)
                .figure("nearDays", table.question().days()[0])
                .figure("nearRatio", number(table.ratioWithin(near, 0)))
                .figure("nearP", table.p()[near - 1][0])
                .figure(
                        "raisedWithinMetres",
                        reach == 0 ? null : table.question().metres()[reach - 1])
                .figure("today", today.toString())
                .figure("zones", zones.size());
        cells(answer, table);
        return answer.places(
                List.of("class", "day", "until", "ageDays", "radiusMetres", "ratio", "p"),
                zones.size(),
                k -> {
                    LiveZone zone = zones.get(k);
                    return new Object[] {
                        "raised",
                        LocalDate.ofEpochDay(today.toEpochDay() - zone.age()).toString(),
                        LocalDate.ofEpochDay(zone.until()).toString(),
                        zone.age(),
                        zone.radius(),
                        zone.ratio(),
                        zone.p()
                    };
                },
                k -> Places.circle(
                        usable.x()[zones.get(k).row()],
                        usable.y()[zones.get(k).row()],
                        zones.get(k).radius()));
    }

    private static void cells(AnalysisResult.Builder answer, NearRepeatTable table) {
        double[] metres = table.question().metres();
        double[] days = table.question().days();
        int columns = days.length;
        answer.table(
                "pairs",
                List.of(
                        "fromMetres",
                        "toMetres",
                        "fromDays",
                        "toDays",
                        "observed",
                        "expected",
                        "ratio",
                        "permMean",
                        "permMedian",
                        "permSd",
                        "p",
                        "raised"),
                metres.length * columns,
                i -> {
                    int s = i / columns;
                    int t = i % columns;
                    return new Object[] {
                        s == 0 ? 0 : metres[s - 1],
                        metres[s],
                        t == 0 ? 0 : days[t - 1],
                        days[t],
                        table.observed()[s][t],
                        table.expected()[s][t],
                        number(table.ratio()[s][t]),
                        table.mean()[s][t],
                        table.median()[s][t],
                        table.deviation()[s][t],
                        table.p()[s][t],
                        table.isRaised(s, t, LEVEL)
                    };
                });
    }

    private void describe(
            AnalysisResult.Builder answer, AnalysisQuestion question, AnalysisQuestion asked, Chosen chosen) {
        Set<String> types = burglaries(asked);
        boolean burglary = !types.isEmpty()
                && asked.incidents().size() < question.incidents().size();
        answer.parameter(
                        "crimes",
                        types.isEmpty() ? "all" : String.join(",", types),
                        "",
                        !chosen.has("crimes"),
                        burglary
                                ? new Words(
                                        "Bara inbrotten räknas, "
                                                + asked.incidents().size() + " av "
                                                + question.incidents().size()
                                                + " händelser: för dem är närupprepning belagd.",
                                        "Only the burglaries count, "
                                                + asked.incidents().size() + " of "
                                                + question.incidents().size()
                                                + " incidents: near repeat is established for them.")
                                : new Words("Alla händelser i urvalet.", "All incidents asked about."))
                .parameter(
                        "bands",
                        Arrays.stream(bands(chosen)).boxed().toList(),
                        "m",
                        !chosen.has("bands"),
                        new Words(
                                "Ett, två och fyra kvarter; det första är samma plats.",
                                "One, two and four blocks; the first is the same place."))
                .parameter(
                        "days",
                        Arrays.stream(chosen.numbers("days", DAYS)).boxed().toList(),
                        "days",
                        !chosen.has("days"),
                        new Words(
                                "En, två och fyra veckor: så länge brukar risken vara förhöjd.",
                                "One, two and four weeks: as long as the risk usually is raised."))
                .parameter(
                        "permutations",
                        chosen.whole("permutations", PERMUTATIONS),
                        "",
                        !chosen.has("permutations"),
                        new Words("Ger p i steg om en tusendel.", "Gives p in steps of a thousandth."))
                .parameter(
                        "intervals",
                        chosen.word("intervals", "true"),
                        "",
                        !chosen.has("intervals"),
                        new Words(
                                "Övre gränsen hör till bandet; calculator räknar som Near Repeat Calculator 1.3, en dag"
                                        + " kortare än dess rubriker.",
                                "The upper bound belongs to the band; calculator counts as Near Repeat Calculator 1.3"
                                        + " does, a day shorter than its labels."));
    }

    private static Words headline(NearRepeatTable table, int near, int reach, Usable usable) {
        if (reach == 0) {
            return new Words(
                    "Ingen säker närupprepning bland " + usable.size() + " händelser.",
                    "No sure near repeat among " + usable.size() + " incidents.");
        }
        Set<String> types = new TreeSet<>();
        for (int i = 0; i < usable.size(); i++) {
            types.add(usable.incidents().type(i));
        }
        boolean burglary = types.stream().allMatch(NearRepeatAnalysis::isBurglary);
        int radius = (int) Math.round(table.question().metres()[near - 1]);
        int days = (int) table.question().days()[0];
        String ratio = String.format(Locale.ROOT, "%.1f", table.ratioWithin(near, 0));
        String p = String.format(Locale.ROOT, "%.3f", table.p()[near - 1][0]);
        return new Words(
                "Efter " + (burglary ? "ett inbrott" : "en händelse") + " är risken " + ratio.replace('.', ',')
                        + " gånger så hög inom " + radius + " m i " + days + " dagar (p = " + p.replace('.', ',')
                        + ").",
                "After " + (burglary ? "a burglary" : "an incident") + " the risk is " + ratio
                        + " times as high within " + radius + " m for " + days + " days (p = " + p + ").");
    }

    /** Why there is no table, and whether a longer period would give one. */
    private static Words notMeasured(int ofAllTime) {
        Words why = new Words(
                "Närupprepning mäts inte på färre än " + LEAST_ROWS + " händelser: tabellen blir slump.",
                "Near repeat is not measured on fewer than " + LEAST_ROWS + " incidents: the table would be chance.");
        return ofAllTime < LEAST_ROWS
                ? why
                : why.then(new Words(
                        "Av all tid finns " + ofAllTime + ": välj en längre period.",
                        "There are " + ofAllTime + " of all time: choose a longer period."));
    }

    private static Words tooFew(int have, AnalysisQuestion asked) {
        boolean burglary = !burglaries(asked).isEmpty();
        return new Words(
                "För få " + (burglary ? "inbrott" : "händelser") + " (" + have + " av minst " + LEAST_ROWS + ").",
                "Too few " + (burglary ? "burglaries" : "incidents") + " (" + have + " of at least " + LEAST_ROWS
                        + ").");
    }

    /** The question about burglaries only, when there are any among other types and nothing else was chosen. */
    private static AnalysisQuestion asked(AnalysisQuestion question, Chosen chosen) {
        Set<String> types = burglaries(question);
        if (chosen.word("crimes", "burglary").equals("all") || types.isEmpty()) {
            return question;
        }
        IncidentFilter filter = new IncidentFilter(null, null, types, Set.of());
        return new AnalysisQuestion(
                question.crs(),
                question.incidents().where(filter),
                question.history().where(filter),
                question.marks(),
                question.from(),
                question.to(),
                question.boundary(),
                question.surroundings(),
                question.seed(),
                question.defaults());
    }

    private static Set<String> burglaries(AnalysisQuestion question) {
        Set<String> types = new TreeSet<>();
        short[] index = question.incidents().typeIndex();
        boolean[] seen = new boolean[question.incidents().types().size()];
        for (short type : index) {
            seen[type] = true;
        }
        IntStream.range(0, seen.length)
                .filter(t -> seen[t] && isBurglary(question.incidents().types().get(t)))
                .forEach(t -> types.add(question.incidents().types().get(t)));
        return types;
    }

    private static boolean isBurglary(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return BURGLARY.contains(type) || word.contains("inbrott") || word.contains("burglary");
    }

    private static double[] bands(Chosen chosen) {
        double[] bands = chosen.numbers("bands", BANDS_METRES);
        double same = chosen.number("samePlace", SAME_PLACE_METRES);
        if (same == 0) {
            return bands;
        }
        if (same >= bands[0]) {
            throw new IllegalArgumentException(
                    "samePlace is " + same + ", but must be less than the first of bands, " + bands[0]);
        }
        List<Double> all = new ArrayList<>(List.of(same));
        Arrays.stream(bands).forEach(all::add);
        return all.stream().mapToDouble(band -> band).toArray();
    }

    /** The chosen day, else the last of the period, else that of the latest incident. */
    private static LocalDate today(AnalysisQuestion question, Usable usable, Chosen chosen) {
        LocalDate day = chosen.day("today");
        if (day != null) {
            return day;
        }
        LocalDate last = question.to();
        return last != null
                ? last
                : LocalDate.ofEpochDay(Arrays.stream(usable.days()).max().orElse(0));
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
