package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.geo.read.shp.ShapefileBytes.SWEREF_99_TM;
import static se.lageskarta.geo.read.shp.ShapefileBytes.multiPoint;
import static se.lageskarta.geo.read.shp.ShapefileBytes.parts;
import static se.lageskarta.geo.read.shp.ShapefileBytes.point;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.read.shp.ShapefileBytes;

class ShapefileFileTest {
    private static final double E = 383_619;
    private static final double N = 6_439_162;

    @TempDir
    Path folder;

    private Rows read(String name, byte[] zip) throws UnreadableFileException {
        return Rows.ofBytes(folder, name, zip, Rows.options());
    }

    private void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UnreadableFileException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static ShapefileBytes incidents() {
        return new ShapefileBytes()
                .prj(SWEREF_99_TM)
                .column("ID", 'C', 10)
                .column("KATEGORI", 'C', 20)
                .column("DATUM", 'D', 8);
    }

    private static ShapefileBytes layer(int type, String... columns) {
        ShapefileBytes file = new ShapefileBytes().prj(SWEREF_99_TM);
        file.type = type;
        for (String column : columns) {
            file.column(column, 'C', 40);
        }
        return file;
    }

    private static double[] square(double x, double y, double side, boolean clockwise) {
        return clockwise
                ? new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y}
                : new double[] {x, y, x + side, y, x + side, y + side, x, y + side, x, y};
    }

    @Test
    void reads_points_as_incidents_with_day_and_type() throws Exception {
        Rows rows = read(
                "a.zip",
                incidents()
                        .row(point(E, N), "H-1", "Skadegörelse", "20260105")
                        .row(point(E + 50, N), "H-2", "Stöld", "20260117")
                        .zip());
        assertThat(rows.tally.placed()).isEqualTo(2);
        assertThat(rows.plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.plan.crsWhy()).isEqualTo("crs.stated");
        assertThat(rows.incidents).extracting(incident -> incident.type()).containsExactly("SKA", "STO");
        assertThat(rows.incidents.get(0).x()).isEqualTo(E);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,,0",
        "IBM850,,0",
        "windows-1252,UTF-8,0",
        "UTF-8,KLINGON-8,87",
        "IBM850,850,0",
        "windows-1252,ANSI 1252,0",
        "UTF-8,1252,0",
        "IBM865,,8",
        "ISO-8859-1,ISO 88591,0"
    })
    void reads_Swedish_letters_whatever_the_table_says_they_are(String letters, String cpg, int language)
            throws Exception {
        ShapefileBytes file = incidents();
        file.letters = Charset.forName(letters);
        file.language = language;
        if (cpg != null) {
            file.cpg(cpg);
        }
        Rows rows = read(
                "a.zip", file.row(point(E, N), "1", "Skadegörelse", "20260105").zip());
        assertThat(rows.incidents.get(0).type()).isEqualTo("SKA");
        assertThat(rows.incidents.get(0).sourceType()).isEqualTo("Skadegörelse");
    }

    @Test
    void hands_on_a_street_as_a_line_and_a_park_as_an_area_with_a_place_on_them() throws Exception {
        Rows street = read(
                "a.zip",
                incidentsOf(3)
                        .row(parts(3, new double[] {E, N, E + 100, N, E + 100, N + 100}), "1", "Stöld", "20260105")
                        .zip());
        assertThat(street.incidents.get(0).precision()).isEqualTo(PlacePrecision.STREET);
        assertThat(street.incidents.get(0).x()).isEqualTo(E + 100);
        assertThat(street.incidents.get(0).y()).isEqualTo(N);
        assertThat(street.shapes.get(0).getGeometryType()).isEqualTo("LineString");
        assertThat(street.shapes.get(0).getCoordinate().x).isBetween(13.0, 13.1);
        double[] hook = {E, N, E, N + 100, E + 10, N + 100, E + 10, N + 10, E + 100, N + 10, E + 100, N, E, N};
        Rows park = read(
                "b.zip",
                incidentsOf(5).row(parts(5, hook), "1", "Stöld", "20260105").zip());
        assertThat(park.incidents.get(0).precision()).isEqualTo(PlacePrecision.AREA);
        Geometry shape = park.shapes.get(0);
        assertThat(shape.contains(shape.getFactory().createPoint(park.place(0))))
                .isTrue();
    }

    private static ShapefileBytes incidentsOf(int type) {
        ShapefileBytes file = incidents();
        file.type = type;
        return file;
    }

    @Test
    void rings_the_other_way_round_are_holes_and_islands_in_them_areas_again() throws Exception {
        byte[] lake = parts(
                5,
                square(E, N, 100, true),
                square(E + 10, N + 10, 80, false),
                square(E + 20, N + 20, 10, true),
                square(E + 200, N, 50, true));
        Rows rows = read("vatten.zip", layer(5, "NAMN").row(lake, "Sjön").zip());
        Geometry shape = rows.base.get(0).geometry();
        assertThat(shape.getNumGeometries()).isEqualTo(3);
        assertThat(shape.isValid()).isTrue();
        assertThat(squareMetres(shape)).isBetween(6150.0, 6250.0);
        assertThat(rows.base.get(0).role()).isEqualTo(BaseRole.WATER);
        assertThat(rows.base.get(0).name()).isEqualTo("Sjön");
    }

    @Test
    void rings_that_all_run_the_wrong_way_are_told_by_what_they_lie_in() throws Exception {
        byte[] lake = parts(5, square(E, N, 100, false), square(E + 10, N + 10, 80, false));
        Rows rows = read("vatten.zip", layer(5, "NAMN").row(lake, "Sjön").zip());
        assertThat(squareMetres(rows.base.get(0).geometry())).isBetween(3550.0, 3650.0);
    }

    private static double squareMetres(Geometry degrees) {
        return degrees.getArea() * 111_320 * 111_320 * Math.cos(Math.toRadians(58.08));
    }

    @Test
    void mends_an_outline_that_crosses_itself_and_says_so() throws Exception {
        double[] bowTie = {E, N, E + 100, N + 100, E + 100, N, E, N + 90, E, N};
        Rows rows = read(
                "vatten.zip", layer(5, "NAMN").row(parts(5, bowTie), "Sjön").zip());
        assertThat(rows.codes()).containsExactly("geometry.mended");
        assertThat(rows.base.get(0).geometry().isValid()).isTrue();
    }

    @Test
    void refuses_a_tangle_at_once_and_keeps_the_others() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        double[] tangle = new double[40_002];
        for (int i = 0; i < tangle.length; i++) {
            tangle[i] = (i % 2 == 0 ? E : N) + random.nextDouble(1000);
        }
        tangle[40_000] = tangle[0];
        tangle[40_001] = tangle[1];
        Rows rows = read(
                "vatten.zip",
                layer(5, "NAMN")
                        .row(parts(5, tangle), "Trassel")
                        .row(parts(5, square(E, N, 100, true)), "Sjön")
                        .zip());
        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("geometry.tangled");
        assertThat(rows.tally.placed()).isEqualTo(1);
    }

    @Test
    void leaves_out_rows_without_a_shape_and_rows_that_were_deleted() throws Exception {
        ShapefileBytes file = incidents()
                .row(point(E, N), "1", "Stöld", "20260105")
                .row(new byte[4], "2", "Stöld", "20260106")
                .row(point(E, N), "3", "Stöld", "20260107");
        file.deletesFirst = true;
        Rows rows = read("a.zip", file.zip());
        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("row.deleted", "geometry.missing");
        assertThat(rows.tally.placed()).isEqualTo(1);
    }

    @Test
    void several_points_of_one_incident_are_the_area_between_them() throws Exception {
        ShapefileBytes file = incidentsOf(8);
        Rows rows = read(
                "a.zip",
                file.row(multiPoint(E, N, E + 100, N, E, N + 100), "1", "Stöld", "20260105")
                        .row(multiPoint(E, N), "2", "Stöld", "20260105")
                        .zip());
        assertThat(rows.incidents)
                .extracting(incident -> incident.precision())
                .containsExactly(PlacePrecision.AREA, PlacePrecision.ADDRESS);
        assertThat(rows.shapes.get(0).getGeometryType()).isEqualTo("Polygon");
        assertThat(rows.shapes.get(1)).isNull();
    }

    @Test
    void reads_numbers_days_and_answers_as_people_write_them() throws Exception {
        ShapefileBytes file = new ShapefileBytes()
                .prj(SWEREF_99_TM)
                .column("LAMPTYP", 'C', 10)
                .column("EFFEKT", 'N', 12)
                .column("HOJD", 'F', 24)
                .column("SATT", 'D', 8)
                .column("TAND", 'L', 1)
                .column("TOM", 'N', 5)
                .column("MEMO", 'M', 10)
                .row(point(E, N), "LED", "   35.000", "1.25000000000e+001", "20200131", "T", "*****", "        12");
        BaseFeature lamp = read("x.zip", file.zip()).base.get(0);
        assertThat(lamp.role()).isEqualTo(BaseRole.LAMPS);
        assertThat(lamp.kind()).isEqualTo("led");
        assertThat(lamp.attributes())
                .containsEntry("EFFEKT", "35")
                .containsEntry("HOJD", "12.5")
                .containsEntry("SATT", "2020-01-31")
                .containsEntry("lit", "yes")
                .doesNotContainKeys("TOM", "MEMO");
    }

    @Test
    void asks_for_the_system_when_the_file_does_not_say_it() {
        ShapefileBytes file = incidents().row(point(E, N), "1", "Stöld", "20260105");
        file.others.remove("prj");
        refused("file.crs-confirm", () -> read("a.zip", file.zip()));
    }

    @Test
    void refuses_a_system_that_the_numbers_contradict_and_names_the_way_out() {
        String degrees = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]";
        ShapefileBytes file = incidents().prj(degrees).row(point(E, N), "1", "Stöld", "20260105");
        assertThatThrownBy(() -> read("a.zip", file.zip())).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.code()).isEqualTo("file.crs-contradicted");
            assertThat(e.args()).containsEntry("first", "EPSG:3006");
        });
    }

    @Test
    void a_person_who_names_the_system_is_believed_more_than_the_file() throws Exception {
        ShapefileBytes file = incidents().prj("[".repeat(50_000)).row(point(E, N), "1", "Stöld", "20260105");
        refused("file.shapefile.prj", () -> read("a.zip", file.zip()));
        Rows rows = Rows.ofBytes(folder, "a.zip", file.zip(), Rows.in(Crs.SWEREF99_TM));
        assertThat(rows.tally.placed()).isEqualTo(1);
    }

    @Test
    void lets_a_person_choose_among_several_in_folders() throws Exception {
        ShapefileBytes file = incidents().row(point(E, N), "1", "Stöld", "20260105");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String stem : new String[] {"Mapp å/brott", "b/Belysning"}) {
            files.put(stem + ".SHP", file.shp());
            files.put(stem + ".dbf", file.dbf());
            files.put(stem + ".PRJ", SWEREF_99_TM.getBytes(StandardCharsets.UTF_8));
        }
        files.put("__MACOSX/b/._Belysning.shp", new byte[] {0, 5, 22, 7});
        byte[] zip = ShapefileBytes.zip(files);
        assertThatThrownBy(() -> read("a.zip", zip)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.code()).isEqualTo("file.part-choose");
            assertThat(e.args()).containsEntry("parts", "brott, Belysning");
        });
        ReadOptions chosen = Rows.options().with(new FileLayout(null, null, null, "belysning", null));
        assertThat(Rows.ofBytes(folder, "a.zip", zip, chosen).tally.placed()).isEqualTo(1);
    }

    @Test
    void headings_cut_to_ten_letters_are_still_understood() throws Exception {
        ShapefileBytes file = new ShapefileBytes()
                .prj(SWEREF_99_TM)
                .column("handelsety", 'C', 20)
                .column("handelseda", 'D', 8)
                .row(point(E, N), "Stöld", "20260105");
        Rows rows = read("a.zip", file.zip());
        assertThat(rows.plan.mapping().columns()).containsEntry("type", "handelsety");
        assertThat(rows.incidents.get(0).time().isKnown()).isTrue();
    }

    @Test
    void columns_of_the_same_name_are_told_apart() throws Exception {
        Rows rows = read(
                "lampor.zip",
                layer(1, "NAMN", "NAMN").row(point(E, N), "a", "b").zip());
        assertThat(rows.base.get(0).attributes()).containsEntry("NAMN", "a").containsEntry("NAMN_2", "b");
    }

    @Test
    void refuses_files_that_contradict_themselves_without_believing_a_count() {
        ShapefileBytes file = incidents().row(point(E, N), "1", "Stöld", "20260105");
        byte[] shp = file.shp();
        byte[] dbf = file.dbf();
        refused("file.shapefile.cut", () -> zipped(file, Arrays.copyOf(shp, 60), dbf));
        refused("file.shapefile.cut", () -> zipped(file, Arrays.copyOf(shp, 120), dbf));
        refused("file.shapefile.no-shp", () -> zipped(file, new byte[100], dbf));
        refused("file.shapefile.record", () -> zipped(file, changed(shp, 104, 0x7FFFFFF0), dbf));
        refused("file.shapefile.record", () -> zipped(file, changed(shp, 104, -5), dbf));
        refused("file.shapefile.multipatch", () -> zipped(file, changedLittle(shp, 32, 31), dbf));
        refused("file.shapefile.type", () -> zipped(file, changedLittle(shp, 32, 99), dbf));
        refused("file.shapefile.dbf-cut", () -> zipped(file, shp, new byte[0]));
        refused("file.shapefile.count", () -> zipped(file, shp, changedLittle(dbf, 4, 10)));
        refused("file.shapefile.dbf-head", () -> zipped(file, shp, changedLittle(dbf, 8, 0x0027FFFF)));
        refused("file.shapefile.dbf-head", () -> zipped(file, shp, changedLittle(dbf, 8, 0x00010081)));
        refused("file.shapefile.missing", () -> read("a.zip", ShapefileBytes.zip(Map.of("a.shp", shp))));
    }

    @Test
    void a_shape_whose_counts_lie_is_one_row_lost_and_not_the_file() throws Exception {
        byte[] lying = parts(5, square(E, N, 100, true));
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, Integer.MAX_VALUE);
        byte[] manyParts = parts(5, square(E, N, 100, true));
        ByteBuffer.wrap(manyParts).order(ByteOrder.LITTLE_ENDIAN).putInt(36, Integer.MAX_VALUE);
        byte[] backwards = parts(5, square(E, N, 100, true), square(E, N, 50, true));
        ByteBuffer.wrap(backwards).order(ByteOrder.LITTLE_ENDIAN).putInt(48, -7);
        Rows rows = read(
                "vatten.zip",
                layer(5, "NAMN")
                        .row(lying, "a")
                        .row(manyParts, "b")
                        .row(backwards, "c")
                        .row(parts(5, square(E, N, 100, true)), "d")
                        .zip());
        assertThat(rows.rejected)
                .extracting(RowProblem::code)
                .containsExactly("geometry.counts", "geometry.counts", "geometry.counts");
        assertThat(rows.base.get(0).name()).isEqualTo("d");
    }

    private Rows zipped(ShapefileBytes file, byte[] shp, byte[] dbf) throws UnreadableFileException {
        return read("a.zip", file.zip("data", shp, dbf));
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    private static byte[] changedLittle(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }
}
