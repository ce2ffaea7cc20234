package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.PlaceFinder;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlace;

class WrittenPlacesTest {
    private static final PlaceFinder HERRLJUNGA = BaseNames.register(List.of(
                    feature(BaseRole.ROADS, "Storgatan", "LINESTRING(13.02 58.077, 13.03 58.077)"),
                    feature(BaseRole.ROADS, "Nygatan", "LINESTRING(13.025 58.07, 13.025 58.08)"),
                    feature(BaseRole.ADDRESSES, "Storgatan 5", "POINT(13.0225 58.0771)"),
                    feature(BaseRole.ADDRESSES, "Storgatan 7", "POINT(13.0230 58.0771)"),
                    feature(BaseRole.PLACES, "ICA Supermarket", "POINT(13.027 58.0765)"),
                    feature(
                            BaseRole.GREEN,
                            "Stadsparken",
                            "POLYGON((13.03 58.08, 13.035 58.08, 13.035 58.083, 13.03 58.08))"),
                    feature(
                            BaseRole.PROPERTIES,
                            "Hudene 1:23",
                            "POLYGON((13.1 58.1, 13.101 58.1, 13.101 58.101, 13.1 58.1))")))
            .build();

    @TempDir
    Path folder;

    private static BaseFeature feature(BaseRole role, String name, String wkt) {
        try {
            return new BaseFeature(role, "", name, new WKTReader().read(wkt), Map.of());
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private Told read(String name, String text) throws UnreadableFileException {
        return Told.of(Rows.ofBytes(
                folder,
                name,
                text.getBytes(StandardCharsets.UTF_8),
                Rows.options().with(HERRLJUNGA)));
    }

    /** What came of a file, with the rows that wait. */
    private record Told(Rows rows, List<WaitingRow> waiting) {
        static Told of(Rows rows) {
            return new Told(rows, rows.waiting);
        }
    }

    @Test
    void a_file_without_coordinates_is_read_by_its_words() throws Exception {
        Told told = read("brott.csv", """
                knr;brott;datum;gata;ort
                K1;Klotter;2026-01-05;Storgatn 5;Herrljunga
                K2;Klotter;2026-01-06;Storgatan;
                K3;Klotter;2026-01-07;Storgatan/Nygatan;
                K4;Klotter;2026-01-08;i Stadsparken;
                K5;Klotter;2026-01-09;vid ICA;
                K6;Klotter;2026-01-10;;
                """);

        Rows rows = told.rows;
        assertThat(rows.plan.crsWhy()).isEqualTo("crs.from-places");
        assertThat(rows.plan.workingCrs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.incidents)
                .extracting(Incident::precision)
                .containsExactly(
                        PlacePrecision.ADDRESS, PlacePrecision.STREET, PlacePrecision.ADDRESS, PlacePrecision.AREA);
        assertThat(rows.shapes.get(0)).isNull();
        assertThat(rows.shapes.get(1)).isInstanceOf(LineString.class);
        assertThat(rows.shapes.get(3)).isInstanceOf(Polygon.class);
        assertThat(rows.place(0).x).isBetween(13.0224, 13.0226);
        assertThat(rows.place(2).x).isBetween(13.0249, 13.0251);
        assertThat(told.waiting).singleElement().satisfies(row -> {
            assertThat(row.written().text()).isEqualTo("vid ICA");
            assertThat(row.type()).isEqualTo("KLO");
            assertThat(row.candidates()).extracting(FoundPlace::name).containsExactly("ICA Supermarket");
        });
        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("place.missing");
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 2, 1, 0));
    }

    @Test
    void coordinates_are_used_where_they_are_and_words_elsewhere() throws Exception {
        Told told = read("brott.csv", """
                id;datum;ost;nord;plats
                1;2026-01-05;383642.0;6439031.0;Storgatan 5
                2;2026-01-06;;;Storgatan 7
                3;2026-01-07;383642.0;;Storgatan 7
                4;2026-01-08;;;bakom macken
                5;2026-01-09;383700.0;6439000.0;
                """);

        assertThat(told.rows.plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(told.rows.incidents).hasSize(3);
        assertThat(told.rows.incidents.get(0).x()).isEqualTo(383642.0);
        assertThat(told.rows.place(1).x).isBetween(13.0229, 13.0231);
        assertThat(told.rows.rejected).extracting(RowProblem::code).containsExactly("coordinate.missing");
        assertThat(told.waiting).extracting(row -> row.written().text()).containsExactly("bakom macken");
        assertThat(told.rows.tally).isEqualTo(new ReadTally(3, 1, 1, 0));
    }

    @Test
    void words_that_mean_a_place_far_from_the_files_other_places_are_asked_about() throws Exception {
        Told told = read("brott.csv", """
                id;datum;ost;nord;plats
                1;2026-01-05;674000;6580000;
                2;2026-01-06;674100;6580100;
                3;2026-01-07;;;Storgatan 5
                """);

        assertThat(told.rows.incidents).hasSize(2);
        assertThat(told.waiting).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gata;gatunummer|Storgatan;5",
                "gatuadress|Storgatan 5",
                "street;housenumber|Storgatan;5",
                "adress;postort|STORGATAN 5;HERRLJUNGA",
                "brottsplats|c/o Karlsson, Storgatan 5",
                "location|Storg. 5",
                "address|Storgatan 5"
            })
    void an_address_may_stand_under_many_headings(String headings, String cells) throws Exception {
        Told told = read("brott.csv", "datum;" + headings + "\n2026-01-05;" + cells + "\n");

        assertThat(told.rows.incidents).as("%s", told).hasSize(1);
        assertThat(told.rows.place(0).x).isBetween(13.0224, 13.0226);
    }

    @Test
    void a_crossing_may_stand_in_two_columns_and_a_property_in_its_own() throws Exception {
        Told crossing = read("brott.csv", "datum;gata;korsning\n2026-01-05;Storgatan;Nygatan\n");
        Told property = read("brott.csv", "datum;fastighet\n2026-01-05;HUDENE 1:23\n");

        assertThat(crossing.rows.problems)
                .as("%s", crossing.rows.plan.mapping())
                .isEmpty();
        assertThat(crossing.rows.place(0).x).isBetween(13.0249, 13.0251);
        assertThat(property.rows.place(0).x).isBetween(13.1, 13.101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "okänd", "?", "saknas", "N/A", "xxx", "ej angivet"})
    void what_means_nothing_is_no_place(String word) throws Exception {
        Told told = read("brott.csv", "datum;gata\n2026-01-05;" + word + "\n2026-01-05;Storgatan 5\n");

        assertThat(told.rows.rejected).extracting(RowProblem::code).containsExactly("place.missing");
        assertThat(told.waiting).isEmpty();
    }

    @Test
    void without_addresses_a_file_of_words_says_that_they_come_first() {
        assertThatThrownBy(() -> Rows.ofText(folder, "datum;gata\n2026-01-05;Storgatan 5\n"))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.places-first"));
    }

    @Test
    void without_addresses_a_row_without_coordinates_is_rejected_as_ever() throws Exception {
        Rows rows =
                Rows.ofText(folder, "datum;ost;nord;plats\n2026-01-05;383642;6439031;a\n2026-01-05;;;Storgatan 5\n");

        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("coordinate.missing");
    }

    @Test
    void features_without_a_shape_are_read_by_their_words() throws Exception {
        Told told = read("brott.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":null,"properties":{"datum":"2026-01-05","adress":"Storgatan 5"}},
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[13.02,58.07]},"properties":{"datum":"2026-01-06","adress":""}},
                 {"type":"Feature","geometry":null,"properties":{"datum":"2026-01-07","adress":"nånstans"}}]}
                """);

        assertThat(told.rows.incidents).hasSize(2);
        assertThat(told.rows.place(0).x).isBetween(13.0224, 13.0226);
        assertThat(told.waiting).hasSize(1);
    }

    @Test
    void a_survey_takes_only_what_is_sure() throws Exception {
        Told told = read("otrygga platser.csv", """
                svarande;datum;otrygg;gata
                1;2026-01-05;ja;Storgatan 5
                2;2026-01-05;ja;vid ICA
                """);

        assertThat(told.rows.rejected).as("%s", told.rows.plan.mapping()).hasSize(1);
        assertThat(told.rows.unsafePlaces).extracting(UnsafePlace::safe).containsExactly(false);
        assertThat(told.rows.rejected).extracting(RowProblem::code).containsExactly("place.unsure");
    }

    @Test
    void the_same_rows_in_another_order_have_the_same_keys() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            lines.add("K" + i + ";2026-01-05;" + (i % 3 == 0 ? "vid ICA" : "Storgatan " + i % 9));
        }
        Told first = read("a.csv", "id;datum;gata\n" + String.join("\n", lines));
        Collections.reverse(lines);
        Told second = read("b.csv", "id;datum;gata\n" + String.join("\n", lines));

        assertThat(first.waiting).hasSize(3_000);
        assertThat(first.rows.tally.rows()).isEqualTo(9_000);
        assertThat(keys(second))
                .containsExactlyInAnyOrderElementsOf(keys(first))
                .doesNotHaveDuplicates();
    }

    private static List<Long> keys(Told told) {
        List<Long> keys = new ArrayList<>();
        told.rows.incidents.forEach(incident -> keys.add(incident.sourceKey()));
        told.waiting.forEach(row -> keys.add(row.sourceKey()));
        return keys;
    }

    @Test
    void a_row_that_waits_and_is_repeated_waits_once() throws Exception {
        Told told =
                read("a.csv", "id;datum;gata\n1;2026-01-05;vid ICA\n1;2026-01-05;vid ICA\n2;2026-01-05;Storgatan 5\n");

        assertThat(told.waiting).hasSize(1);
        assertThat(told.rows.tally.repeated()).isEqualTo(1);
    }
}
