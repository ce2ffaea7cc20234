package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

class IncidentReaderTest {
    private static final String HEADINGS = "id;kategori;datum;tid;ost;nord;plats\n";
    private static final String THREE_ROWS = """
            H-1;Skadegörelse;2026-01-05;21:30;383642.0;6439031.0;Parken
            H-2;Stöld;2026-01-17;14:05;383801.5;6438890.2;Storgatan
            H-3;Narkotika;2026-02-02;23:50;384010.0;6439212.7;Ånäsparken
            """;

    @TempDir
    Path folder;

    @Test
    void reads_an_ordinary_swedish_extract() throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + THREE_ROWS);
        assertThat(rows.plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.plan.kind()).isEqualTo(FileKind.INCIDENTS);
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 0, 0, 0));
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO", "NAR");
        Incident first = rows.incidents.get(0);
        assertThat(first.x()).isEqualTo(383642.0);
        assertThat(first.y()).isEqualTo(6439031.0);
        assertThat(first.time()).isEqualTo(TimeSpan.at(LocalDateTime.of(2026, 1, 5, 21, 30)));
        assertThat(rows.lonLat.get(0)[0]).isBetween(13.02, 13.03);
        assertThat(rows.lonLat.get(0)[1]).isBetween(58.07, 58.08);
        assertThat(rows.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "IBM850"})
    void keeps_swedish_letters_in_every_encoding(String charset) throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + THREE_ROWS, Charset.forName(charset));
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO", "NAR");
    }

    @Test
    void takes_the_byte_order_mark_for_no_part_of_the_first_heading() throws Exception {
        Rows rows = Rows.ofText(folder, "\uFEFF" + HEADINGS + THREE_ROWS);
        assertThat(rows.plan.mapping().columns()).containsEntry("id", "id");
    }

    @Test
    void reads_two_exports_pasted_together_and_says_so() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADINGS + THREE_ROWS).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("H-4;Stöld;2026-02-02;10:00;384010;6439212;Ån\n".getBytes(Charset.forName("windows-1252")));
        Rows rows = Rows.ofBytes(folder, "a.csv", bytes.toByteArray(), Rows.options());
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO", "NAR", "STO");
        assertThat(rows.codes()).containsExactly("text.mixed-encoding");
    }

    @Test
    void understands_words_that_were_encoded_twice() throws Exception {
        String twice =
                new String((HEADINGS + THREE_ROWS).getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        Rows rows = Rows.ofText(folder, twice);
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO", "NAR");
        assertThat(rows.plan.notes()).containsKey("encoding.twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void finds_the_separator(String separator) throws Exception {
        Rows rows = Rows.ofText(folder, (HEADINGS + THREE_ROWS).replace(";", separator));
        assertThat(rows.tally.placed()).isEqualTo(3);
    }

    @Test
    void reads_decimal_commas_and_spaces_between_thousands() throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + "1;Stöld;2026-01-05;;383 642,5;6 439 031,25;Parken\n");
        assertThat(rows.incidents.get(0).x()).isEqualTo(383642.5);
        assertThat(rows.incidents.get(0).y()).isEqualTo(6439031.25);
    }

    @Test
    void finds_headings_below_a_title() throws Exception {
        Rows rows = Rows.ofText(folder, "Anmälda brott 2026;;;\nUttag 2026-03-01\n\n" + HEADINGS + THREE_ROWS);
        assertThat(rows.tally.placed()).isEqualTo(3);
        assertThat(rows.plan.notes()).containsEntry("headings.line", "4");
    }

    @Test
    void does_not_eat_the_first_incident_of_a_file_without_headings() {
        assertThatThrownBy(() -> Rows.ofText(folder, THREE_ROWS))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.no-header"));
    }

    @Test
    void reads_a_file_without_headings_when_told_which_column_is_which() throws Exception {
        ColumnMapping mapping = ColumnMapping.parse(List.of("id=#1", "type=#2", "date=#3", "time=#4", "x=#5", "y=#6"));
        ReadOptions options = new ReadOptions(Crs.SWEREF99_TM, null, mapping, SourceTypes.shipped(), null);
        Rows rows = Rows.ofBytes(folder, "a.csv", THREE_ROWS.getBytes(StandardCharsets.UTF_8), options);
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO", "NAR");
    }

    @Test
    void takes_a_type_that_is_the_same_for_all_rows_from_the_mapping() throws Exception {
        ReadOptions options =
                new ReadOptions(null, null, new ColumnMapping(Map.of("type", "=RAN")), SourceTypes.shipped(), null);
        Rows rows = Rows.ofBytes(
                folder,
                "a.csv",
                "id,x,y,datum\n1,383642,6439031,2026-01-05\n".getBytes(StandardCharsets.UTF_8),
                options);
        assertThat(rows.incidents.get(0).type()).isEqualTo("RAN");
    }

    @Test
    void goes_on_after_a_quotation_mark_that_is_never_closed() throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + "H-0;\"Stöld;2026-01-01;12:00;1;2;x\n" + THREE_ROWS);
        assertThat(rows.tally.placed()).isEqualTo(3);
        assertThat(rows.rejected).extracting(RowProblem::line).containsExactly(2L);
        assertThat(rows.rejected).extracting(RowProblem::code).containsExactly("row.quote");
    }

    @Test
    void counts_lines_of_the_file_across_line_breaks_in_quotes() throws Exception {
        Rows rows = Rows.ofText(
                folder,
                HEADINGS
                        + "H-1;Stöld;2026-01-05;21:30;383642;6439031;\"rad 1\nrad 2; \"\"citat\"\"\"\nH-2;Stöld;2026-01-32;;383642;6439031;x\n");
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 1, 0));
        assertThat(rows.rejected.get(0).line()).isEqualTo(4);
    }

    @Test
    void rejects_totals_repeated_headings_and_short_rows_one_by_one() throws Exception {
        Rows rows = Rows.ofText(
                folder, HEADINGS + THREE_ROWS + HEADINGS + "Summa;3;;;;;\nH-9;Stöld;2026-01-01\n(3 rows affected)\n");
        assertThat(rows.tally.placed()).isEqualTo(3);
        assertThat(rows.rejected)
                .extracting(RowProblem::code)
                .containsExactly("row.headings", "row.total", "row.columns", "row.columns");
    }

    @Test
    void does_not_count_empty_rows() throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + ";;;;;;\n\n" + THREE_ROWS + ";;;;;;\n".repeat(10_000));
        assertThat(rows.tally.rows()).isEqualTo(3);
        assertThat(rows.plan.rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0|0|coordinate.zero
        |6439031|coordinate.missing
        NULL|6439031|coordinate.number
        NaN|6439031|coordinate.number
        1e308|6439031|coordinate.number
        6439031|383642|coordinate.swapped
        -500000|6439031|coordinate.outside
        """)
    void rejects_places_that_are_none(String east, String north, String code) throws Exception {
        String cell = east == null ? "" : east;
        Rows rows = Rows.ofText(folder, HEADINGS + THREE_ROWS + "H-9;Stöld;2026-01-05;;" + cell + ";" + north + ";x\n");
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 0, 1, 0));
        assertThat(rows.rejected.get(0).code()).isEqualTo(code);
        assertThat(rows.rejected.get(0).line()).isEqualTo(5);
    }

    @Test
    void keeps_a_place_far_from_all_others_as_uncertain() throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + THREE_ROWS + "H-9;Stöld;2026-01-05;;674032;6580822;Stockholm\n");
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 1, 0, 0));
        assertThat(rows.incidents.get(3).precision().allowsPointMethods()).isFalse();
        assertThat(rows.codes()).containsExactly("coordinate.far");
    }

    @Test
    void never_takes_label_points_of_municipalities_for_places() throws Exception {
        Rows rows = Rows.ofText(folder, """
                id,datetime,type,location,lat,lon,level
                1,2023-03-20 10:19:26 +01:00,Rån,Malmö,55.604981,13.003822,kommun
                2,2023-03-20 11:04:29 +01:00,Rån,Skåne län,55.990257,13.595769,län
                """);
        assertThat(rows.tally).isEqualTo(new ReadTally(0, 2, 0, 0));
        assertThat(rows.incidents)
                .extracting(Incident::precision)
                .containsExactly(PlacePrecision.MUNICIPALITY, PlacePrecision.COUNTY);
    }

    @Test
    void believes_only_months_in_the_shape_of_data_police_uk() throws Exception {
        Rows rows = Rows.ofText(folder, """
                x,y,timestamp,month,type,lsoa
                606928.03,155168.96,2018-10-15,2018-10,Anti-social behaviour,E01023987
                607133.02,154943.05,2018-10-15,2018-10,Criminal damage and arson,E01023987
                """);
        assertThat(rows.plan.crs()).isEqualTo(new Crs(27700));
        assertThat(rows.plan.monthOnly()).isTrue();
        assertThat(rows.incidents.get(0).time().knowsDay()).isFalse();
        assertThat(TimeSpan.timeOf(rows.incidents.get(0).time().fromMinute())).isEqualTo("2018-10-01T00:00");
        assertThat(TimeSpan.timeOf(rows.incidents.get(0).time().toMinute())).isEqualTo("2018-11-01T00:00");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("ORD", "SKA");
    }

    @Test
    void keeps_a_time_that_is_not_told_untold() throws Exception {
        Rows rows =
                Rows.ofText(folder, HEADINGS + "1;Stöld;2026-01-05;;383642;6439031;x\n2;Stöld;;;383642;6439031;x\n");
        assertThat(rows.incidents.get(0).time().knowsHour()).isFalse();
        assertThat(rows.incidents.get(1).time().isKnown()).isFalse();
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 1, 0, 0));
    }

    @Test
    void keeps_the_whole_interval_of_a_burglary_during_the_holidays() throws Exception {
        Rows rows = Rows.ofText(folder, """
                id;kategori;datum;tid;ost;nord;till_datum;till_tid
                1;Stöld;2026-01-05;21:30;383619.7;6439162.4;2026-01-26;10:00
                """);
        TimeSpan time = rows.incidents.get(0).time();
        assertThat(TimeSpan.timeOf(time.fromMinute())).isEqualTo("2026-01-05T21:30");
        assertThat(TimeSpan.timeOf(time.toMinute())).isEqualTo("2026-01-26T10:01");
    }

    @Test
    void notices_that_the_axes_are_swapped() throws Exception {
        Rows rows = Rows.ofText(folder, "id,x,y,datum\n1,6439031,383642,2026-01-05\n2,6439131,383742,2026-01-05\n");
        assertThat(rows.plan.swapped()).isTrue();
        assertThat(rows.incidents.get(0).x()).isEqualTo(383642);
        Rows degrees = Rows.ofText(folder, "id,lon,lat,datum\n1,58.07,13.02,2026-01-05\n");
        assertThat(degrees.plan.swapped()).isTrue();
        assertThat(degrees.lonLat.get(0)).containsExactly(13.02, 58.07);
    }

    @ParameterizedTest
    @CsvSource({
        "13.0266,58.0786,file.crs-confirm",
        "1336081.3,6442782.7,file.crs-confirm",
        "1450114.5,7983847.1,file.crs-confirm",
        "121801.79,6440036.58,file.crs-confirm",
        "33383620,6439162.4,file.crs-unknown"
    })
    void asks_before_it_believes_a_system_that_is_only_likely(String east, String north, String code) {
        String text = "id;ost;nord;datum\n1;" + east + ";" + north + ";2026-01-05\n";
        assertThatThrownBy(() -> Rows.ofText(folder, text))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void follows_the_system_that_it_is_told() throws Exception {
        byte[] rt90 = "id;ost;nord;datum\n1;1336081.3;6442782.7;2026-01-05\n".getBytes(StandardCharsets.UTF_8);
        Rows rows = Rows.ofBytes(folder, "a.csv", rt90, Rows.in(new Crs(3021)));
        assertThat(rows.lonLat.get(0)[0]).isBetween(13.02, 13.03);
    }

    @Test
    void gives_the_same_keys_whatever_the_order_the_columns_and_the_encoding() throws Exception {
        String plain =
                "kategori;datum;ost;nord\nStöld;2026-01-05;383642;6439031\nStöld;2026-01-05;383642;6439031\nRån;2026-01-05;383642;6439031\n";
        String other =
                "nord,ost,datum,kategori\n6439031,383642,2026-01-05,Rån\n6439031,383642,2026-01-05,Stöld\n6439031,383642,2026-01-05,Stöld\n";
        Rows first = Rows.ofText(folder, plain);
        Rows second = Rows.ofText(folder, other, Charset.forName("windows-1252"));
        assertThat(first.incidents).extracting(Incident::sourceKey).doesNotHaveDuplicates();
        assertThat(second.incidents)
                .extracting(Incident::sourceKey)
                .containsExactlyInAnyOrderElementsOf(
                        first.incidents.stream().map(Incident::sourceKey).toList());
    }

    @Test
    void knows_one_number_with_several_crimes_from_a_contradiction_and_a_repetition() throws Exception {
        Rows rows = Rows.ofText(
                folder,
                "id;kategori;datum;ost;nord\nK1;Stöld;2026-01-05;383642;6439031\nK1;Rån;2026-01-05;383642;6439031\n"
                        + "K1;Rån;2026-01-05;383642;6439031\nK1;Rån;2026-01-09;383642;6439031\n007;Rån;2026-01-09;383642;6439031\n7;Rån;2026-01-09;383642;6439031\n");
        assertThat(rows.tally).isEqualTo(new ReadTally(5, 0, 1, 1));
        assertThat(rows.incidents).hasSize(4);
        assertThat(rows.codes()).containsExactly("id.conflict", "id.repeated", "id.several-types");
    }

    @Test
    void tells_each_unknown_type_once_and_keeps_its_rows() throws Exception {
        Rows rows = Rows.ofText(
                folder,
                "id;kategori;datum;ost;nord\n1;Trolleri;2026-01-05;383642;6439031\n2;Trolleri;2026-01-05;383642;6439031\n");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("OVR", "OVR");
        assertThat(rows.incidents).extracting(Incident::sourceType).containsOnly("Trolleri");
        assertThat(rows.problems).extracting(RowProblem::value).containsExactly("Trolleri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "800101-1234x 19121212-1212",
                "ring anna@example.org",
                "målsägande Kim S",
                "samordningsnr 701063-2391"
            })
    void warns_of_personal_data_in_columns_that_are_not_kept(String text) throws Exception {
        Rows rows = Rows.ofText(folder, HEADINGS + "1;Stöld;2026-01-05;;383642;6439031;" + text + "\n");
        assertThat(rows.codes()).containsExactly("text.personal-data");
        assertThat(rows.tally.placed()).isEqualTo(1);
    }

    @Test
    void recognises_a_survey_and_what_people_answered() throws Exception {
        Rows rows = Rows.ofText(folder, """
                respondent;ost;nord;orsak;mörkt;styrka;datum;trygg
                r1;383642;6439031;Mörkt, buskage;ja;3;2024-03-20;nej
                r1;383742;6439031;Ungdomsgäng;nej;1;2024-03-20;nej
                r2;383742;6439131;;;2;2024-03-21;ja
                """);
        assertThat(rows.plan.kind()).isEqualTo(FileKind.UNSAFE_PLACES);
        assertThat(rows.unsafePlaces).hasSize(3);
        assertThat(rows.unsafePlaces.get(0).reasons().toString())
                .contains("DARK")
                .contains("VEGETATION");
        assertThat(rows.unsafePlaces.get(0).dark()).isTrue();
        assertThat(rows.unsafePlaces.get(0).severity()).isEqualTo(3);
        assertThat(rows.unsafePlaces.get(0).respondent())
                .isEqualTo(rows.unsafePlaces.get(1).respondent())
                .isNotEqualTo(rows.unsafePlaces.get(2).respondent());
        assertThat(rows.unsafePlaces.get(2).safe()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',file.empty",
        "'   \n \t\n',file.empty",
        "<html><body>404</body></html>,file.type.html",
        "%PDF-1.4,file.type.pdf",
        "'gata;ort;datum\nStorgatan;Ljung;2026-01-05\n',file.places-first",
        "'id;ost;nord\n',file.no-rows",
        "'id;ost;nord\n1;0;0\n',file.crs-unknown",
        "'id;ost;nord\n1;383642;6439031;St+APY-ld\n',file.encoding"
    })
    void says_why_nothing_can_be_read(String text, String code) {
        assertThatThrownBy(() -> Rows.ofText(folder, text))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refuses_a_file_that_unpacks_to_a_hundred_times_more_than_real_ones() throws IOException {
        byte[] bomb = gzip((HEADINGS + ";;;;;;\n".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Rows.ofBytes(folder, "a.csv.gz", bomb, Rows.options()))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.gzip-ratio"));
    }

    @Test
    void refuses_a_packed_file_that_was_cut_off() throws IOException {
        byte[] whole = gzip((HEADINGS + THREE_ROWS).getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> Rows.ofBytes(folder, "a.csv.gz", half, Rows.options()))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.gzip"));
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> Rows.ofBytes(folder, "a.csv", noise, Rows.options()))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void takes_out_cells_longer_than_any_cell_should_be() throws Exception {
        Rows rows = Rows.ofText(
                folder, HEADINGS + THREE_ROWS + "H-9;Stöld;2026-01-05;;383642;6439031;" + "x".repeat(1_000_000) + "\n");
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 0, 1, 0));
        assertThat(rows.rejected.get(0).code()).isEqualTo("cell.too-long");
        assertThat(rows.rejected.get(0).value().length()).isLessThanOrEqualTo(RowProblem.MAX_VALUE + 1);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void a_word_that_means_something_else_today_still_brings_the_same_incident() throws Exception {
        byte[] table = "id;x;y;datum;typ\nK1;383351;6439070;2026-03-01;Egen sort\n".getBytes(StandardCharsets.UTF_8);
        Rows before = Rows.ofBytes(folder, "a.csv", table, Rows.options());
        ReadOptions said = new ReadOptions(
                null, null, ColumnMapping.NONE, SourceTypes.shipped().with(Map.of("egen sort", "SKA")), null);
        Rows after = Rows.ofBytes(folder, "b.csv", table, said);
        assertThat(before.incidents.get(0).type()).isEqualTo("OVR");
        assertThat(after.incidents.get(0).type()).isEqualTo("SKA");
        assertThat(after.incidents.get(0).sourceKey())
                .isEqualTo(before.incidents.get(0).sourceKey());
    }
}
