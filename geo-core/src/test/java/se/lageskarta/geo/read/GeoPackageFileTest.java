package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.area;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.line;
import static se.lageskarta.geo.read.gpkg.GeoPackageBytes.point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.read.gpkg.GeoPackageBytes;
import se.lageskarta.geo.read.shp.ShapefileBytes;

class GeoPackageFileTest {
    private static final double E = 383_619;
    private static final double N = 6_439_162;

    @TempDir
    Path folder;

    private interface Filling {
        void fill(GeoPackageBytes file) throws SQLException;
    }

    private Path file(Filling filling) throws SQLException {
        Path file = folder.resolve("å 100%?#" + System.nanoTime() + ".gpkg");
        try (GeoPackageBytes made = GeoPackageBytes.create(file)) {
            filling.fill(made);
        }
        return file;
    }

    private static Rows read(Path file, String part) throws UnreadableFileException, IOException {
        ReadOptions options = Rows.options().with(new FileLayout(null, null, null, part, null));
        return Rows.of(file, "a.gpkg", options);
    }

    private static void refused(String code, Path file) {
        assertThatThrownBy(() -> read(file, null))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void incidents(GeoPackageBytes made) throws SQLException {
        made.layer("brott", 3006, "typ text, datum datetime, antal integer, belyst boolean, bild blob");
        made.insert(
                "insert into brott (geom, typ, datum, antal, belyst, bild) values (?, ?, ?, ?, ?, ?)",
                point(E, N),
                "Skadegörelse",
                "2026-01-05T21:30:00.000Z",
                2,
                1,
                new byte[10]);
        made.insert("insert into brott (geom, typ, datum) values (?, ?, ?)", point(E + 9, N), "Stöld", "2026-01-06");
        made.insert("insert into brott (geom, typ) values (?, ?)", null, "Stöld");
    }

    @Test
    void reads_points_as_incidents_with_time_and_type() throws Exception {
        Rows rows = read(file(GeoPackageFileTest::incidents), null);
        assertThat(rows.plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.incidents).extracting(incident -> incident.type()).containsExactly("SKA", "STO");
        assertThat(rows.incidents.get(0).time().knowsHour()).isTrue();
        assertThat(rows.incidents.get(0).weight()).isEqualTo(2);
        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("geometry.missing");
    }

    @Test
    void rows_in_another_order_with_other_numbers_are_the_same_incidents() throws Exception {
        Rows first = read(file(GeoPackageFileTest::incidents), null);
        Rows again = read(
                file(made -> {
                    made.layer("brott", 3006, "typ text, datum datetime, antal integer, belyst boolean, bild blob");
                    made.insert(
                            "insert into brott (fid, geom, typ, datum) values (?, ?, ?, ?)",
                            70,
                            point(E + 9, N),
                            "Stöld",
                            "2026-01-06");
                }),
                null);
        assertThat(again.incidents.get(0).sourceKey())
                .isEqualTo(first.incidents.get(1).sourceKey());
    }

    @Test
    void lets_a_person_choose_among_layers_and_counts_them() throws Exception {
        Path file = file(made -> {
            incidents(made);
            made.layer("vaglinje", 3006, "gatunamn text, vagtyp text");
            made.insert(
                    "insert into vaglinje (geom, gatunamn, vagtyp) values (?, ?, ?)",
                    line(E, N, E + 100, N),
                    "Storgatan",
                    "Lokalgata");
        });
        refused("file.part-choose", file);
        FileLook look = IncidentReader.look(file, "a.gpkg", Rows.options());
        assertThat(look.parts())
                .containsExactly(new FileLook.Part("brott", 3L, false), new FileLook.Part("vaglinje", 1L, false));
        assertThat(look.isUsable()).isTrue();
        BaseFeature road = read(file, "vaglinje").base.get(0);
        assertThat(road.role()).isEqualTo(BaseRole.ROADS);
        assertThat(road.name()).isEqualTo("Storgatan");
        assertThat(road.kind()).isEqualTo("residential");
        assertThat(read(file, "BROTT").incidents).hasSize(2);
        assertThatThrownBy(() -> read(file, "finns inte")).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void incidents_in_areas_keep_them() throws Exception {
        Rows rows = read(
                file(made -> {
                    made.layer("brott", 3006, "typ text, datum text");
                    made.insert(
                            "insert into brott (geom, typ, datum) values (?, ?, ?)",
                            area(E, N, E, N + 50, E + 50, N + 50, E, N),
                            "Stöld",
                            "2026-01-05");
                }),
                null);
        assertThat(rows.incidents.get(0).precision()).isEqualTo(PlacePrecision.AREA);
        assertThat(rows.shapes.get(0).getNumPoints()).isEqualTo(4);
    }

    @Test
    void a_system_by_description_is_understood_and_none_is_asked_for() throws Exception {
        Rows rows = read(
                file(made -> {
                    made.system(100_006, "ESRI", 102_006, ShapefileBytes.SWEREF_99_TM);
                    made.layer("belysning", 100_006, "lamptyp text");
                    made.insert("insert into belysning (geom, lamptyp) values (?, 'LED')", point(E, N));
                }),
                null);
        assertThat(rows.plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        refused("file.crs-confirm", file(made -> {
            made.layer("belysning", -1, "lamptyp text");
            made.insert("insert into belysning (geom, lamptyp) values (?, 'LED')", point(E, N));
        }));
    }

    @Test
    void runs_nothing_that_the_file_brings() throws Exception {
        refused("file.gpkg.view", file(made -> {
            made.run("create view evig as with recursive n(geom) as (select 1 union all select geom + 1 from n)"
                    + " select * from n");
            made.register("evig", "geom", 3006);
        }));
        refused("file.gpkg.damaged", file(made -> {
            made.run("drop table gpkg_geometry_columns");
            made.run("create view gpkg_geometry_columns as with recursive n(table_name) as (select 1 union all"
                    + " select table_name + 1 from n) select *, 1 as column_name, 1 as srs_id from n");
            made.run("insert into gpkg_contents (table_name, data_type) values ('a', 'features')");
        }));
        Rows rows = read(
                file(made -> {
                    made.layer(
                            "lampor\"; drop table x; --",
                            3006,
                            "lamptyp text, stor as (hex(zeroblob(100000000))), \"konstig \"\" kolumn\" text");
                    made.insert(
                            "insert into \"lampor\"\"; drop table x; --\" (geom, lamptyp) values (?, 'LED')",
                            point(E, N));
                }),
                null);
        assertThat(rows.base.get(0).kind()).isEqualTo("led");
    }

    @Test
    void says_what_a_file_without_layers_has_and_that_other_databases_are_none() throws Exception {
        Path attributes = file(
                made -> made.run("insert into gpkg_contents (table_name, data_type) values ('hushåll', 'attributes')"));
        assertThatThrownBy(() -> read(attributes, null)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.code()).isEqualTo("file.gpkg.no-layers");
            assertThat(e.args()).containsEntry("contents", "hushåll (attributes)");
        });
        refused("file.gpkg.none", file(made -> made.run("drop table gpkg_contents")));
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_and_nothing_is_left_beside_it() throws Exception {
        Path whole = file(made -> {
            made.run("pragma journal_mode = wal");
            incidents(made);
            for (int i = 0; i < 2000; i++) {
                made.insert("insert into brott (geom, typ, datum) values (?, 'Stöld', '2026-01-06')", point(E + i, N));
            }
        });
        assertThat(read(whole, null).tally.rows()).isEqualTo(2003);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 16; length < bytes.length; length += 1777) {
            Path cut = folder.resolve("cut.gpkg");
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            refused("file.gpkg.cut", cut);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void damaged_pages_are_refused_and_never_worse() throws Exception {
        byte[] bytes = Files.readAllBytes(file(GeoPackageFileTest::incidents));
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            for (int j = 0; j < 1 + i % 40; j++) {
                damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt();
            }
            Path file = folder.resolve("damaged.gpkg");
            Files.write(file, damaged);
            try {
                read(file, null);
            } catch (UnreadableFileException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
