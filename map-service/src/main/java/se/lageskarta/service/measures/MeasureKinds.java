package se.lageskarta.service.measures;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.CatalogueMeasure;
import se.lageskarta.service.catalogue.MeasureCatalogue;

/** The kinds of measure that can be planned, from the measure catalogue. */
@Component
final class MeasureKinds {
    private final Map<String, MeasureKind> byCode;

    @Autowired
    MeasureKinds(MeasureCatalogue catalogue) {
        this(catalogue.all().stream().map(MeasureKinds::kind).toList());
    }

    MeasureKinds(Collection<MeasureKind> kinds) {
        byCode = kinds.stream().collect(Collectors.toUnmodifiableMap(MeasureKind::code, kind -> kind));
    }

    private static MeasureKind kind(CatalogueMeasure entry) {
        Set<MeasureShape> shapes = entry.geometry().stream()
                .map(MeasureShape::ofLetter)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new MeasureKind(
                entry.code(),
                entry.nameSv(),
                shapes,
                entry.blocked() ? entry.effectSv() : "",
                entry.blocked() ? entry.effectEn() : "",
                entry.gates().stream()
                        .map(code -> Gate.ofCode(code).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Every code of the catalogue. */
    Set<String> codes() {
        return byCode.keySet();
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
