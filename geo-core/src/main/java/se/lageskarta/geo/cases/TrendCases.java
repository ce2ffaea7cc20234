package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import se.lageskarta.geo.stats.MannKendall;
import se.lageskarta.geo.stats.SeasonalMannKendall;
import se.lageskarta.geo.stats.SeasonalMeans;
import se.lageskarta.geo.stats.SenSlope;
import se.lageskarta.geo.stats.Stl;

/** Answers the cases of trend and season of a month series. */
final class TrendCases {
    private static final int PERIOD = 12;
    private static final int ROBUST_WINDOW = 7;

    private TrendCases() {}

    static Map<String, Object> trend(CaseFile question, Path out) throws IOException {
        double[] series = series(question.inputFile());
        MannKendall trend = MannKendall.of(series);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("n", trend.n());
        plain.put("S", trend.s());
        plain.put("varS", trend.variance());
        plain.put("z", trend.z());
        plain.put("pTwoSided", trend.p());
        plain.put("tauB", trend.tauB());
        plain.put("senSlopePerStep", SenSlope.of(series).slope());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("mannKendall", plain);
        answer.put("seasonalMannKendall", seasonal(series));
        if (series.length > 2 * PERIOD) {
            answer.put("stlPeriodic", parts(Stl.periodic(series, PERIOD)));
            answer.put("stlRobust7", parts(Stl.robust(series, PERIOD, ROBUST_WINDOW)));
        }
        if (series.length >= 2 * PERIOD) {
            answer.put(
                    "classicalDecomposeFigureAdditive",
                    PatternCases.list(SeasonalMeans.of(series, PERIOD).figure()));
        }
        return answer;
    }

    /** Within one year no season comes twice, so there is nothing to compare. */
    private static Map<String, Object> seasonal(double[] series) {
        SeasonalMannKendall seasonal = series.length > PERIOD
                ? SeasonalMannKendall.of(series, PERIOD)
                : new SeasonalMannKendall(0, 0, Double.NaN, Double.NaN);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("S", seasonal.s());
        members.put("varS", seasonal.variance());
        members.put("z", seasonal.z());
        members.put("p", seasonal.p());
        return members;
    }

    private static Map<String, Object> parts(Stl stl) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("seasonal", PatternCases.list(stl.seasonal()));
        parts.put("trend", PatternCases.list(stl.trend()));
        parts.put("remainder", PatternCases.list(stl.remainder()));
        return parts;
    }

    private static double[] series(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CasePoints.open(file))) {
            return rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField("count")))
                    .toArray();
        }
    }
}
