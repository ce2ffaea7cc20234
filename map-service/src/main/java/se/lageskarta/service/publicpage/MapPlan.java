package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What the map of a release shows and where, in whole units. The page, the picture and the PDF draw the same plan.
 *
 * @param areas in the order of the release
 * @param names of places, those that shall be seen first standing first
 * @param marks of measures that show their place, without those that the inset shows
 * @param inset the part that is drawn once more; null when all is read on the whole map
 */
record MapPlan(
        MapUnits units,
        List<Drawn> areas,
        Backgrounds land,
        List<Name> names,
        List<Mark> marks,
        @Nullable Inset inset) {
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

    /**
     * The part that is drawn once more, see {@link Enlargement}.
     *
     * @param plan of the part, with units of its own; an area that does not lie there has no rings
     * @param name of the largest place in it, null when none is known
     * @param factor units of the part in a unit of the whole
     * @param right units of the part from its left edge to that of the whole
     * @param down units of the part from its upper edge to that of the whole
     */
    record Inset(MapPlan plan, @Nullable String name, double factor, double right, double down) {
        /** What the part covers, units of the whole. */
        Envelope frame() {
            return new Envelope(
                    -right / factor,
                    (plan.units.width() - right) / factor,
                    -down / factor,
                    (plan.units.height() - down) / factor);
        }

        private int[] moved(int[] ring) {
            int[] moved = new int[ring.length];
            for (int i = 0; i < ring.length; i++) {
                moved[i] = (int) Math.round(ring[i] * factor + (i % 2 == 0 ? right : down));
            }
            return moved;
        }
    }

    static MapPlan of(Release release) {
        MapUnits units = MapUnits.of(release);
        List<List<int[]>> outlines = Outlines.of(release.areas().stream()
                .map(area -> area.rings().stream()
                        .flatMap(List::stream)
                        .map(units::ring)
                        .toList())
                .toList());
        Enlargement part = Enlargement.of(outlines);
        Inset inset = part == null ? null : inset(release, units, outlines, part);
        List<Mark> marks = marks(release, units).stream()
                .filter(mark -> inset == null || !inset.frame().contains(mark.x(), mark.y()))
                .toList();
        List<Drawn> areas = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            areas.add(drawn(outlines.get(i), part == null || !part.small().contains(i), units, marks));
        }
        int room = Math.max(LEAST_LAND_CHARS, LAND_CHARS - LAND_CHARS_AN_AREA * areas.size());
        List<Name> names =
                new Names(units, areas, marks, inset).placed(release.backdrop().places());
        Backgrounds land = Backgrounds.of(release.backdrop(), units, inset == null ? room : room / 2);
        return new MapPlan(units, List.copyOf(areas), land, names, marks, inset);
    }

    private static Drawn drawn(List<int[]> rings, boolean worded, MapUnits units, List<Mark> marks) {
        return new Drawn(rings, worded ? Room.beside(marks, Room.in(rings, units), units.side() / 1000.0) : null);
    }

    private static Inset inset(Release release, MapUnits whole, List<List<int[]>> outlines, Enlargement part) {
        MapUnits units = whole.part(part.box());
        Inset empty = new Inset(
                new MapPlan(
                        units, List.of(), new Backgrounds(List.of(), List.of(), List.of()), List.of(), List.of(), null),
                null,
                whole.metres() / units.metres(),
                (whole.west() - units.west()) / units.metres(),
                (units.north() - whole.north()) / units.metres());
        List<Mark> marks = marks(release, units).stream()
                .filter(mark -> units.shows(mark.x(), mark.y()))
                .toList();
        List<Drawn> areas = outlines.stream()
                .map(rings -> Enlargement.box(rings).intersects(empty.frame())
                        ? rings.stream().map(empty::moved).toList()
                        : List.<int[]>of())
                .map(rings ->
                        new Drawn(rings, Room.beside(marks, Room.in(rings, units), Names.PAIR * units.side() / 1000.0)))
                .toList();
        List<Release.Place> places = release.backdrop().places();
        MapPlan plan = new MapPlan(
                units,
                areas,
                Backgrounds.of(release.backdrop(), units, LEAST_LAND_CHARS),
                new Names(units, areas, marks, empty).placed(places),
                marks,
                null);
        String name = places.stream()
                .filter(place -> {
                    int[] at = units.ring(List.of(place.at()));
                    return units.shows(at[0], at[1]) && !place.name().isBlank();
                })
                .map(place -> place.name().strip())
                .findFirst()
                .orElse(null);
        return new Inset(plan, name, empty.factor, empty.right, empty.down);
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

    /** True when a measure shows its place on this map or on the enlarged part. */
    boolean marked() {
        return !marks.isEmpty() || inset != null && !inset.plan().marks().isEmpty();
    }
}
