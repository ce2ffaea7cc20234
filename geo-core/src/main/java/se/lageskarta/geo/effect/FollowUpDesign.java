package se.lageskarta.geo.effect;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * How a follow-up is drawn up: where the measure works, which months, how far around trouble may have moved, and which
 * places it is compared with. Always three widths of the ring around, because how places are drawn changes answers most
 * (Kronkvist 2022 on Malmö's cameras): all three are told.
 *
 * @param target the area of the measure, metres, with an area
 * @param windows months before and after
 * @param widths three widths of the ring around, metres, ascending, up to {@link #WIDEST}
 * @param comparison areas in metres that nothing was done at, counted together; none when there is no fair one
 */
public record FollowUpDesign(Geometry target, FollowUpWindows windows, List<Double> widths, List<Geometry> comparison) {
    public static final int WIDTHS = 3;
    /** Metres; further away trouble is not counted as moved by the measure. */
    public static final double WIDEST = 1_000;

    private static final double NARROW_DEFAULT = 100;
    private static final double MIDDLE_DEFAULT = 150;
    private static final double WIDE_DEFAULT = 200;
    private static final double STEP = 5;

    public FollowUpDesign {
        widths = List.copyOf(widths);
        comparison = List.copyOf(comparison);
        if (!(target.getArea() > 0)) {
            throw new IllegalArgumentException("target has no area, but must have one: widen points and lines");
        }
        if (widths.size() != WIDTHS) {
            throw new IllegalArgumentException("widths are " + widths + ", but must be " + WIDTHS);
        }
        double least = 0;
        for (double width : widths) {
            if (!(width > least) || width > WIDEST) {
                throw new IllegalArgumentException(
                        "widths are " + widths + ", but must rise from above 0 to at most " + WIDEST);
            }
            least = width;
        }
    }

    /** Rings of once to twice the target's radius, but 100 to 200 m: the radius of a circle as large as the target. */
    public static List<Double> usualWidths(Geometry target) {
        double radius = Math.sqrt(target.getArea() / Math.PI);
        double narrow = Math.min(MIDDLE_DEFAULT, Math.max(NARROW_DEFAULT, STEP * Math.round(radius / STEP)));
        return List.of(narrow, (narrow + WIDE_DEFAULT) / 2, WIDE_DEFAULT);
    }

    /** The ring around the target of the width at a place in the list. */
    public Geometry ring(int width) {
        return target.buffer(widths.get(width)).difference(target);
    }

    /** All comparison areas as one, without what lies within reach of the measure; empty when there are none. */
    public Geometry compared() {
        return together().difference(target.buffer(widest()));
    }

    /** The ring around the comparison areas; trouble there tells what a ring does when nothing is done. */
    public Geometry comparedRing(int width) {
        Geometry compared = compared();
        return compared.buffer(widths.get(width)).difference(compared).difference(target.buffer(widest()));
    }

    public boolean isCompared() {
        return !comparison.isEmpty() && !compared().isEmpty();
    }

    /** The widest ring, metres. */
    public double widest() {
        return widths.get(widths.size() - 1);
    }

    private Geometry together() {
        return target.getFactory()
                .createGeometryCollection(comparison.toArray(new Geometry[0]))
                .buffer(0);
    }
}
