package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.PoissonComparison;

/**
 * One hotspot.
 *
 * @param id made from the place: the same when the analysis is run again or its rows come in another order; unique in a result
 * @param rank 1 for the one with most incidents (people for unsafe places), denser ones first among equals
 * @param stream {@link Evidence#CRIME}, {@link Evidence#DISORDER} or {@link Evidence#UNSAFETY}
 * @param evidence the stream, or {@link Evidence#BOTH} when the other stream has a hotspot here too
 * @param outline polygon in metres, holds every member
 * @param centreX metres east of the members' mean
 * @param centreY metres north of the members' mean
 * @param rows row numbers of the members in the set the analysis was given, ascending
 * @param count members
 * @param weight sum of the members' weights
 * @param places distinct coordinates among the members
 * @param areaM2 area of the outline in square metres
 * @param perKm2 members per square kilometre of the outline
 * @param share part of all used incidents, 0 to 1
 * @param types how many of each type, most first; empty for unsafe places
 * @param months members by month
 * @param firstDay first day a member is known to have happened; null when none is known
 * @param lastDay last such day
 * @param datasets dataset ids, ascending
 * @param comparison with previous years, counted inside the outline; null when not asked for
 * @param darkShare part that happened in the dark, 0 to 1; null when fewer than 20 know their hour
 * @param respondents people who marked the place; 0 for incidents
 * @param reasons how many gave each reason, most first; empty for incidents
 * @param spread members whose place is known to a street or an area only, of which at least half lies here
 * @param possible further incidents of which less than half lies here: they may belong, and are not counted
 */
public record Hotspot(
        String id,
        int rank,
        Evidence stream,
        Evidence evidence,
        Geometry outline,
        double centreX,
        double centreY,
        int[] rows,
        int count,
        double weight,
        int places,
        double areaM2,
        double perKm2,
        double share,
        List<Count> types,
        MonthBars months,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<Long> datasets,
        @Nullable PoissonComparison comparison,
        @Nullable Double darkShare,
        int respondents,
        List<Count> reasons,
        int spread,
        int possible) {
    public Hotspot {
        types = List.copyOf(types);
        datasets = List.copyOf(datasets);
        reasons = List.copyOf(reasons);
    }

    /**
     * The same hotspot told of by some of its incidents only, and without their types.
     *
     * @param kept rows told of, ascending, some of {@link #rows}
     * @param bars months of those
     */
    public Hotspot toldOf(int[] kept, MonthBars bars) {
        return new Hotspot(
                id,
                rank,
                stream,
                evidence,
                outline,
                centreX,
                centreY,
                kept,
                kept.length,
                weight,
                places,
                areaM2,
                perKm2,
                share,
                List.of(),
                bars,
                firstDay,
                lastDay,
                datasets,
                comparison,
                darkShare,
                respondents,
                reasons,
                spread,
                possible);
    }

    Hotspot ranked(int place, String identity) {
        return named(identity, place, stream, evidence);
    }

    /** The same found in other evidence; its id begins with that. */
    Hotspot of(Evidence kind) {
        return named(kind.code().charAt(0) + id.substring(1), rank, kind, kind);
    }

    Hotspot with(Evidence seen) {
        return named(id, rank, stream, seen);
    }

    private Hotspot named(String identity, int place, Evidence kind, Evidence seen) {
        return new Hotspot(
                identity,
                place,
                kind,
                seen,
                outline,
                centreX,
                centreY,
                rows,
                count,
                weight,
                places,
                areaM2,
                perKm2,
                share,
                types,
                months,
                firstDay,
                lastDay,
                datasets,
                comparison,
                darkShare,
                respondents,
                reasons,
                spread,
                possible);
    }
}
