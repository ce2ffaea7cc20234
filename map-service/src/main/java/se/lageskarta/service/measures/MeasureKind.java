package se.lageskarta.service.measures;

import java.util.Set;
import java.util.stream.Collectors;
import se.lageskarta.service.web.InBothLanguages;

/**
 * What the measure catalogue says about a kind of measure that binds those who plan it.
 *
 * @param code the catalogue's code, for example {@code LJU-1}
 * @param name what a measure of this kind is called when nobody gives it a title
 * @param shapes the shapes it may have, at least one
 * @param blockedSv why it must not be used, in Swedish; empty when it may
 * @param blockedEn the same in English
 * @param gates what the law asks before it may be decided
 */
public record MeasureKind(
        String code, String name, Set<MeasureShape> shapes, String blockedSv, String blockedEn, Set<Gate> gates) {
    public MeasureKind {
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("shapes of " + code + " is empty, but must be at least one");
        }
        shapes = Set.copyOf(shapes);
        gates = Set.copyOf(gates);
    }

    /** A kind of which the law asks nothing special. */
    public MeasureKind(String code, String name, Set<MeasureShape> shapes, String blockedSv, String blockedEn) {
        this(code, name, shapes, blockedSv, blockedEn, Set.of());
    }

    /** The name, cut to what a title may hold. */
    String defaultTitle() {
        return name.substring(0, Math.min(name.length(), MeasurePlan.MAX_TITLE));
    }

    void refuseUnlessAllowed(MeasurePlan plan) {
        if (!blockedSv.isEmpty()) {
            throw MeasurePlan.refused("code", code, "measure.code.blocked", new InBothLanguages(blockedSv, blockedEn));
        }
        refuseUnlessShapeFits(plan);
    }

    void refuseUnlessShapeFits(MeasurePlan plan) {
        boolean fits = MeasureShape.of(plan.shape()).filter(shapes::contains).isPresent();
        if (!fits) {
            String allowed =
                    shapes.stream().sorted().map(MeasureShape::geoJsonType).collect(Collectors.joining(", "));
            throw MeasurePlan.refused(
                    "geometry", plan.shape().getGeometryType(), "measure.geometry.kind", code, allowed);
        }
    }
}
