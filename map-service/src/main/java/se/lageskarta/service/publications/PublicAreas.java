package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.AreaRule;
import se.lageskarta.geo.privacy.ReleaseArea;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.privacy.TooFewHouseholdsException;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.basemap.Whereabouts;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** The areas of releases: made once from dwellings, then the same until somebody asks for new ones. */
@Component
class PublicAreas {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Six decimals of a degree are a decimetre. */
    private static final double DECIMALS = 1e6;

    private final PublicReleases releases;
    private final PlaceNames names;
    private final Say say;

    PublicAreas(PublicReleases releases, PlaceNames names, Say say) {
        this.releases = releases;
        this.names = names;
        this.say = say;
    }

    /** As they are kept: outlines and names do not change with the base map. */
    record Frozen(int epsg, int squareMetres, List<ReleaseArea> squares, List<Release.Area> areas) {}

    /**
     * Areas with their names.
     *
     * @param id number under which they are kept; null for areas that no release has used
     * @param since when a release first used them; null for new ones
     * @param told as the public sees them, in the order of {@code areas}
     */
    record Made(@Nullable Long id, @Nullable LocalDate since, ReleaseAreas areas, List<Release.Area> told) {
        String content() {
            return JSON.writeValueAsString(new Frozen(areas.crs().epsg(), areas.squareMetres(), areas.areas(), told));
        }
    }

    /**
     * @param anew true for areas made of today's dwellings although earlier releases have others
     * @throws CannotPublishException when too few people live there
     */
    Made of(Ground.Found ground, boolean anew) {
        return anew ? made(ground) : kept(ground).orElseGet(() -> made(ground));
    }

    /** The latest areas that are about the same place. */
    private Optional<Made> kept(Ground.Found ground) {
        return releases.areas().stream()
                .flatMap(each -> restored(each, ground).stream())
                .findFirst();
    }

    private static Optional<Made> restored(PublicReleases.KeptAreas kept, Ground.Found ground) {
        Frozen frozen = JSON.readValue(kept.content(), Frozen.class);
        Crs crs = new Crs(frozen.epsg);
        if (!crs.equals(ground.crs())) {
            return Optional.empty();
        }
        ReleaseAreas areas = ReleaseAreas.restored(crs, frozen.squareMetres, frozen.squares, ground.border());
        boolean here = false;
        for (int i = 0; i < ground.dwellings().size() && !here; i++) {
            here = areas.areaAt(ground.dwellings().x()[i], ground.dwellings().y()[i]) != ReleaseAreas.NONE;
        }
        return here ? Optional.of(new Made(kept.id(), kept.since(), areas, frozen.areas)) : Optional.empty();
    }

    private Made made(Ground.Found ground) {
        try {
            ReleaseAreas areas = ReleaseAreas.of(ground.dwellings(), ground.border(), AreaRule.PUBLIC);
            return new Made(null, null, areas, told(areas));
        } catch (TooFewHouseholdsException few) {
            throw new CannotPublishException("few-homes", few.households(), few.least());
        }
    }

    private List<Release.Area> told(ReleaseAreas areas) {
        Projection projection = Projection.of(areas.crs());
        List<Geometry> outlines = new ArrayList<>();
        for (int i = 0; i < areas.areas().size(); i++) {
            outlines.add(ProjectedGeometry.toLonLat(areas.outline(i), projection));
        }
        List<Name> named = unique(outlines);
        List<Release.Area> told = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            ReleaseArea area = areas.areas().get(i);
            Name name = named.get(i);
            told.add(new Release.Area(
                    area.id(),
                    name.sv(),
                    householdClass(area.households()),
                    rings(outlines.get(i)),
                    name.en().equals(name.sv()) ? null : name.en()));
        }
        return told;
    }

    /** A name in both languages. */
    private record Name(String sv, String en) {}

    /** What lies in the middle of each; where two areas would have one name they are numbered as one reads the map. */
    private List<Name> unique(List<Geometry> outlines) {
        List<LonLat> middles = new ArrayList<>();
        for (Geometry outline : outlines) {
            Coordinate middle = outline.getInteriorPoint().getCoordinate();
            middles.add(new LonLat(middle.getX(), middle.getY()));
        }
        List<Optional<Whereabouts>> found = names.whereaboutsOf(middles);
        Map<Whereabouts, Integer> times = new HashMap<>();
        found.forEach(name -> name.ifPresent(known -> times.merge(known, 1, Integer::sum)));
        Map<Whereabouts, Integer> seen = new HashMap<>();
        List<Name> unique = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Whereabouts name = found.get(i).orElse(null);
            if (name == null) {
                unique.add(new Name(say.in(Texts.SWEDISH, "area", i + 1), say.in(Texts.ENGLISH, "area", i + 1)));
            } else {
                String number = times.getOrDefault(name, 0) == 1 ? "" : " " + seen.merge(name, 1, Integer::sum);
                unique.add(new Name(capital(name.sv()) + number, capital(name.en()) + number));
            }
        }
        return unique;
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** How many homes, as a class: areas of releases hold 50 or more. */
    static String householdClass(int households) {
        int[] from = {20, 50, 100, 200, 500, 1000};
        for (int i = from.length - 1; i >= 0; i--) {
            if (households >= from[i]) {
                return i == from.length - 1 ? from[i] + "+" : from[i] + "-" + (from[i + 1] - 1);
            }
        }
        return "0-19";
    }

    static List<List<List<double[]>>> rings(Geometry area) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                List<List<double[]>> rings = new ArrayList<>();
                rings.add(places(polygon.getExteriorRing(), DECIMALS));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(places(polygon.getInteriorRingN(hole), DECIMALS));
                }
                polygons.add(rings);
            }
        }
        return polygons;
    }

    static List<double[]> places(LineString line, double decimals) {
        List<double[]> places = new ArrayList<>();
        for (Coordinate place : line.getCoordinates()) {
            places.add(new double[] {
                Math.round(place.getX() * decimals) / decimals, Math.round(place.getY() * decimals) / decimals
            });
        }
        return places;
    }
}
