package se.lageskarta.service.reports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** What can be reported, which of it counts as an incident, and which types are about the same kind of thing. */
@Component
class ReportTypes {
    /** What one sees from the street and what people most often report; then the rest as the taxonomy has it. */
    private static final List<String> FIRST =
            List.of("BEL", "KLO", "SKA", "NED", "SIK", "SKY", "FOR", "TUN", "ORD", "SAM", "BUS", "DUM");
    /** Types that a passer-by cannot tell apart; any other type is alone. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("KLO", "SKA"),
            Set.of("NED", "DUM"),
            Set.of("TUN", "AVS"),
            Set.of("ORD", "SAM", "BUS", "ALK", "NAR"),
            Set.of("OTR", "AVS"));
    /** Never reported from a phone: happens indoors, or says that all is well. */
    private static final Set<String> NOT_OFFERED = Set.of("TRY", "INB");
    /** Crime and disorder. Deficiencies (E) and what people feel (F) are evidence of their own. */
    private static final Set<String> COUNTED_CLASSES = Set.of("A", "B", "C", "D");

    private static final String DEFICIENCIES = "E";
    private static final Duration USE = Duration.ofDays(90);

    private final IncidentTypes types;
    private final Reports reports;
    private final Clock clock;

    ReportTypes(IncidentTypes types, Reports reports, Clock clock) {
        this.types = types;
        this.reports = reports;
        this.clock = clock;
    }

    /** All that can be reported: the most used lately first, then the usual order. */
    List<IncidentType> offered() {
        Set<String> order =
                new LinkedHashSet<>(reports.typesByUse(clock.instant().minus(USE)));
        order.addAll(FIRST);
        types.all().forEach(type -> order.add(type.code()));
        order.removeIf(this::isNeverOffered);
        List<IncidentType> offered = new ArrayList<>();
        order.forEach(code -> types.find(code).filter(type -> !type.retired()).ifPresent(offered::add));
        return offered;
    }

    /** @throws RefusedRequestException 422 when nothing goes by that code */
    void refuseUnlessOffered(String code) {
        Optional<IncidentType> type = types.find(code);
        if (type.isEmpty() || isNeverOffered(code)) {
            throw new RefusedRequestException(422, List.of(FieldFault.of("type", code, "report.type.unknown")));
        }
    }

    /** True when a report of the type may count among the incidents. */
    boolean isCountable(String code) {
        return types.find(code)
                .map(type -> COUNTED_CLASSES.contains(type.typeClass()))
                .orElse(false);
    }

    /** True for something about the place itself that can be put right. */
    boolean isDeficiency(String code) {
        return types.find(code)
                .map(type -> type.typeClass().equals(DEFICIENCIES))
                .orElse(false);
    }

    /** True when two people who saw the same thing may have chosen these two types. */
    boolean areAlike(String one, String other) {
        String first = types.standsFor(one);
        String second = types.standsFor(other);
        return first.equals(second)
                || ALIKE.stream().anyMatch(group -> group.contains(first) && group.contains(second));
    }

    private boolean isNeverOffered(String code) {
        return NOT_OFFERED.contains(types.standsFor(code));
    }
}
