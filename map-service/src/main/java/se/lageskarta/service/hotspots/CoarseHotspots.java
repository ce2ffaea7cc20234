package se.lageskarta.service.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.service.basemap.CoarseOutlines;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.evidence.CountBand;
import se.lageskarta.service.evidence.Facts;

/**
 * Hotspots as they are told to those who may not see single incidents: those with enough incidents of enough households, in
 * squares, called after the middle of the squares, and in the order of their bands. Nothing that is told about the place comes
 * from where the incidents lie within the squares.
 *
 * <p>The same people are told exact numbers of areas, by group of types. So nothing is told of a hotspot's types, and parts of
 * it that would be small in an area are left out ({@link ToldParts}): from bands and numbers together no group of one to four
 * incidents can be worked out.
 */
@Component
class CoarseHotspots {
    /** What must remain when the most hit dwelling is left out. */
    private static final int LEAST_ELSEWHERE = 3;

    private static final double ID_DEGREES = 1e-4;
    private static final int BASE = 36;
    private static final Pattern ID = Pattern.compile("[a-z]a-(m?[0-9a-z]{1,5})-(m?[0-9a-z]{1,5})(-.*)?");

    private static final Comparator<Told> GREATEST_BAND_FIRST =
            Comparator.comparingInt(Told::from).reversed().thenComparing(told -> told.id);

    private final CoarseOutlines outlines;
    private final PlaceNames names;
    private final ToldAreas areas;

    private record Told(PlacedHotspot exact, Geometry outline, LonLat centre, String id, int from) {}

    CoarseHotspots(CoarseOutlines outlines, PlaceNames names, ToldAreas areas) {
        this.outlines = outlines;
        this.names = names;
        this.areas = areas;
    }

    /** By rank, crime before unsafety among equals, as they came. */
    List<PlacedHotspot> of(List<PlacedHotspot> exact, Facts facts) {
        List<Told> told = exact.stream()
                .flatMap(one -> inParts(one, facts).stream())
                .flatMap(one -> told(one).stream())
                .toList();
        List<Optional<String>> called =
                names.wordsOf(told.stream().map(Told::centre).toList());
        Map<Told, String> named = new HashMap<>();
        for (int i = 0; i < told.size(); i++) {
            LonLat centre = told.get(i).centre;
            named.put(told.get(i), called.get(i).orElseGet(() -> position(centre)));
        }
        List<PlacedHotspot> placed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Evidence stream : Evidence.STREAMS) {
            List<Told> ranked = told.stream()
                    .filter(one -> one.exact.found().stream() == stream)
                    .sorted(GREATEST_BAND_FIRST)
                    .toList();
            for (int i = 0; i < ranked.size(); i++) {
                placed.add(placed(ranked.get(i), i + 1, named.getOrDefault(ranked.get(i), ""), taken));
            }
        }
        return placed.stream()
                .map(one -> withEvidence(one, placed))
                .sorted(Comparator.comparingInt(PlacedHotspot::rank).thenComparing(one -> one.found().stream()))
                .toList();
    }

    /** What may be told of it beside the numbers of the areas that it lies in; empty when that is nothing. */
    private Optional<PlacedHotspot> inParts(PlacedHotspot exact, Facts facts) {
        Incidents incidents = exact.analysed().incidents();
        if (incidents == null) {
            return Optional.of(exact);
        }
        Optional<ToldAreas.AreaAt> known = areas.near(facts, exact.centre());
        int[] rows = exact.found().rows();
        Projection projection = Projection.of(incidents.crs());
        List<LonLat> places = Arrays.stream(rows)
                .mapToObj(
                        row -> projection.toLonLat(incidents.x()[row], incidents.y()[row]))
                .toList();
        int[] areaOf = places.stream()
                .mapToInt(place -> known.map(areas -> areas.of(place)).orElse(ToldAreas.NONE))
                .toArray();
        int[] kept = ToldParts.kept(areaOf);
        if (kept.length == 0) {
            return Optional.empty();
        }
        int[] keptRows = Arrays.stream(kept).map(i -> rows[i]).toArray();
        boolean whole = kept.length == rows.length;
        Geometry outline = whole
                ? exact.outline()
                : around(Arrays.stream(kept).mapToObj(places::get).toList());
        return Optional.of(new PlacedHotspot(
                exact.id(),
                exact.rank(),
                exact.found().toldOf(keptRows, MonthBars.of(incidents, keptRows)),
                exact.analysed(),
                outline,
                exact.centre(),
                exact.name(),
                exact.evidence()));
    }

    private static Geometry around(List<LonLat> places) {
        Coordinate[] corners = places.stream()
                .map(place -> new Coordinate(place.lon(), place.lat()))
                .toArray(Coordinate[]::new);
        return new GeometryFactory().createMultiPointFromCoords(corners).convexHull();
    }

    private Optional<Told> told(PlacedHotspot exact) {
        CountBand band = CountBand.of(HotspotSet.size(exact.found()));
        if (band == null || isOneHousehold(exact)) {
            return Optional.empty();
        }
        return outlines.of(exact.outline()).map(outline -> {
            Point middle = outline.getCentroid();
            Point inside = outline.covers(middle) ? middle : outline.getInteriorPoint();
            LonLat centre = new LonLat(inside.getX(), inside.getY());
            return new Told(exact, outline, centre, id(exact.found().stream(), centre), band.from());
        });
    }

    /** True when it would tell of the household that is hit most rather than of the place. */
    private boolean isOneHousehold(PlacedHotspot exact) {
        Incidents incidents = exact.analysed().incidents();
        if (incidents == null) {
            return false;
        }
        Hotspot found = exact.found();
        Projection projection = Projection.of(incidents.crs());
        Map<Integer, Integer> byDwelling = new HashMap<>();
        for (int row : found.rows()) {
            LonLat at = projection.toLonLat(incidents.x()[row], incidents.y()[row]);
            int dwelling = outlines.dwellingAt(at.lon(), at.lat());
            if (dwelling != 0) {
                byDwelling.merge(dwelling, 1, Integer::sum);
            }
        }
        int most = byDwelling.values().stream().mapToInt(count -> count).max().orElse(0);
        return found.count() - most < LEAST_ELSEWHERE || 2 * most > found.count();
    }

    private static PlacedHotspot placed(Told told, int rank, String name, Set<String> taken) {
        String id = told.id;
        for (int again = 2; !taken.add(id); again++) {
            id = told.id + "-" + again;
        }
        PlacedHotspot exact = told.exact;
        return new PlacedHotspot(
                id, rank, exact.found(), exact.analysed(), told.outline, told.centre, name, exact.found().stream());
    }

    private static PlacedHotspot withEvidence(PlacedHotspot one, List<PlacedHotspot> all) {
        boolean both = all.stream()
                .anyMatch(other -> other.found().stream().speaksWith(one.found().stream())
                        && other.outline().intersects(one.outline()));
        return new PlacedHotspot(
                one.id(),
                one.rank(),
                one.found(),
                one.analysed(),
                one.outline(),
                one.centre(),
                one.name(),
                both ? Evidence.BOTH : one.evidence());
    }

    /** A place without a name, by its middle to some hundred metres. */
    private static String position(LonLat centre) {
        return String.format(Locale.ROOT, "%.3f, %.3f", centre.lat(), centre.lon());
    }

    /** Made of the middle of the squares, so that it stays while they do. */
    private static String id(Evidence stream, LonLat centre) {
        return stream.code().charAt(0) + "a-" + digits(centre.lon()) + "-" + digits(centre.lat());
    }

    /**
     * The middle of the squares that an id is made of, also when no hotspot has it any more. Between 102.6 and 107.3 degrees
     * east the first digit would be taken for a minus.
     */
    static Optional<LonLat> middleOf(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double lon = degrees(parts.group(1));
        double lat = degrees(parts.group(2));
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? Optional.of(new LonLat(lon, lat)) : Optional.empty();
    }

    private static double degrees(String digits) {
        boolean negative = digits.length() > 1 && digits.startsWith("m");
        return (negative ? -1 : 1) * Long.parseLong(negative ? digits.substring(1) : digits, BASE) * ID_DEGREES;
    }

    private static String digits(double degrees) {
        long value = Math.round(degrees / ID_DEGREES);
        return (value < 0 ? "m" : "") + Long.toString(Math.abs(value), BASE);
    }
}
