package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.grid.CellCounts;

/** How many rows fall in each square of a grid: the plainest map there is. */
final class GridAnalysis implements Analysis {
    private static final double DEFAULT_CELL_METRES = 250;

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.number("cell", "m", 10, 100_000));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        return Suits.possible(
                "Räknar utan att dra någon slutsats; fungerar för hur få som helst.",
                "Counts without drawing a conclusion; works for any number.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 100L * Math.max(question.incidents().size(), question.marks().size());
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        double cell = chosen.number("cell", DEFAULT_CELL_METRES);
        CellCounts counts = CellCounts.of(usable.x(), usable.y(), cell);
        int most = Arrays.stream(counts.count()).max().orElse(0);
        return AnalysisResult.of(this, usable, question.seed())
                .status(counts.size() == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(
                        usable.size() + " händelser i " + counts.size() + " rutor, som mest " + most + " i en ruta.",
                        usable.size() + " incidents in " + counts.size() + " squares, at most " + most + " in one.")
                .sentence(
                        "Antal per kvadratisk ruta med sidan " + (int) cell + " m.",
                        "Counts per square cell of " + (int) cell + " m.")
                .parameter(
                        "cell",
                        cell,
                        "m",
                        !chosen.has("cell"),
                        new Words("Ungefär ett kvarter i en liten tätort.", "About a block in a small town."))
                .figure("cells", counts.size())
                .figure("mostInACell", most)
                .places(
                        List.of("x", "y", "count"),
                        counts.size(),
                        i -> new Object[] {counts.column()[i] * cell, counts.row()[i] * cell, counts.count()[i]},
                        i -> Places.square(counts.column()[i] * cell, counts.row()[i] * cell, cell))
                .build();
    }
}
