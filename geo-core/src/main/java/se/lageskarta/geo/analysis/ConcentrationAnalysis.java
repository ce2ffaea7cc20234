package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.Concentration;
import se.lageskarta.geo.stats.HitRate;

/** How few squares hold how much. */
final class ConcentrationAnalysis implements Analysis {
    private static final int LEAST = 30;
    private static final int CURVE_POINTS = 100;

    @Override
    public String name() {
        return "concentration";
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
        return CountedCells.SETTINGS;
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST
                ? Suits.tooFew(rows, LEAST)
                : Suits.recommended(
                        "Visar hur liten del av ytan som har hälften av händelserna.",
                        "Shows how small a part of the area has half of the incidents.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        return usable.size() < LEAST
                ? usable.size()
                : 300L * usable.size()
                        + 300L * CountedCells.of(question, usable, chosen).size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST) {
            return tooFew(answer, usable.size());
        }
        CountedCells cells = CountedCells.of(question, usable, chosen);
        cells.describe(answer, usable, chosen);
        if (cells.counted() < LEAST) {
            return tooFew(answer, cells.counted());
        }
        int[] count = Arrays.stream(cells.count()).mapToInt(each -> (int) each).toArray();
        Concentration found = Concentration.of(count);
        int[] best = HitRate.ranking(cells.count());
        int shown = found.placesWithHalf();
        return answer.headline(
                        "Hälften av händelserna ligger i " + found.placesWithHalf() + " rutor, "
                                + Spoken.percentSv(found.shareOfPlacesWithHalf()) + " av ytan.",
                        "Half of the incidents lie in " + found.placesWithHalf() + " squares, "
                                + Spoken.percentEn(found.shareOfPlacesWithHalf()) + " of the area.")
                .sentence(
                        "Rutor om " + Spoken.sv(cells.cellMetres(), 0)
                                + " m, även tomma, ordnade efter antal (Bernasco och Steenbeek 2017).",
                        "Squares of " + Spoken.en(cells.cellMetres(), 0)
                                + " m, empty ones too, in order of count (Bernasco and Steenbeek 2017).")
                .figure("gini", found.gini())
                .figure("generalisedGini", found.generalisedGini())
                .figure("placesWithQuarter", found.placesWithQuarter())
                .figure("placesWithHalf", found.placesWithHalf())
                .figure("shareOfPlacesWithHalf", found.shareOfPlacesWithHalf())
                .advice(new Words(
                        "Beror på rutornas storlek: jämför bara år med samma rutor. Är händelserna färre än rutorna,"
                                + " läs det generaliserade Ginitalet.",
                        "Depends on the size of the squares: compare only years of the same squares. Where incidents"
                                + " are fewer than squares, read the generalised Gini."))
                .table("lorenz", List.of("shareOfPlaces", "shareOfIncidents"), curve(count, best, found.events()))
                .places(
                        List.of("rank", "count", "share"),
                        shown,
                        i -> new Object[] {i + 1, count[best[i]], (double) count[best[i]] / found.events()},
                        i -> cells.square(best[i]))
                .build();
    }

    private static AnalysisResult tooFew(AnalysisResult.Builder answer, int have) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att tala om koncentration.", "Too few to speak of concentration.")
                .sentence(
                        have + " händelser i ytan; det krävs minst " + LEAST + ".",
                        have + " incidents in the area; it takes at least " + LEAST + ".")
                .build();
    }

    /** Share of incidents in the fullest squares, at about a hundred shares of the squares. */
    private static List<@Nullable Object[]> curve(int[] count, int[] best, long events) {
        int n = best.length;
        int occupied = (int) IntStream.of(count).filter(each -> each > 0).count();
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {0.0, 0.0});
        int step = Math.max(1, occupied / CURVE_POINTS);
        long held = 0;
        for (int k = 0; k < occupied; k++) {
            held += count[best[k]];
            if ((k + 1) % step == 0 || k == occupied - 1) {
                rows.add(new Object[] {(k + 1.0) / n, (double) held / events});
            }
        }
        if (occupied < n) {
            rows.add(new Object[] {1.0, 1.0});
        }
        return rows;
    }
}
