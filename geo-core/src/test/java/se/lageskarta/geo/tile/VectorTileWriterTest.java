package se.lageskarta.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.WebMercator;

class VectorTileWriterTest {
    private static final TileCoord WORLD = new TileCoord(0, 0, 0);

    @Test
    void writes_what_another_reader_reads() throws Exception {
        VectorTileWriter tile = new VectorTileWriter(WORLD);
        VectorTileLayer layer = tile.layer("measures");
        layer.id(7)
                .tag("name", "Å: belysning")
                .tag("count", 3)
                .tag("low", -5)
                .tag("share", 0.25)
                .tag("open", true)
                .point(0, 0);
        layer.tag("count", 3).point(90, 0);
        JtsMvt read = read(tile.toBytes());
        JtsLayer measures = read.getLayer("measures");
        assertThat(measures.getExtent()).isEqualTo(4096);
        List<Geometry> features = List.copyOf(measures.getGeometries());
        assertThat(features).hasSize(2);
        assertThat(features.get(0).getCoordinate()).isEqualTo(new Coordinate(2048, 2048));
        Map<?, ?> tags = (Map<?, ?>) features.get(0).getUserData();
        assertThat(tags.get("name")).isEqualTo("Å: belysning");
        assertThat(tags.get("count")).isEqualTo(3L);
        assertThat(tags.get("low")).isEqualTo(-5L);
        assertThat(tags.get("share")).isEqualTo(0.25);
        assertThat(tags.get("open")).isEqualTo(true);
        assertThat(tags.get("id")).isEqualTo(7L);
        assertThat(features.get(1).getCoordinate()).isEqualTo(new Coordinate(3072, 2048));
    }

    @Test
    void writes_lines_and_polygons_that_another_reader_reads() throws Exception {
        VectorTileWriter tile = new VectorTileWriter(WORLD);
        tile.layer("all").geometry(unit("LINESTRING (100 100, 200 100, 200 300)"));
        tile.layer("all").geometry(unit("MULTILINESTRING ((0 0, 10 10), (20 20, 30 30))"));
        tile.layer("all")
                .geometry(unit("POLYGON ((100 100, 100 900, 900 900, 900 100, 100 100), "
                        + "(300 300, 500 300, 500 500, 300 500, 300 300))"));
        tile.layer("all").geometry(unit("MULTIPOINT ((5 5), (6 6))"));
        List<Geometry> read = List.copyOf(read(tile.toBytes()).getLayer("all").getGeometries());
        assertThat(read.get(0).equalsTopo(wkt("LINESTRING (100 100, 200 100, 200 300)")))
                .isTrue();
        assertThat(read.get(1).getNumGeometries()).isEqualTo(2);
        assertThat(read.get(2).getArea()).isEqualTo(800 * 800 - 200 * 200);
        assertThat(read.get(3).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void turns_rings_as_the_specification_asks_whichever_way_they_came() {
        int[] clockwiseOnScreen = {0, 0, 10, 0, 10, 10, 0, 10};
        int[] other = {0, 0, 0, 10, 10, 10, 10, 0};
        assertThat(Clipping.doubledArea(clockwiseOnScreen)).isEqualTo(200);
        assertThat(Clipping.doubledArea(Clipping.turned(other, true))).isEqualTo(200);
        assertThat(Clipping.doubledArea(Clipping.turned(clockwiseOnScreen, false)))
                .isEqualTo(-200);
    }

    @Test
    void cuts_what_reaches_beyond_the_buffer() throws Exception {
        VectorTileWriter tile = new VectorTileWriter(new TileCoord(1, 0, 0));
        // in units of this tile: from inside far to the east
        tile.layer("lines").geometry(unitOf(1, "LINESTRING (4000 2000, 6000 2000)"));
        tile.layer("areas").geometry(unitOf(1, "POLYGON ((3000 3000, 6000 3000, 6000 6000, 3000 6000, 3000 3000))"));
        JtsMvt read = read(tile.toBytes());
        Geometry line = read.getLayer("lines").getGeometries().iterator().next();
        assertThat(line.getEnvelopeInternal().getMaxX()).isEqualTo(4160);
        Geometry area = read.getLayer("areas").getGeometries().iterator().next();
        assertThat(area.getArea()).isCloseTo(1160.0 * 1160, within(1e-9));
    }

    @Test
    void gives_every_piece_of_a_line_that_leaves_and_comes_back() throws Exception {
        VectorTileWriter tile = new VectorTileWriter(new TileCoord(1, 0, 0));
        tile.layer("lines").geometry(unitOf(1, "LINESTRING (4000 100, 5000 100, 5000 200, 4000 200)"));
        Geometry line = read(tile.toBytes())
                .getLayer("lines")
                .getGeometries()
                .iterator()
                .next();
        assertThat(line.getNumGeometries()).isEqualTo(2);
    }

    @Test
    void keeps_every_inside_part_of_random_shapes_and_writes_them_valid() throws Exception {
        SplittableRandom random = new SplittableRandom(15);
        Geometry box = wkt("POLYGON ((-64 -64, 4160 -64, 4160 4160, -64 4160, -64 -64))");
        for (int round = 0; round < 200; round++) {
            Geometry disc = new GeometryFactory()
                    .createPoint(new Coordinate(random.nextInt(-500, 4600), random.nextInt(-500, 4600)))
                    .buffer(random.nextDouble(3, 1500));
            VectorTileWriter tile = new VectorTileWriter(new TileCoord(3, 3, 3));
            boolean written = tile.layer("a").geometry(inTile(disc, new TileCoord(3, 3, 3)));
            Geometry expected = disc.intersection(box);
            assertThat(written || expected.getArea() < 4).isTrue();
            if (written) {
                Geometry read = read(tile.toBytes())
                        .getLayer("a")
                        .getGeometries()
                        .iterator()
                        .next();
                assertThat(read.isValid()).isTrue();
                assertThat(read.getArea()).isCloseTo(expected.getArea(), within(4 + expected.getLength()));
            }
        }
    }

    @Test
    void writes_nothing_for_what_is_not_on_the_tile() {
        VectorTileWriter tile = new VectorTileWriter(new TileCoord(5, 0, 0));
        assertThat(tile.layer("a").tag("x", 1).point(100, -50)).isFalse();
        assertThat(tile.layer("a").geometry(new GeometryFactory().createPolygon()))
                .isFalse();
        assertThat(tile.isEmpty()).isTrue();
        assertThat(tile.toBytes()).isEmpty();
    }

    @Test
    void refuses_tiles_that_do_not_exist() {
        assertThatThrownBy(() -> new TileCoord(23, 0, 0)).hasMessage("z is 23, but must be 0 to 22");
        assertThatThrownBy(() -> new TileCoord(3, 8, 0)).hasMessage("x is 8, but must be 0 to 7 at zoom 3");
        assertThatThrownBy(() -> new TileCoord(3, 0, -1)).hasMessage("y is -1, but must be 0 to 7 at zoom 3");
    }

    static JtsMvt read(byte[] bytes) throws IOException {
        return MvtReader.loadMvt(
                new ByteArrayInputStream(bytes), new GeometryFactory(), new TagKeyValueMapConverter(false, "id"));
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    private static Geometry unit(String wkt) throws ParseException {
        return inTile(wkt(wkt), WORLD);
    }

    private static Geometry unitOf(int zoom, String wkt) throws ParseException {
        return inTile(wkt(wkt), new TileCoord(zoom, 0, 0));
    }

    /** Longitudes and latitudes of a geometry given in units of a tile. */
    private static Geometry inTile(Geometry units, TileCoord tile) {
        Geometry lonLat = units.copy();
        lonLat.apply((CoordinateFilter) place -> {
            place.x = WebMercator.lon(tile.west() + place.x / 4096 * tile.size());
            place.y = WebMercator.lat(tile.north() + place.y / 4096 * tile.size());
        });
        lonLat.geometryChanged();
        return lonLat;
    }
}
