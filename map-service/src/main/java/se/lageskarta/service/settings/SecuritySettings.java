package se.lageskarta.service.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logging in.
 *
 * @param adminPassword the first administrator's password; empty to have one made and printed once
 * @param demoAccounts true when the demo town brings one account a role, usable from this machine only
 * @param attempts failed log-ins of one name from one address before it has to wait, 1 to 1000
 * @param attemptWindow how long failed log-ins are remembered
 */
@ConfigurationProperties("lageskarta.security")
public record SecuritySettings(
        @DefaultValue("") String adminPassword,
        @DefaultValue("true") boolean demoAccounts,
        @DefaultValue("10") int attempts,
        @DefaultValue("5m") Duration attemptWindow) {
    public SecuritySettings {
        if (attempts < 1 || attempts > 1000) {
            throw new IllegalArgumentException(
                    "lageskarta.security.attempts is " + attempts + ", but must be 1 to 1000");
        }
        if (attemptWindow.isNegative() || attemptWindow.isZero()) {
            throw new IllegalArgumentException(
                    "lageskarta.security.attempt-window is " + attemptWindow + ", but must be longer than nothing");
        }
    }

    /** Without the password, which must never reach a log. */
    @Override
    public String toString() {
        return "SecuritySettings[demoAccounts=" + demoAccounts + ", attempts=" + attempts + "]";
    }
}
