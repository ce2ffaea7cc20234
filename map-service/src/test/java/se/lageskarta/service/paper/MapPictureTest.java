package se.lageskarta.service.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.web.Texts;

class MapPictureTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final MapPicture map = new MapPicture(new Texts());
    private final List<MapPicture.Place> places = List.of(
            new MapPicture.Place("Torget", box(13.020, 58.080, 0.002), MapPicture.Kind.CRIME),
            new MapPicture.Place("Tunneln", box(13.026, 58.082, 0.001), MapPicture.Kind.UNSAFETY),
            new MapPicture.Place("Belysning", point(13.022, 58.079), MapPicture.Kind.MEASURE));

    @Test
    void it_says_in_words_what_it_shows() {
        Block.Picture picture = drawn(places);

        assertThat(picture.alternative())
                .isEqualTo("Karta med 3 platser: 1 Torget (anmälda brott), 2 Tunneln (upplevd otrygghet),"
                        + " 3 Belysning (åtgärd).");
        assertThat(drawn(places.subList(0, 1)).alternative()).startsWith("Karta med 1 plats: 1 Torget");
    }

    @Test
    void the_same_question_gives_the_same_bytes() {
        assertThat(drawn(places).png()).isEqualTo(drawn(places).png());
    }

    @Test
    void each_kind_is_drawn_in_its_own_ink_over_roads_and_water() throws IOException {
        Set<Integer> colours = colours(drawn(places).png());

        assertThat(colours).contains(0x9A2A1B, 0x5B3A8E, 0x1F4E6B, 0xCFE0E8, 0xFFFFFF, 0xF4F3EF);
    }

    @Test
    void the_frame_holds_all_places_and_has_the_shape_of_the_picture() {
        MapFrame frame =
                MapFrame.around(places.stream().map(MapPicture.Place::shape).toList());

        assertThat(frame.box().getWidth() / frame.box().getHeight()).isCloseTo(MapFrame.SHAPE, within(1e-9));
        for (MapPicture.Place place : places) {
            Envelope inner = frame.onPicture(place.shape()).getEnvelopeInternal();
            assertThat(new Envelope(0, MapPicture.WIDTH, 0, MapPicture.HEIGHT).contains(inner))
                    .isTrue();
            assertThat(frame.bounds()
                            .contains(
                                    place.shape().getCentroid().getX(),
                                    place.shape().getCentroid().getY()))
                    .isTrue();
        }
    }

    @Test
    void one_point_is_shown_with_streets_around_it() {
        MapFrame frame = MapFrame.around(List.of(point(13.02, 58.08)));

        assertThat(frame.box().getWidth()).isCloseTo(900, within(1e-6));
    }

    @Test
    void a_scale_is_a_round_length() {
        assertThat(MapDrawing.niceLength(180)).isEqualTo(100);
        assertThat(MapDrawing.niceLength(999)).isEqualTo(500);
        assertThat(MapDrawing.niceLength(2_000)).isEqualTo(2_000);
    }

    @Test
    void a_map_in_a_paper_stays_accessible() {
        byte[] pdf =
                new PaperForms(new Texts()).pdf(SamplePaper.with(drawn(places))).bytes();

        PdfCheck.accessible(pdf);
    }

    private Block.Picture drawn(List<MapPicture.Place> shown) {
        MapFrame frame =
                MapFrame.around(places.stream().map(MapPicture.Place::shape).toList());
        return map.draw(frame, ground(), shown, "Karta", Locale.forLanguageTag("sv"));
    }

    private static List<BaseFeature> ground() {
        Geometry street = SHAPES.createLineString(
                new Coordinate[] {new Coordinate(13.0, 58.081), new Coordinate(13.05, 58.0805)});
        return List.of(
                new BaseFeature(BaseRole.WATER, "", "", box(13.027, 58.0785, 0.003), Map.of()),
                new BaseFeature(BaseRole.ROADS, "residential", "Storgatan", street, Map.of()),
                new BaseFeature(BaseRole.PLACES, "", "Ekbacken", point(13.025, 58.0805), Map.of()));
    }

    private static Set<Integer> colours(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }

    private static Geometry box(double lon, double lat, double side) {
        return SHAPES.toGeometry(new Envelope(lon, lon + side, lat, lat + side / 2));
    }

    private static Geometry point(double lon, double lat) {
        return SHAPES.createPoint(new Coordinate(lon, lat));
    }
}
