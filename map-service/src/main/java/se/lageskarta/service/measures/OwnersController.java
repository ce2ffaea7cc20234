package se.lageskarta.service.measures;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Parameters;

/** The organisations a form can offer as owner: those in the settings and those that own a measure already. */
@RestController
class OwnersController {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Measures measures;
    private final SiteSettings settings;

    OwnersController(Measures measures, SiteSettings settings) {
        this.measures = measures;
        this.settings = settings;
    }

    /** The answer, in Swedish alphabetical order. */
    record Owners(List<String> owners) {}

    @GetMapping("/api/owners")
    Owners owners(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Collator alphabet = Collator.getInstance(SWEDISH);
        return new Owners(Stream.concat(settings.owners().stream(), measures.owners().stream())
                .distinct()
                .sorted((a, b) -> alphabet.compare(a, b))
                .toList());
    }
}
