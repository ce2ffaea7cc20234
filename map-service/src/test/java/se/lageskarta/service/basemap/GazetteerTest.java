package se.lageskarta.service.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;

class GazetteerTest {
    @Test
    void joins_the_pieces_of_a_street_but_not_two_villages() {
        List<NamedPlace> places = Gazetteer.of(List.of(
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13 58, 13.001 58)"),
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.004 58, 13.007 58)"),
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.001 58, 13.004 58)"),
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.2 58, 13.201 58)"),
                feature(BaseRole.ROADS, "", "LINESTRING(13.3 58, 13.301 58)")));

        assertThat(places).hasSize(2).allMatch(p -> p.kind() == PlaceKind.STREET);
        assertThat(places.get(0).bounds().west()).isEqualTo(13);
        assertThat(places.get(0).bounds().east()).isEqualTo(13.007);
    }

    @Test
    void joins_two_pieces_when_the_third_closes_the_gap() {
        List<NamedPlace> places = Gazetteer.of(List.of(
                feature(BaseRole.ROADS, "Långgatan", "LINESTRING(13 58, 13.001 58)"),
                feature(BaseRole.ROADS, "Långgatan", "LINESTRING(13.03 58, 13.031 58)"),
                feature(BaseRole.ROADS, "Långgatan", "LINESTRING(13.001 58, 13.03 58)")));

        assertThat(places).hasSize(1);
    }

    @Test
    void calls_a_place_after_the_square_the_street_or_the_district_but_never_a_house() {
        NearestNames names = new NearestNames(List.of(
                feature(BaseRole.PLACES, "Resecentrum", "POINT(13.02 58.08)"),
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.0 58.078, 13.04 58.078)"),
                feature(
                        BaseRole.DISTRICTS,
                        "Nordlyckan",
                        "POLYGON((13 58.1, 13.1 58.1, 13.1 58.2, 13 58.2, 13 58.1))")));

        assertThat(names.nameOf(13.0205, 58.0802)).contains("Resecentrum");
        assertThat(names.nameOf(13.035, 58.0785)).contains("Storgatan");
        assertThat(names.nameOf(13.05, 58.15)).contains("Nordlyckan");
        assertThat(names.nameOf(14, 59)).isEmpty();
    }

    @Test
    void a_place_far_from_names_is_told_by_the_way_it_lies_from_the_nearest_village() {
        NearestNames names = new NearestNames(List.of(
                new BaseFeature(BaseRole.PLACES, "village", "Östanby", point(13.0, 58.0), Map.of()),
                feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.3 58.0, 13.31 58.0)")));

        assertThat(names.whereabouts(13.0, 58.03)).contains(new Whereabouts("norr om Östanby", "north of Östanby"));
        assertThat(names.whereabouts(12.95, 57.97))
                .contains(new Whereabouts("sydväst om Östanby", "south-west of Östanby"));
        assertThat(names.whereabouts(13.34, 58.0)).contains(new Whereabouts("öster om Storgatan", "east of Storgatan"));
        assertThat(names.whereabouts(13.305, 58.0001)).contains(new Whereabouts("Storgatan", "Storgatan"));
        assertThat(names.whereabouts(14, 60)).isEmpty();
    }

    private static Geometry point(double lon, double lat) {
        return new GeometryFactory().createPoint(new Coordinate(lon, lat));
    }

    private static BaseFeature feature(BaseRole role, String name, String wkt) {
        try {
            return new BaseFeature(role, "", name, new WKTReader().read(wkt), Map.of());
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
