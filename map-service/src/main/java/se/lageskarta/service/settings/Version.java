package se.lageskarta.service.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which Lägeskarta this is. */
public final class Version {
    private static final String CURRENT = read();

    private Version() {}

    public static String current() {
        return CURRENT;
    }

    private static String read() {
        // named so that the parent POM's resource filtering fills it in
        try (InputStream in = Version.class.getResourceAsStream("/application-build.properties")) {
            Properties build = new Properties();
            build.load(Objects.requireNonNull(in, "application-build.properties"));
            return build.getProperty("lageskarta.version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
