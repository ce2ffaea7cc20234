package se.lageskarta.service.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The public survey pages.
 *
 * @param writes answers that one address may send within the window, 1 to 100,000
 * @param writeWindow how long addresses are remembered, in memory only
 * @param mapAfter how often new answers are put on the map; each time all map answers are computed anew
 * @param decision number of the decision to erase single answers when a wave's time is over; used for waves that name no
 *     decision of their own. Empty: those waves are not erased
 */
@ConfigurationProperties("lageskarta.surveys")
public record SurveySettings(
        @DefaultValue("120") int writes,
        @DefaultValue("10m") Duration writeWindow,
        @DefaultValue("5m") Duration mapAfter,
        @DefaultValue("") String decision) {
    public SurveySettings {
        decision = decision.strip();
        if (writes < 1 || writes > 100_000) {
            throw new IllegalArgumentException("lageskarta.surveys.writes is " + writes + ", but must be 1 to 100000");
        }
        if (writeWindow.isNegative() || writeWindow.isZero() || mapAfter.isNegative() || mapAfter.isZero()) {
            throw new IllegalArgumentException("lageskarta.surveys.write-window and map-after must be longer than 0");
        }
    }
}
