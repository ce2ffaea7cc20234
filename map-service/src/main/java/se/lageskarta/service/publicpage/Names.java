package se.lageskarta.service.publicpage;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Finds room for the names of places: none covers another, the words in an area or a measure. */
final class Names {
    /** Height of a name, thousandths of the map's longer side. */
    static final double SIZE = 17;

    private static final double LETTER = 0.56 * SIZE;
    /** How much larger words are on the map of a phone. */
    private static final double PHONE = 2.3;

    /** How much larger words are on two maps side by side. */
    static final double PAIR = 1.35;

    private static final int MOST = 120;
    private static final int MOST_LETTERS = 40;
    private static final double[] SHIFTS = {0, -1.5, 1.5, -2.6, 2.6};

    private final MapUnits units;
    private final double step;
    private final MapPlan.@Nullable Inset enlarged;
    private final List<Rectangle2D> onScreen = new ArrayList<>();
    private final List<Rectangle2D> onPhone = new ArrayList<>();

    /** @param inset on either of two maps that stand side by side, where words are as large as they are on a phone */
    Names(MapUnits units, List<MapPlan.Drawn> areas, List<MapPlan.Mark> marks, MapPlan.@Nullable Inset inset) {
        this.units = units;
        enlarged = inset == null || units.equals(inset.plan().units()) ? null : inset;
        step = units.side() / 1000.0;
        for (MapPlan.Drawn area : areas) {
            MapPlan.Circle centre = area.centre();
            if (centre != null && ClassWords.fits(centre, step)) {
                onScreen.add(box(centre.x(), centre.y(), 46, 18));
                if (inset != null) {
                    onPhone.add(box(centre.x(), centre.y(), 46 * PAIR, 18 * PAIR));
                }
            }
        }
        for (MapPlan.Mark mark : marks) {
            onScreen.add(box(mark.x(), mark.y(), 24, 24));
            onPhone.add(box(mark.x(), mark.y(), 24 * PHONE, 24 * PHONE));
        }
    }

    List<MapPlan.Name> placed(List<Release.Place> places) {
        List<MapPlan.Name> names = new ArrayList<>();
        if (enlarged != null) {
            Envelope frame = enlarged.frame();
            int x = (int) Math.round(frame.centre().getX());
            if (enlarged.name() != null) {
                names.add(placed(enlarged.name(), x, (int) Math.round(frame.getMinY() - 1.3 * SIZE * step)));
            }
            onScreen.add(rectangle(frame));
            onPhone.add(rectangle(frame));
        }
        for (Release.Place place : places.subList(0, Math.min(MOST, places.size()))) {
            String text = place.name().strip();
            int[] at = units.ring(List.of(place.at()));
            boolean elsewhere = enlarged != null && enlarged.frame().contains(at[0], at[1]);
            if (units.shows(at[0], at[1]) && !elsewhere && !text.isEmpty() && text.length() <= MOST_LETTERS) {
                names.add(placed(text, at[0], at[1]));
            }
        }
        return names;
    }

    private MapPlan.Name placed(String text, int x, int y) {
        double width = text.length() * LETTER;
        for (double shift : SHIFTS) {
            int moved = (int) Math.round(y + shift * SIZE * step);
            Rectangle2D box = free(x, moved, width, SIZE, onScreen);
            if (box != null) {
                onScreen.add(box);
                Rectangle2D large = free(x, moved, width * PHONE, SIZE * PHONE, onPhone);
                if (large != null) {
                    onPhone.add(large);
                }
                return new MapPlan.Name(text, x, moved, large == null ? MapPlan.Level.SCREEN : MapPlan.Level.PHONE);
            }
        }
        return new MapPlan.Name(text, x, y, MapPlan.Level.CLOSE);
    }

    private @Nullable Rectangle2D free(int x, int y, double width, double height, List<Rectangle2D> taken) {
        Rectangle2D box = box(x, y, width, height);
        boolean inside = new Rectangle2D.Double(0, 0, units.width(), units.height()).contains(box);
        return inside && taken.stream().noneMatch(box::intersects) ? box : null;
    }

    private static Rectangle2D rectangle(Envelope box) {
        return new Rectangle2D.Double(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    private Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width * step / 2, y - height * step / 2, width * step, height * step);
    }
}
