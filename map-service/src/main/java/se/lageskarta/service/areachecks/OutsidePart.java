package se.lageskarta.service.areachecks;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;

/**
 * Finds the part of a drawn area, and of its surroundings, that lies outside all planner areas: they fill the municipality,
 * or, without a border, the box around its homes.
 *
 * <p>Known limit: published borders are simplified, so what reaches less than {@value #BLURRED_METRES} metres out counts as
 * inside.
 */
final class OutsidePart {
    private static final double BLURRED_METRES = 50;
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private OutsidePart() {}

    /**
     * @param drawn degrees
     * @param buffered what was drawn with its surroundings, degrees
     * @return null when all of it lies inside
     */
    static CheckAnswer.@Nullable Outside of(Geometry drawn, Geometry buffered, PlannerAreas areas) {
        Projection projection = areas.projection();
        Geometry around = ProjectedGeometry.fromLonLat(buffered, projection);
        Geometry covered = covered(buffered, areas, around);
        if (around.difference(covered.buffer(BLURRED_METRES)).isEmpty()) {
            return null;
        }
        Geometry own = ProjectedGeometry.fromLonLat(drawn, projection);
        Geometry out = around.difference(covered);
        double ownOut = own.difference(covered).getArea();
        double share = Pattern.hundredth(ownOut / own.getArea());
        double surroundings = Pattern.hundredth(out.getArea() / around.getArea());
        return new CheckAnswer.Outside(
                areas.bordered() ? "municipality" : "data",
                share,
                surroundings,
                Math.rint(ownOut),
                ShapeJson.of(ProjectedGeometry.toLonLat(out, projection)),
                text(areas.bordered(), ownOut, share, surroundings));
    }

    private static Geometry covered(Geometry buffered, PlannerAreas areas, Geometry around) {
        List<Geometry> touched =
                areas.touchedBy(buffered).stream().map(areas.outlines()::get).toList();
        return touched.isEmpty() ? around.getFactory().createPolygon() : UnaryUnionOp.union(touched);
    }

    private static Plain text(boolean bordered, double squareMetres, double share, double surroundings) {
        String where = bordered ? "utanför kommunen" : "utanför den bebyggelse som uppgifterna täcker";
        String whereEn = bordered ? "outside the municipality" : "outside the homes that the data cover";
        String sv;
        String en;
        if (share > 0) {
            sv = "%s av det ritade området (%s hektar) ligger %s."
                    .formatted(Sentences.percent(share), hectares(squareMetres, SWEDISH), where);
            en = "%s of the area drawn (%s hectares) lies %s."
                    .formatted(Sentences.percentEn(share), hectares(squareMetres, Locale.ENGLISH), whereEn);
        } else {
            sv = "Det ritade området ligger innanför, men %s av det med sin omgivning ligger %s."
                    .formatted(Sentences.percent(surroundings), where);
            en = "The area drawn lies inside, but %s of it with its surroundings lies %s."
                    .formatted(Sentences.percentEn(surroundings), whereEn);
        }
        return new Plain(
                sv + " Svaret gäller bara delen innanför. Om resten är inget känt här"
                        + (bordered ? "; fråga grannkommunen." : "."),
                en + " The answer is of the part inside only. Of the rest nothing is known here"
                        + (bordered ? "; ask the neighbouring municipality." : "."));
    }

    private static String hectares(double squareMetres, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(Math.max(0.1, squareMetres / SQUARE_METRES_PER_HECTARE));
    }
}
