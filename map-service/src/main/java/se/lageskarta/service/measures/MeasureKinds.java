package se.lageskarta.service.measures;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of measure that can be planned, from the measure catalogue. */
final class MeasureKinds {
    private final Map<String, MeasureKind> byCode;

    MeasureKinds(Collection<MeasureKind> kinds) {
        byCode = kinds.stream().collect(Collectors.toUnmodifiableMap(MeasureKind::code, kind -> kind));
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when the catalogue has no such kind */
    MeasureKind named(String code) {
        MeasureKind kind = byCode.get(code);
        if (kind == null) {
            throw MeasurePlan.refused("code", code, "measure.code.unknown");
        }
        return kind;
    }
}
