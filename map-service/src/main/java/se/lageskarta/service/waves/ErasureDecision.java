package se.lageskarta.service.waves;

import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.SurveySettings;

/** The decision (gallringsbeslut) that a wave's single answers are erased by when their time is over. */
@Component
class ErasureDecision {
    private final SurveySettings settings;

    ErasureDecision(SurveySettings settings) {
        this.settings = settings;
    }

    /** The wave's own, else the installation's; when they have been erased the one they were erased by. Empty for none. */
    String of(SurveyWave wave) {
        if (wave.isErased()) {
            return wave.erasedByDecision();
        }
        return wave.retentionDecision().isEmpty() ? settings.decision() : wave.retentionDecision();
    }
}
