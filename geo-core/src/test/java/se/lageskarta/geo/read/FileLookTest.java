package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.FileLook.CrsLook;
import se.lageskarta.geo.read.FileLook.FieldColumn;

/** A person sees what a file seems to be before anything is stored, and what stands in the way when something does. */
class FileLookTest {
    private static final ReadOptions NOTHING_SAID = ReadOptions.recognise(SourceTypes.shipped());
    private static final String ROWS = """
            id;kategori;datum;ost;nord
            H-1;Skadegörelse;2026-01-05;383642.0;6439031.0
            H-2;Trolleri;2026-01-17;383801.5;6438890.2
            H-3;Stöld;2026-02-30;384010.0;6439212.7
            H-4;Stöld;;0;0
            """;

    @TempDir
    Path folder;

    @Test
    void a_table_is_shown_with_its_columns_its_first_rows_and_where_they_lie() throws Exception {
        FileLook look = look("rapport.csv", ROWS, NOTHING_SAID);
        assertThat(look.blocking()).isNull();
        assertThat(look.format()).isEqualTo("csv");
        assertThat(look.separator()).isEqualTo(';');
        assertThat(look.headingLine()).isEqualTo(1);
        assertThat(look.headings()).containsExactly("id", "kategori", "datum", "ost", "nord");
        assertThat(look.firstRows()).hasSize(5);
        assertThat(look.firstRows().get(1).line()).isEqualTo(2);
        assertThat(look.firstRows().get(1).cells()).startsWith("H-1", "Skadegörelse");
        assertThat(field(look, "x")).isEqualTo(new FieldColumn("x", "ost", "heading", true));
        assertThat(field(look, "type")).isEqualTo(new FieldColumn("type", "kategori", "heading", false));
        assertThat(field(look, "time")).isEqualTo(new FieldColumn("time", null, null, false));
        CrsLook crs = look.crs();
        assertThat(crs.chosen()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(crs.proposals().get(0).lon()[0]).isBetween(12.9, 13.2);
        assertThat(look.kind()).isEqualTo(FileKind.INCIDENTS);
        assertThat(look.encoding().name()).isEqualTo("UTF-8");
        assertThat(look.encoding().certain()).isTrue();
    }

    @Test
    void a_check_tells_what_would_become_of_the_rows() throws Exception {
        FileCheck check =
                IncidentReader.check(look("rapport.csv", ROWS, NOTHING_SAID).plan(), () -> false);
        assertThat(check.rows()).isEqualTo(4);
        assertThat(check.rows()).isEqualTo(check.placed() + check.uncertain() + check.rejected());
        assertThat(check.rejected()).isEqualTo(2);
        assertThat(check.complete()).isTrue();
        assertThat(check.unknownTypes()).isEqualTo(Map.of("Trolleri", 1L));
        assertThat(check.countByCode()).containsEntry("date.no-such-day", 1L).containsEntry("coordinate.zero", 1L);
        assertThat(check.places()).hasSize(2).allSatisfy(spot -> assertThat(spot.lat())
                .isBetween(58.0, 58.2));
        assertThat(check.bounds().west()).isLessThan(check.bounds().east());
    }

    @Test
    void a_check_of_a_long_file_stops_when_told_and_says_so() throws Exception {
        StringBuilder rows = new StringBuilder("id;ost;nord;datum\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i).append(";383642;").append(6_439_000 + i % 300).append(";2026-01-05\n");
        }
        FilePlan plan = look("lang.csv", rows.toString(), NOTHING_SAID).plan();
        FileCheck some = IncidentReader.check(plan, () -> true);
        assertThat(some.complete()).isFalse();
        assertThat(some.rows()).isBetween(1L, 19_999L);
        FileCheck all = IncidentReader.check(plan, () -> false);
        assertThat(all.rows()).isEqualTo(20_000);
        assertThat(all.places()).hasSizeBetween(250, FileCheck.MAX_PLACES);
        assertThat(all.places().get(all.places().size() - 1).line()).isGreaterThan(19_000);
    }

    @Test
    void a_layer_is_shown_by_its_lines_and_outlines_and_not_by_their_middles() throws Exception {
        FileCheck check = checkOf("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[13,58],[13.1,58],[13.1,58.1],[13,58]]]},
                 "properties":{"kommunkod":"1466","kommunnamn":"Herrljunga"}}]}""");
        assertThat(check.placed()).isOne();
        assertThat(check.places()).isEmpty();
        assertThat(check.shapes()).singleElement().satisfies(shape -> {
            assertThat(shape.area()).isTrue();
            assertThat(shape.lonLat()).containsExactly(13, 58, 13.1, 58, 13.1, 58.1, 13, 58);
        });
        assertThat(check.bounds()).isEqualTo(new FileCheck.Bounds(13, 58, 13.1, 58.1));
    }

    @Test
    void of_many_long_lines_a_few_thousand_corners_are_shown_spread_over_the_file() throws Exception {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            features.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"desokod\":\"1466A")
                    .append(i)
                    .append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            for (int k = 0; k < 400; k++) {
                double angle = 2 * Math.PI * k / 400;
                features.append('[')
                        .append(13 + i / 1000.0 + Math.cos(angle) / 10_000)
                        .append(',')
                        .append(58 + Math.sin(angle) / 10_000)
                        .append("],");
            }
            features.append('[').append(13 + i / 1000.0 + 1 / 10_000.0).append(",58]]]}}");
        }
        FileCheck check = checkOf("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        assertThat(check.placed()).isEqualTo(300);
        int corners = check.shapes().stream()
                .mapToInt(shape -> shape.lonLat().length / 2)
                .sum();
        assertThat(corners).isBetween(5_000, 20_000);
        assertThat(check.shapes()).allSatisfy(shape -> {
            int last = shape.lonLat().length - 2;
            assertThat(shape.lonLat()[last]).isEqualTo(shape.lonLat()[0]);
        });
        assertThat(check.shapes().get(check.shapes().size() - 1).lonLat()[0]).isGreaterThan(13.25);
    }

    private FileCheck checkOf(String layer) throws Exception {
        return IncidentReader.check(look("lager.geojson", layer, NOTHING_SAID).plan(), () -> false);
    }

    @Test
    void a_system_that_must_be_confirmed_is_shown_with_where_each_would_put_the_rows() throws Exception {
        FileLook look = look("rt90.csv", "id;ost;nord\n1;1336081.3;6442782.7\n2;1336181.3;6442882.7\n", NOTHING_SAID);
        assertThat(look.blocking().code()).isEqualTo("file.crs-confirm");
        assertThat(look.isUsable()).isTrue();
        assertThat(look.plan()).isNull();
        assertThat(look.crs().chosen()).isNull();
        assertThat(look.crs().proposals().get(0).crs()).isEqualTo(new Crs(3021));
        assertThat(look.crs().proposals().get(0).lon()).hasSize(2);
        assertThat(look.headings()).containsExactly("id", "ost", "nord");
        ReadOptions said = new ReadOptions(new Crs(3021), null, ColumnMapping.NONE, SourceTypes.shipped(), null);
        FileLook confirmed = look("rt90.csv", "id;ost;nord\n1;1336081.3;6442782.7\n", said);
        assertThat(confirmed.blocking()).isNull();
        assertThat(confirmed.crs().why()).isEqualTo("crs.given");
    }

    @Test
    void columns_that_nobody_recognises_are_shown_so_that_a_person_can_point_at_them() throws Exception {
        String rows = "Kolumn A;Kolumn B;Kolumn C\n383642;6439031;2026-01-05\n383742;6439131;2026-01-06\n";
        FileLook look = look("okand.csv", rows, NOTHING_SAID);
        assertThat(look.blocking().code()).isEqualTo("file.no-coordinates");
        assertThat(look.headingLine()).isEqualTo(1);
        assertThat(look.headings()).containsExactly("Kolumn A", "Kolumn B", "Kolumn C");
        FileLook pointed = look("okand.csv", rows, mapped(Map.of("x", "Kolumn A", "y", "#2", "date", "Kolumn C")));
        assertThat(pointed.blocking()).isNull();
        assertThat(field(pointed, "y")).isEqualTo(new FieldColumn("y", "Kolumn B", "said", true));
        assertThat(pointed.plan().rows()).isEqualTo(2);
    }

    @Test
    void a_file_without_headings_is_shown_by_number_and_read_by_number() throws Exception {
        String rows = "H-1;383642;6439031\nH-2;383742;6439131\n";
        FileLook look = look("utan.csv", rows, NOTHING_SAID);
        assertThat(look.blocking().code()).isEqualTo("file.no-header");
        assertThat(look.headingLine()).isZero();
        assertThat(look.headings()).containsExactly("#1", "#2", "#3");
        FileLook pointed = look("utan.csv", rows, mapped(Map.of("x", "#2", "y", "#3")));
        assertThat(pointed.plan().rows()).isEqualTo(2);
    }

    @Test
    void a_person_may_say_another_line_of_headings_or_that_there_is_none() throws Exception {
        String rows = "ost;nord\nx;y\n383642;6439031\n383742;6439131\n";
        FileLayout second = new FileLayout(null, null, 2L, null, null);
        FileLook look = look("tva.csv", rows, NOTHING_SAID.with(second));
        assertThat(look.headings()).containsExactly("x", "y");
        assertThat(look.plan().rows()).isEqualTo(2);
        FileLayout none = new FileLayout(null, null, 0L, null, null);
        FileLook numbered =
                look("tva.csv", rows, mapped(Map.of("x", "#1", "y", "#2")).with(none));
        assertThat(numbered.headings()).containsExactly("#1", "#2");
        assertThat(numbered.plan().rows()).isEqualTo(4);
        FileLayout beyond = new FileLayout(null, null, 90L, null, null);
        assertThatThrownBy(() -> look("tva.csv", rows, NOTHING_SAID.with(beyond)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("file.heading-line");
    }

    @Test
    void a_person_may_say_another_encoding_and_separator() throws Exception {
        Path file = folder.resolve("dos.csv");
        Files.write(file, "ost|nord|kategori\n383642|6439031|Skadegörelse å\n".getBytes(Charset.forName("IBM437")));
        FileLayout said = new FileLayout("IBM437", '|', null, null, null);
        FileLook look = IncidentReader.look(file, "dos.csv", NOTHING_SAID.with(said));
        assertThat(look.firstRows().get(1).cells()).contains("Skadegörelse å");
        assertThat(look.encoding().name()).isEqualTo("IBM437");
        assertThat(look.encoding().choices()).contains("UTF-8", "windows-1252");
        FileLayout comma = new FileLayout(null, ',', null, null, null);
        assertThat(look("komma.csv", "ost;nord\n383642;6439031\n", NOTHING_SAID.with(comma))
                        .headings())
                .hasSize(1);
        assertThatThrownBy(() -> new FileLayout("klingon", null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileLayout(null, 'x', null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_person_may_say_that_the_coordinates_come_north_first() throws Exception {
        String rows = "lat;lon;datum\n13.02;58.07;2026-01-05\n";
        FileLayout turned = new FileLayout(null, null, null, null, true);
        FileCheck check = IncidentReader.check(
                look("byt.csv", rows, NOTHING_SAID.with(turned)).plan(), () -> false);
        assertThat(check.places().get(0).lat()).isEqualTo(58.07);
        FileLayout straight = new FileLayout(null, null, null, null, false);
        assertThat(look("byt.csv", rows, NOTHING_SAID.with(straight)).plan().swapped())
                .isFalse();
    }

    @Test
    void a_column_may_be_said_to_be_nothing_and_one_that_is_not_there_is_told() throws Exception {
        FileLook without = look("rapport.csv", ROWS, mapped(Map.of("type", "")));
        assertThat(field(without, "type").column()).isNull();
        assertThat(without.plan()).isNotNull();
        FileLook wrong = look("rapport.csv", ROWS, mapped(Map.of("type", "brotskod")));
        assertThat(wrong.blocking().code()).isEqualTo("file.mapping");
        assertThat(wrong.headings()).contains("kategori");
    }

    @Test
    void files_laid_out_alike_have_the_same_shape_whatever_they_hold() throws Exception {
        String one = look("a.csv", ROWS, NOTHING_SAID).shape();
        String other = look("b.csv", "Nord;Ost;ID;Datum;Kategori\n6439031;383642;9;2025-01-01;Rån\n", NOTHING_SAID)
                .shape();
        assertThat(other).isEqualTo(one).hasSize(64);
        assertThat(look("c.csv", "Nord;Ost;ID\n6439031;383642;9\n", NOTHING_SAID)
                        .shape())
                .isNotEqualTo(one);
    }

    @Test
    void exports_that_many_have_are_called_by_their_name() throws Exception {
        assertThat(look(
                                "street.csv",
                                "Crime ID,Month,Longitude,Latitude,LSOA code,Crime type\n1,2018-10,0.5,51.3,E0,Drugs\n",
                                NOTHING_SAID)
                        .recognisedAs())
                .isEqualTo("data.police.uk");
        assertThat(look(
                                "enkat.csv",
                                "ObjectID,GlobalID,CreationDate,Creator,Orsak,x,y\n"
                                        + "1,a,2026-01-05,m,mörkt,13.02,58.07\n",
                                NOTHING_SAID)
                        .recognisedAs())
                .isEqualTo("survey123");
    }

    @Test
    void geojson_is_shown_with_the_properties_of_its_first_features() throws Exception {
        String roads = """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"LineString","coordinates":[[13.02,58.07],[13.03,58.08]]},
                  "properties":{"name":"Storgatan","klass":"gata"}}]}""";
        FileLook look = look("linjer.geojson", roads, NOTHING_SAID);
        assertThat(look.blocking().code()).isEqualTo("file.role");
        assertThat(look.headings()).containsExactly("name", "klass");
        assertThat(look.firstRows().get(0).cells()).containsExactly("Storgatan", "gata");
        assertThat(look.crs().proposals()).isNotEmpty();
        FileLook asRoads = look(
                "linjer.geojson",
                roads,
                new ReadOptions(null, null, ColumnMapping.NONE, SourceTypes.shipped(), BaseRole.ROADS));
        assertThat(asRoads.kind()).isEqualTo(FileKind.BASE);
        assertThat(IncidentReader.check(asRoads.plan(), () -> false).placed()).isEqualTo(1);
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        StringBuilder rows = new StringBuilder("id;ost;nord\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append(i).append(";383642;6439031\n");
        }
        AtomicLong nanos = new AtomicLong();
        Patience short1 = new Patience(() -> nanos.getAndAdd(2_000_000_000L), 5);
        assertThatThrownBy(() -> look("sen.csv", rows.toString(), NOTHING_SAID.with(short1)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("file.too-slow");
    }

    private static ReadOptions mapped(Map<String, String> columns) {
        return new ReadOptions(null, null, new ColumnMapping(columns), SourceTypes.shipped(), null);
    }

    private FileLook look(String name, String content, ReadOptions options)
            throws IOException, UnreadableFileException {
        Path file = folder.resolve(name);
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        return IncidentReader.look(file, name, options);
    }

    private static FieldColumn field(FileLook look, String name) {
        return look.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
