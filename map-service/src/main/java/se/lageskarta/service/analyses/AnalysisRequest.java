package se.lageskarta.service.analyses;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.geo.analysis.SettingException;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * An analysis that somebody asks for.
 *
 * @param question about which data
 * @param chosen settings; the rest is automatic
 * @param seed of what is drawn by lot
 * @param run by which the asker may cancel it, null for none
 */
record AnalysisRequest(
        Analysis analysis,
        Question question,
        Chosen chosen,
        long seed,
        @Nullable String run) {
    /** What every analysis understands besides the filter and its settings. */
    static final Set<String> OWN_PARAMETERS = Set.of("seed", "run");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Reads a request.
     *
     * @param method word of the analysis
     * @param sent parameters: filter, settings, seed, run
     * @throws RefusedRequestException 404 for an unknown method, 400 for a parameter that cannot be accepted
     */
    static AnalysisRequest of(String method, Map<String, String[]> sent, Questions questions) {
        Analysis analysis = Analyses.named(method).orElseThrow(() -> unknown(method));
        Set<String> allowed = new TreeSet<>(Questions.PARAMETERS);
        allowed.addAll(OWN_PARAMETERS);
        Set<String> settings =
                analysis.settings().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
        allowed.addAll(settings);
        Parameters parameters = Parameters.of(sent, allowed);
        Question question = questions.of(parameters);
        return new AnalysisRequest(
                analysis,
                question,
                chosen(analysis, parameters, settings),
                parameters.whole("seed", (int) AnalysisQuestion.DEFAULT_SEED, 0, Integer.MAX_VALUE),
                run(parameters));
    }

    /** Names the question, the data and the settings: equal keys have equal answers. */
    String key() {
        // the revision of all data, base layers too: they bound the study area
        return question.facts().revision() + "|" + question.key() + "|" + analysis.name() + "|" + chosen.key() + "|"
                + seed;
    }

    private static Chosen chosen(Analysis analysis, Parameters parameters, Set<String> settings) {
        Map<String, String> written = new TreeMap<>();
        for (String name : settings) {
            String value = parameters.text(name);
            if (value != null) {
                written.put(name, value);
            }
        }
        try {
            return Chosen.of(analysis, written);
        } catch (SettingException refused) {
            throw SettingFaults.of(refused);
        }
    }

    private static @Nullable String run(Parameters parameters) {
        String run = parameters.text("run");
        if (run != null && !RUN.matcher(run).matches()) {
            throw parameters.refused("run", "analysis.run");
        }
        return run;
    }

    private static RefusedRequestException unknown(String method) {
        String known = Analyses.ALL.stream().map(Analysis::name).sorted().collect(Collectors.joining(", "));
        return new RefusedRequestException(404, List.of(FieldFault.of("method", method, "analysis.unknown", known)));
    }
}
