package se.lageskarta.service.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database holds everything.
 *
 * @param url {@code jdbc:postgresql:…} for PostgreSQL with PostGIS; empty for the embedded database in the data folder
 * @param user database user, for PostgreSQL
 * @param password that user's password
 * @param connections most connections at a time, 2 to 100
 */
@ConfigurationProperties("lageskarta.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("10") int connections) {
    public DatabaseSettings {
        url = url.strip();
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("lageskarta.database.url is " + url
                    + ", but must begin with jdbc:postgresql: or be empty for the embedded database");
        }
        if (connections < 2 || connections > 100) {
            throw new IllegalArgumentException(
                    "lageskarta.database.connections is " + connections + ", but must be 2 to 100");
        }
    }

    /** True when everything lives in the data folder. */
    public boolean embedded() {
        return url.isEmpty();
    }

    /** Without the password, which must never reach a log. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", connections=" + connections + "]";
    }
}
