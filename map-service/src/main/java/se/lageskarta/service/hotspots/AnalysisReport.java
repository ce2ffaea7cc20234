package se.lageskarta.service.hotspots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.cluster.Advice;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.service.settings.Version;

/** Says how hotspots were found: everything needed to repeat it, and to doubt it. */
final class AnalysisReport {
    private AnalysisReport() {}

    static Map<String, @Nullable Object> of(Analysed analysed) {
        HotspotResult result = analysed.result();
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("method", "dbscan");
        report.put("stream", analysed.stream().code());
        report.put("sentenceSv", result.sentenceSv());
        report.put("sentenceEn", result.sentenceEn());
        report.put("parameters", parameters(result));
        report.put("n", result.n());
        report.put("used", result.used());
        report.put("excluded", excluded(result.excluded()));
        report.put("noise", result.noise());
        report.put("clusters", result.hotspots().size());
        report.put("snapped", result.snapped());
        report.put("distinct", result.distinct());
        report.put(
                "advice", result.advice().stream().map(AnalysisReport::advice).toList());
        report.put("dataHash", result.dataHash());
        report.put("seed", result.seed());
        report.put("softwareVersion", Version.current());
        report.put("computedMillis", analysed.millis());
        report.put("crs", result.crs().toString());
        return report;
    }

    private static Map<String, @Nullable Object> parameters(HotspotResult result) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("eps", result.parameters().epsMetres());
        parameters.put("minPts", result.parameters().minPts());
        parameters.put("automatic", result.parameters().automatic());
        parameters.put("whySv", result.parameters().whySv());
        parameters.put("whyEn", result.parameters().whyEn());
        return parameters;
    }

    private static List<Map<String, Object>> excluded(List<Count> counts) {
        return counts.stream()
                .map(count -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("reason", count.code());
                    one.put("count", count.count());
                    return one;
                })
                .toList();
    }

    private static Map<String, Object> advice(Advice advice) {
        return Map.of("sv", advice.swedish(), "en", advice.english());
    }
}
