package se.lageskarta.service.measures;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Parameters;

/** Reads which measures a request is about. */
@Component
class MeasureQuestions {
    /** Parameters that choose measures, wherever they are shown. */
    static final Set<String> CHOOSING = Set.of("status", "owner", "code", "spot");
    /** Parameters of the list. */
    static final Set<String> LISTED = Set.of("status", "owner", "code", "spot", "bbox", "limit", "offset");
    /** Parameters of the plan as a paper. */
    static final Set<String> PRINTED = Set.of("status", "owner", "code", "spot", "bbox");
    /** A municipality plans some hundred measures a year; this is decades of them in one answer. */
    static final int MAX_LISTED = 10_000;

    private static final Set<String> STATUS_CODES =
            Set.of(MeasureStatus.values()).stream().map(MeasureStatus::code).collect(Collectors.toUnmodifiableSet());

    private final MeasureKinds kinds;

    MeasureQuestions(MeasureKinds kinds) {
        this.kinds = kinds;
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be understood */
    MeasureFilter filter(Parameters parameters) {
        Set<MeasureStatus> statuses = parameters.words("status", STATUS_CODES).stream()
                .map(code -> MeasureStatus.ofCode(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        String owner = parameters.text("owner");
        if (owner != null && owner.chars().anyMatch(Character::isISOControl)) {
            throw parameters.refused("owner", "measure.text.characters");
        }
        return new MeasureFilter(
                statuses,
                owner == null ? Set.of() : Set.of(owner),
                parameters.words("code", kinds.codes()),
                parameters.box("bbox"),
                parameters.ids("spot"));
    }
}
