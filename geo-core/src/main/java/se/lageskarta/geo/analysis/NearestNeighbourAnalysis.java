package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import se.lageskarta.geo.stats.NearestNeighbour;

/** Do places lie nearer to each other than by chance: a line to check by, never the map. */
final class NearestNeighbourAnalysis implements Analysis {
    private static final int LEAST = 30;
    private static final int ORDERS = 6;
    private static final double SIGNIFICANCE = 0.05;

    @Override
    public String name() {
        return "nearest-neighbour";
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
        return List.of(Setting.whole("orders", "", 1, 50), SpreadOfPlaces.ONCE);
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int distinct = Usable.either(question).distinct();
        return distinct < LEAST
                ? Suits.tooFew(distinct, LEAST)
                : Suits.possible(
                        "Säger bara om lägena ligger tätare än slumpen, vilket de nästan alltid gör där folk bor.",
                        "Says only whether places lie nearer than by chance, which they nearly always do where people"
                                + " live.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 1000L * Math.max(question.incidents().size(), question.marks().size());
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
        int orders = chosen.whole("orders", ORDERS);
        if (places.size() < Math.max(LEAST, orders + 1) || places.area().getArea() == 0) {
            return SpreadOfPlaces.tooFew(answer, places.size(), Math.max(LEAST, orders + 1));
        }
        double[] means = NearestNeighbour.meanDistances(places.x(), places.y(), orders);
        NearestNeighbour found =
                NearestNeighbour.of(means[0], places.size(), places.area().getArea());
        boolean sure = found.p() < SIGNIFICANCE;
        Envelope box = places.box();
        return answer.status(sure ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(found, sure))
                .sentence(
                        "Medelavståndet till närmaste granne, " + Spoken.sv(means[0], 0) + " m, jämfört med "
                                + Spoken.sv(found.meanExpected(), 0) + " m om lägena låg slumpvis på samma yta.",
                        "Mean distance to the nearest neighbour, " + Spoken.en(means[0], 0) + " m, beside "
                                + Spoken.en(found.meanExpected(), 0) + " m were places thrown at random on the same"
                                + " area.")
                .parameter(
                        "orders",
                        orders,
                        "",
                        !chosen.has("orders"),
                        new Words("Hur många grannar bort det räknas.", "How many neighbours away it is counted."))
                .figure("nni", found.ratio())
                .figure("meanDistance", found.meanObserved())
                .figure("expectedDistance", found.meanExpected())
                .figure("standardError", found.standardError())
                .figure("z", found.z())
                .figure("p", found.p())
                .figure(
                        "nniDonnelly",
                        NearestNeighbour.donnelly(
                                        means[0], places.size(), box.getArea(), 2 * (box.getWidth() + box.getHeight()))
                                .ratio())
                .advice(new Words(
                        "Talet beror mest på hur stor yta man väljer: jämför bara år med samma yta.",
                        "The number depends most on the area chosen: compare only years of the same area."))
                .table("areas", List.of("area", "areaKm2", "nni", "z", "p"), areas(places, means[0]))
                .table("orders", List.of("order", "meanDistance"), orders, k -> new Object[] {k + 1, means[k]})
                .build();
    }

    private static Words headline(NearestNeighbour found, boolean sure) {
        String sv = " (index " + Spoken.sv(found.ratio(), 2) + ").";
        String en = " (index " + Spoken.en(found.ratio(), 2) + ").";
        if (!sure) {
            return new Words(
                    "Ingen säker skillnad mot slumpvisa lägen" + sv, "No sure difference from places at random" + en);
        }
        return found.z() < 0
                ? new Words("Lägena ligger tätare än slumpen" + sv, "Places lie nearer than by chance" + en)
                : new Words(
                        "Lägena ligger jämnare spridda än slumpen" + sv, "Places lie more apart than by chance" + en);
    }

    private static List<@Nullable Object[]> areas(SpreadOfPlaces places, double mean) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (places.bounded()) {
            rows.add(row("boundary", places, mean, places.area().getArea()));
        }
        rows.add(row("hull", places, mean, places.hull().getArea()));
        rows.add(row("box", places, mean, places.box().getArea()));
        return rows;
    }

    private static Object[] row(String name, SpreadOfPlaces places, double mean, double area) {
        NearestNeighbour found = NearestNeighbour.of(mean, places.size(), area);
        return new Object[] {name, area / 1e6, found.ratio(), found.z(), found.p()};
    }
}
