package se.lageskarta.service.exports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.Parameters;

/** The list of exports, for those who look after it. */
@RestController
class ExportsController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;

    private final Exports exports;
    private final ExportRules rules;

    ExportsController(Exports exports, ExportRules rules) {
        this.exports = exports;
        this.rules = rules;
    }

    /**
     * A part of the list.
     *
     * @param kinds every kind of export there is
     * @param more true when there are older lines
     */
    record Listing(List<Export> exports, List<String> kinds, boolean more) {}

    @GetMapping("/api/exports")
    @Parameter(name = "who", in = ParameterIn.QUERY, description = "Part of the account's name")
    @Parameter(name = "what", in = ParameterIn.QUERY, description = "Only this kind")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First day")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day")
    @Parameter(name = "before", in = ParameterIn.QUERY, description = "Only lines with a lower number than this one")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many lines, 1 to 1000")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters parameters =
                Parameters.of(request.getParameterMap(), Set.of("who", "what", "from", "to", "before", "limit"));
        LocalDate from = parameters.day("from");
        LocalDate to = parameters.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw Parameters.refused("to", to.toString(), "parameter.period");
        }
        String what = parameters.has("what") ? parameters.word("what", "", rules.kinds()) : null;
        int most = parameters.whole("limit", USUAL, 1, MOST);
        Exports.Wanted wanted = new Exports.Wanted(who(parameters), what, from, to, before(parameters));
        List<Export> found = exports.find(wanted, most + 1);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(
                        found.stream().limit(most).toList(), List.copyOf(rules.kinds()), found.size() > most));
    }

    private static @Nullable String who(Parameters parameters) {
        String who = parameters.text("who");
        if (who == null || who.isBlank()) {
            return null;
        }
        if (who.length() > LONGEST_NAME) {
            throw Parameters.refused("who", who, "export.who", LONGEST_NAME);
        }
        return who.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long before(Parameters parameters) {
        return parameters.has("before") ? parameters.ids("before").first() : null;
    }
}
