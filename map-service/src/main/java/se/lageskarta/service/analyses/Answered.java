package se.lageskarta.service.analyses;

import java.util.List;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.ResultTable;
import se.lageskarta.geo.analysis.Words;

/**
 * An answer that is kept.
 *
 * @param advice what the service knows beyond the analysis
 * @param millis how long the analysis took
 * @param invented true when any of the data are made up
 */
record Answered(AnalysisResult result, List<Words> advice, long millis, boolean invented) {
    /** About how many values it keeps in memory. */
    int weight() {
        long rows = result.used();
        for (ResultTable table : result.tables()) {
            rows += table.size();
        }
        if (result.places() != null) {
            rows += result.places().table().size();
        }
        if (result.raster() != null) {
            rows += result.raster().value().length;
        }
        return (int) Math.min(Integer.MAX_VALUE, 100 + rows);
    }
}
