package se.lageskarta.service.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.Setting;

/** The settings of all analyses as parameters of their addresses: each says which analyses know it, and its range. */
final class AnalysisParameters {
    private static final String ADDRESS = "/api/analyses/{method}";

    private AnalysisParameters() {}

    static void addTo(OpenAPI api) {
        Map<String, Map<String, Setting>> byName = new TreeMap<>();
        for (Analysis analysis : Analyses.ALL) {
            for (Setting setting : analysis.settings()) {
                byName.computeIfAbsent(setting.name(), name -> new LinkedHashMap<>())
                        .put(analysis.name(), setting);
            }
        }
        List<Parameter> parameters = byName.entrySet().stream()
                .map(entry -> parameter(entry.getKey(), entry.getValue()))
                .toList();
        for (Map.Entry<String, PathItem> path : api.getPaths().entrySet()) {
            if (path.getKey().startsWith(ADDRESS)) {
                parameters.forEach(path.getValue().getGet()::addParametersItem);
            }
        }
    }

    private static Parameter parameter(String name, Map<String, Setting> byAnalysis) {
        String description = byAnalysis.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue().range())
                .collect(Collectors.joining("; "));
        return new QueryParameter().name(name).description(description).schema(shape(List.copyOf(byAnalysis.values())));
    }

    /** Of the kind that all share; text when they do not. */
    private static Schema<?> shape(List<Setting> settings) {
        Setting.Kind kind = settings.get(0).kind();
        if (settings.stream().anyMatch(setting -> setting.kind() != kind)) {
            return new StringSchema();
        }
        return switch (kind) {
            case NUMBER -> new NumberSchema();
            case WHOLE -> {
                IntegerSchema whole = new IntegerSchema();
                whole.setFormat(null);
                yield whole;
            }
            case FLAG -> new BooleanSchema();
            case DAY -> new StringSchema().format("date");
            case WORD -> {
                StringSchema word = new StringSchema();
                word.setEnum(settings.stream()
                        .flatMap(setting -> setting.words().stream())
                        .distinct()
                        .toList());
                yield word;
            }
            case NUMBERS -> new StringSchema();
        };
    }
}
