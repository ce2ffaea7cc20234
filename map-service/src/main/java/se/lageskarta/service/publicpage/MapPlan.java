package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the map of a release shows and where, in whole units. The page, the picture and the PDF draw the same plan.
 *
 * @param areas in the order of the release
 * @param names of places, those that shall be seen first standing first
 * @param marks of measures that show their place
 */
record MapPlan(MapUnits units, List<Drawn> areas, Backgrounds land, List<Name> names, List<Mark> marks) {
    /** Characters of the land beneath; with many areas there is less room for it. */
    private static final int LAND_CHARS = 60_000;

    private static final int LEAST_LAND_CHARS = 12_000;
    private static final int LAND_CHARS_AN_AREA = 40;

    /**
     * An area.
     *
     * @param rings of corners, filled by the even-odd rule
     * @param centre of the largest circle inside it; null when it has no room for words
     */
    record Drawn(List<int[]> rings, @Nullable Circle centre) {}

    /** @param radius units */
    record Circle(int x, int y, int radius) {}

    /** @param level of the smallest map that has room for it */
    record Name(String text, int x, int y, Level level) {}

    /** A measure. @param number in the list of measures, from 1 */
    record Mark(int number, int x, int y) {}

    /** Which maps a name is seen on. */
    enum Level {
        /** On a phone too. */
        PHONE,
        /** On a large screen and on paper. */
        SCREEN,
        /** Only when the map is enlarged. */
        CLOSE
    }

    static MapPlan of(Release release) {
        MapUnits units = MapUnits.of(release);
        List<List<int[]>> outlines = Outlines.of(release.areas().stream()
                .map(area -> area.rings().stream()
                        .flatMap(List::stream)
                        .map(units::ring)
                        .toList())
                .toList());
        List<Mark> marks = marks(release, units);
        double step = units.side() / 1000.0;
        List<Drawn> areas = outlines.stream()
                .map(rings -> new Drawn(rings, Room.beside(marks, Room.in(rings), step)))
                .toList();
        int room = Math.max(LEAST_LAND_CHARS, LAND_CHARS - LAND_CHARS_AN_AREA * areas.size());
        return new MapPlan(
                units,
                areas,
                Backgrounds.of(release.backdrop(), units, room),
                new Names(units, areas, marks).placed(release.backdrop().places()),
                marks);
    }

    private static List<Mark> marks(Release release, MapUnits units) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < release.measures().size(); i++) {
            double[] place = release.measures().get(i).place();
            if (place != null) {
                int[] at = units.ring(List.of(place));
                marks.add(new Mark(i + 1, at[0], at[1]));
            }
        }
        return marks;
    }

    /** Units that are a thousandth of the map's longer side; sizes of words are said in them. */
    double step() {
        return units.side() / 1000.0;
    }
}
