package se.lageskarta.service.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation, and under which address it is reached.
 *
 * @param publicUrl address that browsers and QGIS use, such as {@code https://karta.exempel.se}; empty to take it
 *     from each request
 * @param municipality name of the municipality, empty when not set
 * @param owners organisations that can own a measure, besides those already used
 */
@ConfigurationProperties("lageskarta.site")
public record SiteSettings(
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String municipality,
        @DefaultValue({}) List<String> owners) {
    public SiteSettings {
        publicUrl = publicUrl.strip();
        while (publicUrl.endsWith("/")) {
            publicUrl = publicUrl.substring(0, publicUrl.length() - 1);
        }
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException("lageskarta.site.public-url is " + publicUrl
                    + ", but must be an http or https address such as https://karta.exempel.se");
        }
        municipality = municipality.strip();
        owners = List.copyOf(owners);
    }
}
