package se.lageskarta.geo.read.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.area;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.blob;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.line;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.little;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.point;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class BinaryGeometryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (1 2)",
                "LINESTRING (1 2, 3 4, 5 6)",
                "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((20 0, 20 9, 29 9, 20 0)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
            })
    void reads_what_others_write_in_either_byte_order(String text) throws ParseException, BrokenGeometryException {
        Geometry geometry = new WKTReader().read(text);
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            byte[] wkb = new WKBWriter(2, order).write(geometry);
            assertThat(BinaryGeometry.read(blob(ByteBuffer.wrap(wkb)))).isEqualTo(geometry);
        }
    }

    @ParameterizedTest
    @CsvSource({"1001,3", "2001,3", "3001,4", "-2147483647,3", "1073741825,3", "-1073741823,4"})
    void passes_over_heights_and_measures(int type, int ordinates) throws BrokenGeometryException {
        ByteBuffer wkb = little(5 + 8 * ordinates).put((byte) 1).putInt(type);
        for (int i = 1; i <= ordinates; i++) {
            wkb.putDouble(i);
        }
        assertThat(BinaryGeometry.read(blob(wkb)))
                .isEqualTo(new GeometryFactory().createPoint(new org.locationtech.jts.geom.Coordinate(1, 2)));
    }

    @Test
    void reads_past_a_system_inside_and_an_envelope_before() throws BrokenGeometryException {
        ByteBuffer wkb = little(25)
                .put((byte) 1)
                .putInt(0x20000001)
                .putInt(3006)
                .putDouble(1)
                .putDouble(2);
        assertThat(BinaryGeometry.read(blob(wkb))).isNotNull();
        byte[] plain = point(1, 2);
        byte[] boxed = Arrays.copyOf(plain, plain.length + 32);
        boxed[3] = 0b0000_0011;
        System.arraycopy(plain, 8, boxed, 40, plain.length - 8);
        assertThat(BinaryGeometry.read(boxed)).isNotNull();
    }

    @Test
    void an_empty_geometry_is_none() throws BrokenGeometryException {
        byte[] flagged = point(Double.NaN, Double.NaN);
        assertThat(BinaryGeometry.read(flagged)).isNull();
        flagged[3] |= 0x10;
        assertThat(BinaryGeometry.read(flagged)).isNull();
        assertThat(BinaryGeometry.read(blob(little(9).put((byte) 1).putInt(6).putInt(0))))
                .isNull();
    }

    @Test
    void surfaces_without_arcs_are_areas() throws BrokenGeometryException {
        byte[] area = area(0, 0, 0, 9, 9, 9, 0, 0);
        ByteBuffer surface =
                little(9 + area.length - 8).put((byte) 1).putInt(12).putInt(1);
        surface.put(area, 8, area.length - 8);
        assertThat(BinaryGeometry.read(blob(surface)).getArea()).isEqualTo(40.5);
    }

    @Test
    void says_what_is_wrong_with_the_others() {
        broken("geometry.curve", blob(little(9).put((byte) 1).putInt(8).putInt(0)));
        broken("geometry.type", blob(little(9).put((byte) 1).putInt(999).putInt(0)));
        broken("geometry.too-few-positions", line(1, 2));
        broken("geometry.ring-not-closed", area(0, 0, 0, 9, 9, 9, 9, 0));
        broken("geometry.position", line(1, 2, Double.POSITIVE_INFINITY, 2));
        broken("geometry.binary", new byte[] {'G', 'P', 0});
        broken("geometry.binary", new byte[100]);
        broken("geometry.binary", blob(little(9).put((byte) 7).putInt(1)));
    }

    @Test
    void believes_no_count() {
        broken("geometry.counts", blob(little(9).put((byte) 1).putInt(2).putInt(Integer.MAX_VALUE)));
        broken("geometry.counts", blob(little(9).put((byte) 1).putInt(3).putInt(-1)));
        broken(
                "geometry.counts",
                blob(little(13).put((byte) 1).putInt(3).putInt(1).putInt(-1)));
        broken("geometry.counts", blob(little(9).put((byte) 1).putInt(4).putInt(500_000_000)));
        broken("geometry.counts", Arrays.copyOf(point(1, 2), 20));
    }

    @Test
    void is_not_brought_down_by_nesting() {
        ByteBuffer deep = little(9 * 100_000);
        for (int i = 0; i < 100_000; i++) {
            deep.put((byte) 1).putInt(7).putInt(1);
        }
        broken("geometry.binary", blob(deep));
    }

    @Test
    void has_an_answer_for_any_bytes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = i % 2 == 0 ? area(0, 0, 0, 9, 9, 9, 0, 0) : blob(ByteBuffer.wrap(new byte[60]));
            for (int j = 0; j < 4; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                BinaryGeometry.read(bytes);
            } catch (BrokenGeometryException e) {
                assertThat(e.code()).startsWith("geometry.");
            }
        }
    }

    private static void broken(String code, byte[] bytes) {
        assertThatThrownBy(() -> BinaryGeometry.read(bytes))
                .isInstanceOfSatisfying(
                        BrokenGeometryException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
