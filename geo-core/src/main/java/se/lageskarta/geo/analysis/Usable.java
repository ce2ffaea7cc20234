package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.DataHash;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * The rows of a question that can take part in an analysis, as columns, and how many could not and why. Arrays are
 * handed out without copying, and nobody writes to them. O(n log n).
 */
public final class Usable {
    /** Below this share of distinct coordinates, positions are moved to shared places. */
    private static final double SNAPPED_BELOW = 0.9;

    private static final int MINUTES_A_DAY = 1440;

    private final Incidents incidents;
    private final UnsafePlaces marks;
    private final boolean aboutMarks;
    private final int n;
    private final List<Count> excluded;
    private final double[] x;
    private final double[] y;
    private final int distinct;

    private Usable(
            Incidents incidents, UnsafePlaces marks, boolean aboutMarks, int n, TreeMap<String, Integer> excluded) {
        this.incidents = incidents;
        this.marks = marks;
        this.aboutMarks = aboutMarks;
        this.n = n;
        this.excluded = excluded.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
        x = aboutMarks ? marks.x() : incidents.x();
        y = aboutMarks ? marks.y() : incidents.y();
        distinct = distinct(x, y);
    }

    /** Incidents whose place is known to the street or better, those on a geocoder's default point left out. */
    public static Usable places(AnalysisQuestion question) {
        return question.kept("places", asked -> incidents(asked, row -> placeless(asked, row)));
    }

    /** Incidents whose place is known to the street or better, and the day they happened. */
    public static Usable placesAndDays(AnalysisQuestion question) {
        return question.kept("places and days", asked -> {
            Incidents all = asked.incidents();
            return incidents(asked, row -> {
                String reason = placeless(asked, row);
                return reason == null && !all.time(row).knowsDay() ? dayless(all.time(row)) : reason;
            });
        });
    }

    /** Incidents whose month at least is known, wherever they happened. */
    public static Usable times(AnalysisQuestion question) {
        return question.kept("times", asked -> {
            Incidents all = asked.incidents();
            return incidents(asked, row -> all.time(row).isKnown() ? null : "time-unknown");
        });
    }

    /** Marks of places felt to be unsafe. */
    public static Usable marks(AnalysisQuestion question) {
        return question.kept("marks", Usable::unsafe);
    }

    private static Usable unsafe(AnalysisQuestion question) {
        UnsafePlaces unsafe = question.marks().unsafeOnly();
        TreeMap<String, Integer> excluded = new TreeMap<>();
        int safe = question.marks().size() - unsafe.size();
        if (safe > 0) {
            excluded.put("safe", safe);
        }
        return new Usable(
                Incidents.empty(question.crs()), unsafe, true, question.marks().size(), excluded);
    }

    /** Incidents, or marks when there are no incidents. */
    public static Usable either(AnalysisQuestion question) {
        return question.isAboutMarks() ? marks(question) : places(question);
    }

    private static Usable incidents(AnalysisQuestion question, IntFunction<@Nullable String> reason) {
        Incidents all = question.incidents();
        TreeMap<String, Integer> excluded = new TreeMap<>();
        int[] rows = new int[all.size()];
        int used = 0;
        for (int row = 0; row < all.size(); row++) {
            String out = reason.apply(row);
            if (out == null) {
                rows[used++] = row;
            } else {
                excluded.merge(out, 1, Integer::sum);
            }
        }
        Incidents taken = used == all.size() ? all : all.select(Arrays.copyOf(rows, used));
        return new Usable(taken, new UnsafePlaces(question.crs(), List.of()), false, all.size(), excluded);
    }

    private static @Nullable String placeless(AnalysisQuestion question, int row) {
        Incidents all = question.incidents();
        if (!all.isPoint(row)) {
            return "place-" + all.precision(row).name().toLowerCase(Locale.ROOT);
        }
        return question.defaults().isAt(all.x()[row], all.y()[row]) ? DefaultPoints.REASON : null;
    }

    private static String dayless(TimeSpan time) {
        return time.isKnown() ? "day-unknown" : "time-unknown";
    }

    public Crs crs() {
        return aboutMarks ? marks.crs() : incidents.crs();
    }

    public boolean aboutMarks() {
        return aboutMarks;
    }

    /** The incidents that take part; none when it is about marks. */
    public Incidents incidents() {
        return incidents;
    }

    /** The marks that take part; none when it is about incidents. */
    public List<UnsafePlace> unsafePlaces() {
        return marks.marks();
    }

    /** Rows asked about. */
    public int n() {
        return n;
    }

    /** Rows that take part. */
    public int size() {
        return x.length;
    }

    /** Metres east. */
    public double[] x() {
        return x;
    }

    /** Metres north. */
    public double[] y() {
        return y;
    }

    /** How much each row counts: an incident's weight, a mark's severity; a new array. */
    public double[] weight() {
        return IntStream.range(0, size())
                .mapToDouble(i ->
                        aboutMarks ? marks.marks().get(i).severity() : incidents.weight()[i])
                .toArray();
    }

    /** Day of each row since 1970-01-01; a new array. Of an incident, the day its time span begins. */
    public int[] days() {
        return IntStream.range(0, size())
                .map(i -> Math.floorDiv(incidents.fromMinute()[i], MINUTES_A_DAY))
                .toArray();
    }

    /** Rows that do not take part, by reason. */
    public List<Count> excluded() {
        return excluded;
    }

    public int distinct() {
        return distinct;
    }

    /** True when fewer than nine in ten rows have a coordinate of their own. */
    public boolean snapped() {
        return distinct < SNAPPED_BELOW * size();
    }

    public String dataHash() {
        return aboutMarks ? DataHash.of(marks.marks()) : DataHash.of(incidents);
    }

    /** What to know before trusting any analysis of these rows. */
    public List<Words> advice() {
        List<Words> advice = new ArrayList<>();
        if (snapped()) {
            advice.add(new Words(
                    "Lägena är flyttade till gemensamma platser: " + distinct + " olika lägen för " + size()
                            + " rader.",
                    "Positions are snapped to shared places: " + distinct + " distinct positions for " + size()
                            + " rows."));
        }
        excluded.stream()
                .filter(count -> count.code().equals(DefaultPoints.REASON))
                .forEach(count -> advice.add(onDefaultPoint(count.count())));
        return advice;
    }

    private static Words onDefaultPoint(int rows) {
        return new Words(
                rows + " händelser ligger på en och samma punkt med blandade typer och tider som i hela filen: en"
                        + " adresstjänsts standardpunkt, ingen verklig plats. De räknas inte.",
                rows + " incidents lie on one and the same point with types and hours mixed as in the whole file: an"
                        + " address service's default point and no real place. They do not count.");
    }

    /**
     * Places that rows share, each once, with how many rows it carries: what methods of nearest neighbours work on
     * when positions are snapped.
     *
     * @param x metres east, ascending
     * @param y metres north
     * @param rows on each place
     */
    public record Shared(double[] x, double[] y, int[] rows) {}

    /** Each distinct place once. O(n log n). */
    public Shared shared() {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
        double[] east = new double[order.length];
        double[] north = new double[order.length];
        int[] rows = new int[order.length];
        int places = 0;
        for (int i : order) {
            if (places == 0 || east[places - 1] != x[i] || north[places - 1] != y[i]) {
                east[places] = x[i];
                north[places++] = y[i];
            }
            rows[places - 1]++;
        }
        return new Shared(Arrays.copyOf(east, places), Arrays.copyOf(north, places), Arrays.copyOf(rows, places));
    }

    private static int distinct(double[] x, double[] y) {
        long[] key = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            key[i] = mix(Double.doubleToLongBits(x[i] + 0.0)) ^ Double.doubleToLongBits(y[i] + 0.0);
        }
        Arrays.sort(key);
        int distinct = 0;
        for (int i = 0; i < key.length; i++) {
            distinct += i == 0 || key[i] != key[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
