package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.stats.PoissonInterval;
import se.lageskarta.geo.stats.ShareComparison;
import se.lageskarta.geo.stats.TwoCounts;
import tools.jackson.databind.JsonNode;

/** The numbers of one drawn area. Everything here is worked out of numbers that have been told. */
final class SideNumbers {
    private static final double PER = 1_000;
    private static final int MOST_HIDDEN = Told.LEAST - 1;

    private final ComputeCheck.Drawn drawn;
    private final PlannerAreas areas;
    private final ToldNumbers numbers;
    private final Names names;

    SideNumbers(ComputeCheck.Drawn drawn, PlannerAreas areas, ToldNumbers numbers, Names names) {
        this.drawn = drawn;
        this.areas = areas;
        this.numbers = numbers;
        this.names = names;
    }

    CheckAnswer.Side with(PlaceSurroundings.Found found) {
        Municipality all = numbers.municipality();
        int neighbourhood = neighbourhood();
        List<Integer> members = areas.membersOf(neighbourhood);
        Pattern pattern = numbers.patterns().getOrDefault(neighbourhood, Pattern.NONE);
        return new CheckAnswer.Side(
                drawn.which(),
                ShapeJson.of(drawn.shape().degrees()),
                ShapeJson.of(found.buffered()),
                Math.rint(drawn.shape().squareMetres()),
                OutsidePart.of(drawn.shape().degrees(), found.buffered(), areas),
                covered(),
                numbers.coarsened(drawn.touched()),
                total(),
                types(),
                new CheckAnswer.Neighbourhood(outline(members), households(members)),
                pattern.seasons(),
                all.seasons(),
                darkness(pattern.darkness(), all.pattern().darkness()),
                trend(pattern.trend(), all.pattern().trend()),
                found.hotspots(),
                found.unsafe(),
                found.safe(),
                found.lighting(),
                found.measures());
    }

    /** The one that most of what was drawn lies in. */
    private int neighbourhood() {
        Geometry metres = ProjectedGeometry.fromLonLat(drawn.shape().degrees(), areas.projection());
        Map<Integer, Double> shares = new TreeMap<>();
        for (int area : areas.touchedBy(drawn.shape().degrees())) {
            double common = areas.outlines().get(area).intersection(metres).getArea();
            shares.merge(areas.neighbourhoods()[area], common, Double::sum);
        }
        return shares.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private CheckAnswer.Covered covered() {
        List<CheckAnswer.Area> told = drawn.touched().stream()
                .map(area -> new CheckAnswer.Area(
                        areas.name(area),
                        degrees(areas.outlines().get(area)),
                        areas.households(area),
                        numbers.told().count(area)))
                .toList();
        return new CheckAnswer.Covered(outline(drawn.touched()), households(drawn.touched()), told);
    }

    private int households(List<Integer> some) {
        return some.stream().mapToInt(areas::households).sum();
    }

    private JsonNode outline(List<Integer> some) {
        return degrees(
                UnaryUnionOp.union(some.stream().map(areas.outlines()::get).toList()));
    }

    private JsonNode degrees(Geometry metres) {
        return ShapeJson.of(ProjectedGeometry.toLonLat(metres, areas.projection()));
    }

    private int count() {
        return drawn.touched().stream()
                .map(numbers.told()::count)
                .mapToInt(count -> count == null ? 0 : count)
                .sum();
    }

    private int atMost() {
        return count()
                + MOST_HIDDEN
                        * drawn.touched().stream()
                                .mapToInt(numbers.told()::hidden)
                                .sum();
    }

    private CheckAnswer.Total total() {
        int count = count();
        int atMost = atMost();
        int here = Math.max(1, households(drawn.touched()));
        Municipality all = numbers.municipality();
        double scale = PER / here / numbers.years();
        double municipal = all.rate(numbers.years());
        if (count == 0) {
            return new CheckAnswer.Total(
                    null, atMost, null, null, null, municipal, null, null, CheckAnswer.TOO_FEW, Sentences.tooFew());
        }
        int rest = Math.max(0, all.count() - count);
        int elsewhere = all.households() - here;
        Double ratioLow = null;
        Double ratioHigh = null;
        String verdict = CheckAnswer.SAME;
        if (rest > 0 && elsewhere > 0) {
            ratioLow =
                    Pattern.hundredth(TwoCounts.of(count, here, rest, elsewhere).ratioLow());
            ratioHigh = Pattern.hundredth(
                    TwoCounts.of(atMost, here, rest, elsewhere).ratioHigh());
            verdict = verdict(ratioLow, ratioHigh, 1);
        }
        return new CheckAnswer.Total(
                count,
                atMost,
                tenth(count * scale),
                tenth(PoissonInterval.of(count).low() * scale),
                tenth(PoissonInterval.of(atMost).high() * scale),
                municipal,
                ratioLow,
                ratioHigh,
                verdict,
                Sentences.total(count, atMost, ratioLow, ratioHigh, verdict));
    }

    private List<CheckAnswer.Type> types() {
        int total = count();
        int open = atMost() - total;
        Map<String, Integer> counts = new TreeMap<>();
        for (int area : drawn.touched()) {
            for (Told told : numbers.told().areas().getOrDefault(area, List.of())) {
                told.groups().forEach((group, count) -> counts.merge(group, count, Integer::sum));
            }
        }
        int rest = total - counts.values().stream().mapToInt(Integer::intValue).sum();
        List<CheckAnswer.Type> types = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> types.add(type(each.getKey(), each.getValue(), total, rest + open)));
        if (rest > 0) {
            types.add(new CheckAnswer.Type(
                    Names.REST,
                    names.of(Names.REST),
                    rest,
                    Pattern.hundredth((double) rest / total),
                    null,
                    CheckAnswer.TOO_FEW));
        }
        return types;
    }

    /** @param open how many more of the group there may be among what is not told by group */
    private CheckAnswer.Type type(String group, int count, int total, int open) {
        Double usual = numbers.municipality().groups().get(group);
        String verdict = CheckAnswer.TOO_FEW;
        if (usual != null && total >= Pattern.LEAST) {
            double low = ShareComparison.of(count, total, usual).low();
            int most = Math.min(total, count + open);
            double high = ShareComparison.of(most, total, usual).high();
            verdict = verdict(low, high, usual);
        }
        return new CheckAnswer.Type(
                group, names.of(group), count, Pattern.hundredth((double) count / total), usual, verdict);
    }

    private static CheckAnswer.@Nullable Darkness darkness(
            Pattern.@Nullable Share here, Pattern.@Nullable Share municipality) {
        if (here == null) {
            return null;
        }
        Double usual = municipality == null ? null : Double.valueOf(municipality.share());
        String verdict = usual == null ? CheckAnswer.TOO_FEW : verdict(here.low(), here.high(), usual);
        return new CheckAnswer.Darkness(here.share(), here.low(), here.high(), usual, verdict);
    }

    private static CheckAnswer.@Nullable Trend trend(
            Pattern.@Nullable Trend here, Pattern.@Nullable Trend municipality) {
        if (here == null) {
            return null;
        }
        Double usual = municipality == null ? null : Double.valueOf(municipality.ratio());
        return new CheckAnswer.Trend(here.ratio(), here.low(), here.high(), usual, verdict(here.low(), here.high(), 1));
    }

    private static String verdict(double low, double high, double usual) {
        return low > usual ? CheckAnswer.MORE : high < usual ? CheckAnswer.FEWER : CheckAnswer.SAME;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
