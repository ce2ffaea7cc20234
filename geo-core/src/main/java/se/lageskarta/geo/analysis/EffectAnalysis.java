package se.lageskarta.geo.analysis;

import java.util.List;

/** What the analyses of a measure's effect share: they work on counts that somebody gives, and on no data. */
interface EffectAnalysis extends Analysis {
    @Override
    default Topic topic() {
        return Topic.EFFECT;
    }

    @Override
    default Needs needs() {
        return Needs.NUMBERS;
    }

    @Override
    default List<Setting> settings() {
        return EffectNumbers.SETTINGS;
    }

    @Override
    default Suits suits(AnalysisQuestion question) {
        return new Suits(Suits.Level.POSSIBLE, EffectNumbers.SUITS);
    }

    @Override
    default long effort(AnalysisQuestion question, Chosen chosen) {
        return 1_000;
    }
}
