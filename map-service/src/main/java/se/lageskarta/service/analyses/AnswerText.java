package se.lageskarta.service.analyses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.ParameterUsed;
import se.lageskarta.geo.analysis.ResultTable;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.service.settings.Version;

/**
 * What an analysis answered, but for its rows and places, as names and values: what it says, what it was made with and
 * why, what took part and what did not, and everything needed to repeat it.
 */
public final class AnswerText {
    private final AnalysisResult result;
    private final List<Words> advice;
    private final Function<Words, Object> text;
    private final PlainValues plain;

    private AnswerText(AnalysisResult result, List<Words> advice, Function<Words, Object> text) {
        this.result = result;
        this.advice = advice;
        this.text = text;
        plain = new PlainValues(text);
    }

    /**
     * In one language.
     *
     * @param advice more than the analysis itself gives
     */
    static AnswerText in(Locale language, AnalysisResult result, List<Words> advice) {
        return new AnswerText(result, advice, words -> words.in(language));
    }

    /** In both languages: a text is {@code {"sv": …, "en": …}}. */
    public static AnswerText inBoth(AnalysisResult result) {
        return new AnswerText(result, List.of(), AnswerText::both);
    }

    /** Everything but rows and places. */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("method", result.method());
        members.put("topic", result.topic().code());
        members.put("status", result.status().code());
        members.put("headline", text.apply(result.headline()));
        members.put("sentence", text.apply(result.sentence()));
        members.put(
                "parameters", result.parameters().stream().map(this::parameter).toList());
        members.put("n", result.n());
        members.put("used", result.used());
        members.put(
                "excluded",
                result.excluded().stream()
                        .map(count -> pair("reason", count.code(), count.count()))
                        .toList());
        members.put(
                "advice",
                java.util.stream.Stream.concat(advice.stream(), result.advice().stream())
                        .map(text)
                        .toList());
        members.put("distinct", result.distinct());
        members.put("snapped", result.snapped());
        members.put("seed", result.seed());
        members.put("dataHash", result.dataHash());
        members.put("softwareVersion", Version.current());
        members.put("crs", result.crs() == null ? null : result.crs().toString());
        members.put("figures", plain.of(result.figures()));
        return members;
    }

    /** The tables, each with so many of its rows at most. */
    public List<Map<String, @Nullable Object>> tables(int rows) {
        return result.tables().stream().map(table -> table(table, rows)).toList();
    }

    /** Values of one row of a table, by column. */
    public Map<String, @Nullable Object> row(ResultTable table, int i) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<@Nullable Object> values = plain.row(table.row().apply(i));
        for (int c = 0; c < values.size(); c++) {
            properties.put(table.columns().get(c), values.get(c));
        }
        return properties;
    }

    /** Values of one row of a table, in the columns' order. */
    List<@Nullable Object> cells(ResultTable table, int i) {
        return plain.row(table.row().apply(i));
    }

    private Map<String, @Nullable Object> table(ResultTable table, int rows) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("name", table.name());
        all.put("columns", table.columns());
        all.put("rowCount", table.size());
        all.put("rows", plain.of(table.rows(rows)));
        return all;
    }

    private Map<String, @Nullable Object> parameter(ParameterUsed used) {
        Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
        parameter.put("name", used.name());
        parameter.put("value", plain.of(used.value()));
        parameter.put("unit", used.unit());
        parameter.put("automatic", used.automatic());
        parameter.put("why", text.apply(used.why()));
        return parameter;
    }

    private static Map<String, Object> pair(String name, String code, int count) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(name, code);
        pair.put("count", count);
        return pair;
    }

    private static Object both(Words words) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("sv", words.sv());
        both.put("en", words.en());
        return both;
    }
}
