package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.stats.TwoCounts;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/**
 * Ranks areas by need and by what the group can influence (behov och påverkansmöjlighet). An area is said to have more than
 * another only when an exact test says so; those that cannot be told apart share their ranks.
 */
@Component
class RankAreas {
    /** Districts that a municipality has; more are cells of a grid. */
    private static final int MOST_AREAS = 200;
    /** Below so many in all, nothing is said about any. */
    private static final int FEW_IN_ALL = 20;

    private static final double SURE = PoissonComparison.SIGNIFICANCE;

    private final BaseFeatures features;

    RankAreas(BaseFeatures features) {
        this.features = features;
    }

    /** The districts within what was asked about; the places given when there are fewer than two. */
    List<AreaCounts.Area> areas(@Nullable Bounds where, List<AreaCounts.Area> places) {
        if (where == null) {
            return places;
        }
        Map<String, AreaCounts.Area> districts = new java.util.LinkedHashMap<>();
        for (BaseFeature feature : features.within(where, java.util.EnumSet.of(BaseRole.DISTRICTS))) {
            Geometry outline = feature.geometry();
            if (outline.getDimension() == 2 && !feature.name().isBlank() && reaches(outline, where)) {
                String name = feature.name().strip();
                districts.merge(
                        name,
                        new AreaCounts.Area(AreaLine.subject(name), name, "district", outline),
                        (one, other) -> new AreaCounts.Area(
                                one.id(), name, "district", one.outline().union(other.outline())));
            }
        }
        boolean usable = districts.size() >= 2 && districts.size() <= MOST_AREAS;
        return usable ? List.copyOf(districts.values()) : places;
    }

    List<AreaLine> of(
            Question question, SamePeriods periods, List<AreaCounts.Area> areas, List<Entry<Influence>> judged) {
        if (areas.isEmpty() || periods.periods().isEmpty()) {
            return List.of();
        }
        AreaCounts counts = new AreaCounts(areas, periods);
        for (Incidents set : question.incidentsOfAllTime()) {
            counts.add(set, periods);
        }
        for (UnsafePlaces set : question.unsafePlaces()) {
            counts.add(set.unsafeOnly());
        }
        Map<String, Entry<Influence>> known = new HashMap<>();
        judged.forEach(entry -> known.put(entry.subject() == null ? "" : entry.subject(), entry));
        int n = areas.size();
        int[] crimes = IntStream.range(0, n).map(i -> counts.crimes(i)[0]).toArray();
        int[] people = IntStream.range(0, n).map(counts::people).toArray();
        List<AreaLine> lines = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Counted counted = Counted.of(periods.compare(counts.crimes(i)), periods);
            lines.add(line(
                    areas.get(i),
                    counted,
                    i,
                    crimes,
                    people,
                    known.get(areas.get(i).id())));
        }
        lines.sort(Comparator.comparingInt((AreaLine line) -> line.priority() == null ? -1 : line.priority())
                .thenComparingInt(line -> line.need() == null ? -1 : line.need())
                .thenComparingInt(line ->
                        line.counted().count() == null ? 0 : line.counted().count())
                .reversed()
                .thenComparing(AreaLine::name));
        return lines;
    }

    private static AreaLine line(
            AreaCounts.Area area,
            Counted counted,
            int i,
            int[] crimes,
            int[] people,
            @Nullable Entry<Influence> judged) {
        int all = IntStream.of(crimes).sum();
        String level = level(crimes[i], all, crimes.length);
        String unsafety = level(people[i], IntStream.of(people).sum(), people.length);
        Integer need = level.equals("too-few") ? null : need(level, unsafety, counted.status());
        Integer influence = judged == null ? null : judged.state().influence();
        TwoCounts share = TwoCounts.of(crimes[i], 1, Math.max(0, all - crimes[i]), 1);
        return new AreaLine(
                area.id(),
                area.name(),
                area.kind(),
                counted,
                all == 0 ? null : Counted.rounded((double) crimes[i] / all, 4),
                all == 0 ? null : ofOdds(share.ratioLow()),
                all == 0 ? null : ofOdds(share.ratioHigh()),
                level,
                people[i],
                unsafety,
                1 + surely(crimes, i, other -> crimes[other] - crimes[i]),
                crimes.length - surely(crimes, i, other -> crimes[i] - crimes[other]),
                need,
                influence,
                judged == null ? "" : judged.state().reason(),
                need == null || influence == null ? null : Integer.valueOf(need * influence),
                judged == null ? 0 : judged.version());
    }

    /** More or less than an area has on average, were all alike: the exact binomial test of its part. */
    private static String level(int here, int all, int areas) {
        if (all < FEW_IN_ALL || areas < 2) {
            return "too-few";
        }
        TwoCounts test = TwoCounts.of(here, 1, all - here, areas - 1);
        if (test.exactP() >= SURE) {
            return "as";
        }
        return here * (double) areas > all ? "more" : "less";
    }

    private static int need(String crime, String unsafety, String trend) {
        int need = crime.equals("more") ? 3 : crime.equals("less") ? 1 : 2;
        need += unsafety.equals("more") ? 1 : 0;
        return need + (trend.equals("growing") || trend.equals("new") ? 1 : 0);
    }

    /** How many areas differ from this one the way asked for, and surely. */
    private static int surely(int[] counts, int i, IntUnaryOperator more) {
        return (int) IntStream.range(0, counts.length)
                .filter(other -> other != i && more.applyAsInt(other) > 0)
                .filter(other -> TwoCounts.of(counts[i], 1, counts[other], 1).exactP() < SURE)
                .count();
    }

    /** A part of the whole from its odds against the rest. */
    private static @Nullable Double ofOdds(double odds) {
        return Double.isInfinite(odds) ? Double.valueOf(1) : Counted.rounded(odds / (1 + odds), 4);
    }

    private static boolean reaches(Geometry outline, Bounds where) {
        return outline.getEnvelopeInternal()
                .intersects(new Envelope(where.west(), where.east(), where.south(), where.north()));
    }
}
