package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.stats.RipleyK;

/** At which distances places gather more than chance, by Ripley's K against places thrown at random. */
final class RipleyKAnalysis implements Analysis {
    private static final int LEAST = 30;
    private static final int SIMULATIONS = 99;
    private static final int STEPS = 20;
    private static final double LONGEST_METRES = 5_000;
    /** Part of the simulations that may lie outside the band, on each side together. */
    private static final double OUTSIDE = 0.05;
    /** Spreads neighbouring seeds over all numbers. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    public String name() {
        return "ripley-k";
    }

    @Override
    public Topic topic() {
        return Topic.CHECK;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.numbers("radius", "m", 1, 100_000),
                Setting.whole("simulations", "", 19, 999),
                Setting.word("edge", List.of("none", "border", "isotropic", "translation")),
                SpreadOfPlaces.ONCE);
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int distinct = Usable.either(question).distinct();
        return distinct < LEAST
                ? Suits.tooFew(distinct, LEAST)
                : Suits.possible(
                        "Säger på vilka avstånd lägen samlas, inte var.",
                        "Says at which distances places gather, not where.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        if (usable.distinct() < LEAST) {
            return usable.size();
        }
        SpreadOfPlaces places = SpreadOfPlaces.of(question, usable, chosen);
        if (places.size() < LEAST || places.area().getArea() == 0) {
            return usable.size();
        }
        double[] radius = radius(chosen, places);
        double share = Math.min(
                1,
                Math.PI * Math.pow(radius[radius.length - 1], 2) / places.area().getArea());
        double pairs = (double) places.size() * places.size() * share;
        int edges = chosen.word("edge", "none").equals("none")
                ? 1
                : 20 + places.area().getNumPoints();
        return (long) Math.min(
                Long.MAX_VALUE / 2.0,
                (chosen.whole("simulations", SIMULATIONS) + 4.0) * (15 * pairs * edges + 500.0 * places.size()));
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.distinct() < LEAST) {
            return SpreadOfPlaces.tooFew(answer, usable.distinct(), LEAST);
        }
        SpreadOfPlaces places = SpreadOfPlaces.of(question, usable, chosen);
        places.describe(answer, chosen);
        if (places.size() < LEAST || places.area().getArea() == 0) {
            return SpreadOfPlaces.tooFew(answer, places.size(), LEAST);
        }
        double[] radius = radius(chosen, places);
        int simulations = chosen.whole("simulations", SIMULATIONS);
        String edge = chosen.word("edge", "none");
        double[] k = estimate(places.x(), places.y(), places, radius, edge, stop);
        double[] l = RipleyK.radiusOf(k);
        double[][] drawn = new double[radius.length][simulations];
        for (int s = 0; s < simulations; s++) {
            double[][] random = thrown(places, new SplittableRandom(question.seed() + GOLDEN * (s + 1)));
            double[] simulated = RipleyK.radiusOf(estimate(random[0], random[1], places, radius, edge, stop));
            for (int r = 0; r < radius.length; r++) {
                drawn[r][s] = simulated[r] - radius[r];
            }
        }
        double[] low = new double[radius.length];
        double[] high = new double[radius.length];
        int rank = Math.max(0, (int) Math.floor(OUTSIDE / 2 * (simulations + 1)) - 1);
        for (int r = 0; r < radius.length; r++) {
            Arrays.sort(drawn[r]);
            low[r] = drawn[r][rank];
            high[r] = drawn[r][simulations - 1 - rank];
        }
        return describe(answer, chosen, radius, k, l, low, high)
                .parameter(
                        "simulations",
                        simulations,
                        "",
                        !chosen.has("simulations"),
                        new Words(
                                "Så många slumpvisa mönster på samma yta jämförs det med.",
                                "So many random patterns on the same area it is compared with."))
                .parameter(
                        "edge",
                        edge,
                        "",
                        !chosen.has("edge"),
                        new Words(
                                "Slumpmönstren har samma kant, så ingen rättelse behövs.",
                                "The random patterns have the same edge, so no correction is needed."))
                .build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer,
            Chosen chosen,
            double[] radius,
            double[] k,
            double[] l,
            double[] low,
            double[] high) {
        int first = -1;
        int last = -1;
        int most = -1;
        for (int r = 0; r < radius.length; r++) {
            if (l[r] - radius[r] > high[r]) {
                first = first < 0 ? r : first;
                last = r;
                boolean more = most < 0 || l[r] - radius[r] - high[r] > l[most] - radius[most] - high[most];
                most = more ? r : most;
            }
        }
        answer.status(first < 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(
                        first < 0
                                ? new Words(
                                        "På inget avstånd ligger lägena säkert tätare än slumpen.",
                                        "At no distance do places surely gather more than chance.")
                                : new Words(
                                        "Lägena samlas mer än slumpen på avstånd mellan " + Spoken.sv(radius[first], 0)
                                                + " och " + Spoken.sv(radius[last], 0) + " m, mest omkring "
                                                + Spoken.sv(radius[most], 0) + " m.",
                                        "Places gather more than chance at distances of " + Spoken.en(radius[first], 0)
                                                + " to " + Spoken.en(radius[last], 0) + " m, most around "
                                                + Spoken.en(radius[most], 0) + " m."))
                .sentence(
                        "Ripleys K: hur många andra lägen som finns inom varje avstånd, jämfört med 95 % av"
                                + " slumpvisa mönster.",
                        "Ripley's K: how many other places lie within each distance, beside 95 % of random patterns.")
                .parameter(
                        "radius",
                        Arrays.stream(radius).boxed().toList(),
                        "m",
                        !chosen.has("radius"),
                        new Words(
                                "Upp till en fjärdedel av ytans kortaste sida: längre bort säger K inget säkert.",
                                "Up to a quarter of the area's shorter side: further away K says nothing sure."))
                .figure("fromM", first < 0 ? null : radius[first])
                .figure("toM", first < 0 ? null : radius[last])
                .figure("mostAtM", first < 0 ? null : radius[most])
                .advice(new Words(
                        "Människor och gator samlas också: att lägen samlas är ingen nyhet i sig.",
                        "People and streets gather too: that places gather is no news by itself."));
        return answer.table("distances", List.of("distanceM", "k", "l", "lMinusR", "low", "high"), radius.length, r ->
                new Object[] {radius[r], k[r], l[r], l[r] - radius[r], low[r], high[r]});
    }

    private static double[] estimate(
            double[] x, double[] y, SpreadOfPlaces places, double[] radius, String edge, BooleanSupplier stop) {
        if (edge.equals("none")) {
            return RipleyK.uncorrected(x, y, places.area().getArea(), radius, stop);
        }
        RipleyK k = RipleyK.of(x, y, places.area(), radius, stop);
        return switch (edge) {
            case "border" -> k.border();
            case "isotropic" -> k.iso();
            default -> k.trans();
        };
    }

    private static double[] radius(Chosen chosen, SpreadOfPlaces places) {
        if (chosen.has("radius")) {
            return chosen.numbers("radius");
        }
        Envelope box = places.area().getEnvelopeInternal();
        double most = Math.min(LONGEST_METRES, Math.min(box.getWidth(), box.getHeight()) / 4);
        double step = most / STEPS;
        double round = Math.pow(10, Math.floor(Math.log10(step)));
        double even = Math.max(round, Math.floor(step / round) * round);
        double[] radius = new double[STEPS];
        Arrays.setAll(radius, i -> even * (i + 1));
        return radius;
    }

    /** As many places thrown evenly on the area. */
    private static double[][] thrown(SpreadOfPlaces places, SplittableRandom random) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(places.area());
        Envelope box = places.area().getEnvelopeInternal();
        int n = places.size();
        double[][] thrown = new double[2][n];
        int kept = 0;
        while (kept < n) {
            double x = box.getMinX() + random.nextDouble() * box.getWidth();
            double y = box.getMinY() + random.nextDouble() * box.getHeight();
            if (area.locate(new Coordinate(x, y)) != Location.EXTERIOR) {
                thrown[0][kept] = x;
                thrown[1][kept++] = y;
            }
        }
        return thrown;
    }
}
