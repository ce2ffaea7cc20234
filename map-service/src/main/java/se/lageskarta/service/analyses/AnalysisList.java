package se.lageskarta.service.analyses;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.geo.analysis.Suits;

/**
 * The analyses there are, and which of them suit the data asked about.
 *
 * @param analyses in the order that a list shows them
 * @param defaultSeed seed of anyone who chooses none
 * @param advice what to know about the data
 * @param invented true when any of the data are made up
 */
record AnalysisList(List<Entry> analyses, long defaultSeed, List<String> advice, boolean invented) {
    /** One analysis; {@code suits} is recommended, possible, too-few or unsuited. */
    record Entry(String method, String topic, String needs, String suits, String why, List<Choice> settings) {
        static Entry of(Analysis analysis, AnalysisQuestion question, Locale language) {
            Suits suits = analysis.suits(question);
            return new Entry(
                    analysis.name(),
                    analysis.topic().code(),
                    analysis.needs().name().toLowerCase(Locale.ROOT),
                    suits.level().code(),
                    suits.why().in(language),
                    analysis.settings().stream().map(Choice::of).toList());
        }
    }

    /** One setting; {@code min} and {@code max} of numbers alone. */
    record Choice(
            String name,
            String kind,
            String unit,
            @Nullable Double min,
            @Nullable Double max,
            List<String> words) {
        static Choice of(Setting setting) {
            boolean number =
                    switch (setting.kind()) {
                        case NUMBER, WHOLE, NUMBERS -> true;
                        case WORD, FLAG, DAY -> false;
                    };
            return new Choice(
                    setting.name(),
                    setting.kind().code(),
                    setting.unit(),
                    number ? setting.min() : null,
                    number ? setting.max() : null,
                    setting.words());
        }
    }

    static AnalysisList of(AskedData.Asked asked, boolean invented, Locale language) {
        return new AnalysisList(
                Analyses.ALL.stream()
                        .map(analysis -> Entry.of(analysis, asked.question(), language))
                        .toList(),
                AnalysisQuestion.DEFAULT_SEED,
                asked.advice().stream().map(words -> words.in(language)).toList(),
                invented);
    }
}
