package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.stats.GlobalAutocorrelation;
import se.lageskarta.geo.stats.GridNeighbours;

/** Whether squares with many incidents lie together at all: one line to check by, never the map. */
final class GlobalAutocorrelationAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_CELLS = 30;
    private static final double SIGNIFICANCE = 0.05;

    @Override
    public String name() {
        return "global-autocorrelation";
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
        List<Setting> settings = new ArrayList<>(CountedCells.SETTINGS);
        settings.add(Setting.word("neighbours", List.of("queen", "rook", "disc")));
        settings.add(Setting.number("radius", "m", 25, 50_000));
        return settings;
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Svarar bara på om händelserna hopar sig över huvud taget, inte var.",
                        "Answers only whether incidents cluster at all, not where.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        return usable.size() < LEAST_ROWS
                ? usable.size()
                : 500L * CountedCells.settled(question, usable, chosen).size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return GiStarAnalysis.tooFew(answer, usable.size());
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen);
        cells.describe(answer, usable, chosen);
        if (cells.counted() < LEAST_ROWS || cells.size() < LEAST_CELLS) {
            return GiStarAnalysis.tooFew(answer, Math.min(cells.counted(), cells.size()));
        }
        GridNeighbours neighbours = new GridNeighbours(cells.area(), GiStarAnalysis.shape(cells, chosen));
        GlobalAutocorrelation global = GlobalAutocorrelation.of(neighbours, cells.count());
        boolean sure = global.moran().p() < SIGNIFICANCE;
        boolean together = sure && global.moran().z() > 0;
        answer.status(sure ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(global, sure, together))
                .sentence(
                        "Morans I, Gearys C och allmänna G över " + cells.size()
                                + " rutor, mot slumpvis omblandade antal (normalfördelning).",
                        "Moran's I, Geary's C and general G over " + cells.size()
                                + " squares, against shuffled counts (normal curve).")
                .advice(new Words(
                        "Säger bara om händelserna hopar sig. Där folk bor glest hopar de sig alltid; se kartan för var.",
                        "Says only whether incidents cluster. Where people live sparsely they always do; see the map"
                                + " for where."));
        put(answer, "moran", global.moran());
        put(answer, "geary", global.geary());
        put(answer, "generalG", global.generalG());
        return answer.build();
    }

    private static Words headline(GlobalAutocorrelation global, boolean sure, boolean together) {
        String i = String.format(Locale.ROOT, "%.2f", global.moran().value());
        if (!sure) {
            return new Words(
                    "Inget säkert mönster över hela området (Morans I " + i.replace('.', ',') + ").",
                    "No sure pattern over the whole area (Moran's I " + i + ").");
        }
        return together
                ? new Words(
                        "Rutor med många händelser ligger säkert intill varandra (Morans I " + i.replace('.', ',')
                                + ").",
                        "Squares with many incidents surely lie beside each other (Moran's I " + i + ").")
                : new Words(
                        "Rutor med många händelser ligger säkert åtskilda (Morans I " + i.replace('.', ',') + ").",
                        "Squares with many incidents surely lie apart (Moran's I " + i + ").");
    }

    private static void put(AnalysisResult.Builder answer, String name, GlobalAutocorrelation.Measure measure) {
        answer.figure(name, measure.value())
                .figure(name + "Expected", measure.expected())
                .figure(name + "Variance", measure.variance())
                .figure(name + "Z", measure.z())
                .figure(name + "P", measure.p());
    }
}
