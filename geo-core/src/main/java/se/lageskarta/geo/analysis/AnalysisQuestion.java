package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * What an analysis is asked about. What is made of it, such as the rows that can take part, is made once and kept: several
 * analyses are asked about one question when they are listed. Immutable to all who look at it; safe for several threads.
 */
public final class AnalysisQuestion {
    /** The seed of anyone who does not choose one. */
    public static final long DEFAULT_SEED = 20_240_101;

    private final Crs crs;
    private final Incidents incidents;
    private final Incidents history;
    private final UnsafePlaces marks;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final @Nullable Geometry boundary;
    private final Map<String, List<Geometry>> surroundings;
    private final long seed;
    private final DefaultPoints defaults;
    private final Map<String, Usable> usable = new ConcurrentHashMap<>();

    /**
     * @param crs system of all coordinates, metres
     * @param incidents those of the period and types asked about, however well their place is known
     * @param history those of the same types of all time, the period included
     * @param marks survey marks of the period
     * @param from first day asked about, null when not bounded
     * @param to last day asked about, included, null when not bounded
     * @param boundary of the study area, metres; null when nobody has told it
     * @param surroundings what lies around, metres, by role: {@code lamps}, {@code green}, {@code paths} ...; a role's
     *     geometries may be loaded when they are first asked for, so ask for those that are needed and no others
     * @param seed of everything that is drawn by lot
     * @param defaults points of {@code history} where an address service put what it could not place
     */
    public AnalysisQuestion(
            Crs crs,
            Incidents incidents,
            Incidents history,
            UnsafePlaces marks,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Geometry boundary,
            Map<String, List<Geometry>> surroundings,
            long seed,
            DefaultPoints defaults) {
        for (Crs other : List.of(incidents.crs(), history.crs(), marks.crs())) {
            if (!other.equals(crs)) {
                throw new IllegalArgumentException("crs is " + other + ", but must be " + crs);
            }
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before " + from);
        }
        this.crs = crs;
        this.incidents = incidents;
        this.history = history;
        this.marks = marks;
        this.from = from;
        this.to = to;
        this.boundary = boundary;
        this.surroundings = Collections.unmodifiableMap(surroundings);
        this.seed = seed;
        this.defaults = defaults;
    }

    /** Looks for default points in the history. */
    public AnalysisQuestion(
            Crs crs,
            Incidents incidents,
            Incidents history,
            UnsafePlaces marks,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Geometry boundary,
            Map<String, List<Geometry>> surroundings,
            long seed) {
        this(crs, incidents, history, marks, from, to, boundary, surroundings, seed, DefaultPoints.of(history));
    }

    /** About the incidents and marks given, without anything else. */
    public static AnalysisQuestion of(Incidents incidents, UnsafePlaces marks) {
        return new AnalysisQuestion(
                incidents.crs(), incidents, incidents, marks, null, null, null, Map.of(), DEFAULT_SEED);
    }

    /** About nothing but the settings. */
    public static AnalysisQuestion ofNothing() {
        return of(Incidents.empty(Crs.SWEREF99_TM), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
    }

    /** True when it is about survey marks because there are no incidents. */
    public boolean isAboutMarks() {
        return incidents.size() == 0 && marks.size() > 0;
    }

    public Crs crs() {
        return crs;
    }

    public Incidents incidents() {
        return incidents;
    }

    public Incidents history() {
        return history;
    }

    public UnsafePlaces marks() {
        return marks;
    }

    public @Nullable LocalDate from() {
        return from;
    }

    public @Nullable LocalDate to() {
        return to;
    }

    public @Nullable Geometry boundary() {
        return boundary;
    }

    public Map<String, List<Geometry>> surroundings() {
        return surroundings;
    }

    public long seed() {
        return seed;
    }

    public DefaultPoints defaults() {
        return defaults;
    }

    /** The rows of a kind, made when they are first asked for. */
    Usable kept(String kind, Function<AnalysisQuestion, Usable> make) {
        return usable.computeIfAbsent(kind, absent -> make.apply(this));
    }
}
