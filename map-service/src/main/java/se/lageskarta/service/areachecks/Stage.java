package se.lageskarta.service.areachecks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a plan has come (skede), as planning and building law and its practice part it. */
enum Stage {
    OVERVIEW_PLAN("overview-plan", new Plain("Översiktsplan", "Comprehensive plan")),
    DETAILED_PLAN("detailed-plan", new Plain("Detaljplan", "Detailed plan")),
    BUILDING_PERMIT("building-permit", new Plain("Bygglov", "Building permit")),
    DESIGN("design", new Plain("Projektering", "Design")),
    OPERATION("operation", new Plain("Drift och förvaltning", "Operation and maintenance"));

    static final List<String> CODES = Arrays.stream(values()).map(Stage::code).toList();

    private final String code;
    private final Plain words;

    Stage(String code, Plain words) {
        this.code = code;
        this.words = words;
    }

    @JsonValue
    String code() {
        return code;
    }

    Plain words() {
        return words;
    }

    static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
