package se.lageskarta.service.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reports from the field.
 *
 * @param keepText how long words and pictures are kept, at least a day; what, where and when stay
 * @param decision number of the decision to erase after that time; empty: nothing is erased
 * @param mostPhotos pictures with one report, 0 to 10
 * @param mostAnHour reports from one account within an hour, 1 to 10,000
 */
@ConfigurationProperties("lageskarta.reports")
public record ReportSettings(
        @DefaultValue("365d") Duration keepText,
        @DefaultValue("") String decision,
        @DefaultValue("4") int mostPhotos,
        @DefaultValue("120") int mostAnHour) {
    public ReportSettings {
        decision = decision.strip();
        if (keepText.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "lageskarta.reports.keep-text is " + keepText + ", but must be a day or more");
        }
        if (mostPhotos < 0 || mostPhotos > 10) {
            throw new IllegalArgumentException(
                    "lageskarta.reports.most-photos is " + mostPhotos + ", but must be 0 to 10");
        }
        if (mostAnHour < 1 || mostAnHour > 10_000) {
            throw new IllegalArgumentException(
                    "lageskarta.reports.most-an-hour is " + mostAnHour + ", but must be 1 to 10000");
        }
    }
}
