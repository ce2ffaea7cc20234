package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.geo.read.Sheets.number;
import static se.lageskarta.geo.read.Sheets.row;
import static se.lageskarta.geo.read.Sheets.text;
import static se.lageskarta.geo.read.Sheets.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.TimeSpan;

class XlsxFileTest {
    private static final String[] HEADINGS = {"id", "kategori", "datum", "tid", "ost", "nord", "beskrivning"};
    private static final String HEAD = texts(1, HEADINGS);
    private static final String ROW_2 =
            texts(2, "H-1", "Skadegörelse", "2026-01-05", "21:30", "383642.5", "6439031", "Parken");
    private static final String ROW_3 =
            texts(3, "H-2", "Stöld", "2026-01-17", "14:05", "383801.5", "6438890.2", "Storgatan");

    @TempDir
    Path folder;

    @Test
    void reads_an_ordinary_workbook() throws Exception {
        Rows rows = read(Sheets.of(HEAD + ROW_2 + ROW_3));
        assertThat(rows.plan.format()).isEqualTo("xlsx");
        assertThat(rows.tally).isEqualTo(new ReadTally(2, 0, 0, 0));
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "STO");
        assertThat(rows.incidents.get(0).time()).isEqualTo(TimeSpan.at(LocalDateTime.of(2026, 1, 5, 21, 30)));
        assertThat(rows.incidents.get(0).x()).isEqualTo(383642.5);
    }

    @Test
    void knows_the_same_rows_from_a_text_table() throws Exception {
        String noIds = HEAD.replace("<t>id</t>", "<t>enhet</t>");
        Rows workbook = read(Sheets.of(noIds
                        + row(
                                2,
                                text("H-1"),
                                text("Stöld"),
                                number("46027", 0),
                                number("0.89583333333333337", 1),
                                number("383642.5"),
                                number("6439162.4000000004"),
                                text("Ånäsparken")))
                .formats("yyyy\\-mm\\-dd", "h:mm;@"));
        Rows table = Rows.ofText(
                folder,
                "enhet;kategori;datum;tid;ost;nord;beskrivning\n"
                        + "H-1;Stöld;2026-01-05;21:30;383642.5;6439162.4;Ånäsparken\n");
        assertThat(workbook.incidents.get(0).sourceKey())
                .isEqualTo(table.incidents.get(0).sourceKey());
        assertThat(workbook.incidents.get(0).time())
                .isEqualTo(table.incidents.get(0).time());
    }

    @ParameterizedTest
    @CsvSource({
        "46027, yyyy-mm-dd, 0, 2026-01-05",
        "44565, yyyy-mm-dd, 1, 2026-01-05",
        "46027, General, 0, 2026-01-05",
        "44565, General, 1, 2026-01-05",
        "46027, [$-41D]d mmmm yyyy;@, 0, 2026-01-05",
        "46027, \"dddd \"\"den\"\" d/m yyyy\", 0, 2026-01-05"
    })
    void reads_days_of_both_calendars_with_and_without_a_date_format(
            String number, String format, String date1904, String day) throws Exception {
        Rows rows = read(Sheets.of(HEAD
                        + row(
                                2,
                                text("1"),
                                text("Stöld"),
                                number(number, 0),
                                text(""),
                                number("383642"),
                                number("6439031")))
                .formats(format)
                .properties("<workbookPr date1904=\"" + date1904 + "\"/>"));
        assertThat(rows.incidents.get(0).time()).isEqualTo(TimeSpan.on(LocalDate.parse(day)));
    }

    @Test
    void reads_a_day_with_its_time_and_a_month_as_a_month() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                        + row(
                                2,
                                text("1"),
                                text("Stöld"),
                                number("46027.895833333336", 0),
                                text(""),
                                number("383642"),
                                number("6439031"))
                        + row(
                                3,
                                text("2"),
                                text("Stöld"),
                                number("46023", 1),
                                text(""),
                                number("383642"),
                                number("6439031"))
                        + row(
                                4,
                                text("3"),
                                text("Stöld"),
                                "<c t=\"d\"><v>2026-01-05T21:30:00</v></c>",
                                text(""),
                                number("383642"),
                                number("6439031")))
                .formats("yyyy-mm-dd hh:mm", "mmm yyyy"));
        assertThat(rows.incidents)
                .extracting(Incident::time)
                .containsExactly(
                        TimeSpan.at(LocalDateTime.of(2026, 1, 5, 21, 30)),
                        TimeSpan.in(YearMonth.of(2026, 1)),
                        TimeSpan.at(LocalDateTime.of(2026, 1, 5, 21, 30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e300", "99999999", "0"})
    void rejects_a_number_that_is_no_day_with_the_others_kept(String number) throws Exception {
        Rows rows = read(Sheets.of(HEAD
                        + ROW_2
                        + row(
                                3,
                                text("2"),
                                text("Stöld"),
                                number(number, 0),
                                text(""),
                                number("383642"),
                                number("6439031")))
                .formats("yyyy-mm-dd"));
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 1, 0));
        assertThat(rows.rejected.get(0).field()).isEqualTo("date");
        assertThat(rows.rejected.get(0).line()).isEqualTo(3);
    }

    @Test
    void keeps_every_digit_of_long_numbers_and_the_zeros_that_a_format_shows() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                        + row(
                                2,
                                number("5000123456789012345"),
                                text("Stöld"),
                                text("2026-01-05"),
                                text(""),
                                number("383642"),
                                number("6439031"))
                        + row(
                                3,
                                number("5000123456789012346"),
                                text("Stöld"),
                                text("2026-01-05"),
                                text(""),
                                number("383642"),
                                number("6439031"))
                        + row(
                                4,
                                number("42", 0),
                                text("Stöld"),
                                text("2026-01-05"),
                                text(""),
                                number("383642"),
                                number("6439031"))
                        + row(
                                5,
                                text("00042"),
                                text("Stöld"),
                                text("2026-01-05"),
                                text(""),
                                number("383642"),
                                number("6439031")))
                .formats("00000"));
        assertThat(rows.tally).isEqualTo(new ReadTally(4, 0, 0, 1));
        assertThat(rows.incidents)
                .extracting(Incident::sourceKey)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void reads_shared_texts_in_several_pieces_without_their_pronunciation() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                        + row(
                                2,
                                text("1"),
                                "<c t=\"s\"><v>1</v></c>",
                                text("2026-01-05"),
                                text(""),
                                number("383642"),
                                number("6439031")))
                .sharedTexts("<si><t>x</t></si><si><r><t>Skade</t></r><r><t xml:space=\"preserve\">görelse</t></r>"
                        + "<rPh><t>uttal</t></rPh></si>"));
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA");
    }

    @Test
    void finds_shared_texts_among_millions_of_letters() throws Exception {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 70_000; i++) {
            items.append("<si><t>").append("å".repeat(i % 40)).append(i).append("</t></si>");
        }
        String place = "ö".repeat(9_000);
        items.append("<si><t>Skadegörelse</t></si>");
        for (int i = 0; i < 130; i++) {
            items.append("<si><t>").append(place).append(i).append("</t></si>");
        }
        StringBuilder rows = new StringBuilder(HEAD);
        StringBuilder same = new StringBuilder(HEAD);
        for (int i = 0; i < 130; i++) {
            String[] rest = {
                "<c t=\"s\"><v>70000</v></c>",
                text("2026-01-05"),
                text(""),
                number("383642"),
                number("6439031"),
                "<c t=\"s\"><v>" + (70_001 + i) + "</v></c>"
            };
            int id = 537 * i;
            rows.append(row(i + 2, cells("<c t=\"s\"><v>" + id + "</v></c>", rest)));
            same.append(row(i + 2, cells(text("å".repeat(id % 40) + id), rest)));
        }
        List<Incident> shared = read(Sheets.of(rows.toString()).sharedTexts(items.toString())).incidents;
        assertThat(shared).hasSize(130).allSatisfy(one -> assertThat(one.type()).isEqualTo("SKA"));
        assertThat(shared).isEqualTo(read(Sheets.of(same.toString()).sharedTexts(items.toString())).incidents);
    }

    private static String[] cells(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    @Test
    void resolves_escaped_characters_and_says_that_control_characters_were_there() throws Exception {
        Rows rows = read(Sheets.of(
                HEAD + texts(2, "1", "St_x00F6_ld", "2026-01-05", "", "383642", "6439031", "a_x0000_b_x001F_c")));
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("STO");
        assertThat(rows.codes()).contains("text.control");
    }

    @Test
    void finds_headings_below_a_merged_title_and_skips_totals_and_a_million_empty_rows() throws Exception {
        StringBuilder empty = new StringBuilder();
        for (int i = 7; i < 1_000_000; i += 1) {
            empty.append("<row r=\"").append(i).append("\"/>");
        }
        Rows rows = read(new Sheets()
                .sheet(
                        "Uttag",
                        "",
                        texts(1, "Anmälda brott i Herrljunga")
                                + texts(4, HEADINGS)
                                + ROW_2.replace("r=\"2\"", "r=\"5\"").replaceAll("([A-G])2\"", "$15\"")
                                + texts(6, "Summa", "1")
                                + empty
                                + texts(1_000_000, "H-9", "Rån", "2026-01-17", "14:05", "383801.5", "6438890.2"),
                        "<mergeCells count=\"1\"><mergeCell ref=\"A1:G1\"/></mergeCells>"));
        assertThat(rows.tally).isEqualTo(new ReadTally(2, 0, 1, 0));
        assertThat(rows.plan.notes()).containsEntry("headings.line", "4");
        assertThat(rows.codes()).containsExactly("row.total");
    }

    @Test
    void gives_rows_below_a_merged_cell_its_text() throws Exception {
        Rows rows = read(new Sheets()
                .sheet(
                        "Blad1",
                        "",
                        HEAD
                                + ROW_2
                                + texts(3, "", "Rån", "", "", "383642", "6439031")
                                + texts(4, "H-3", "Rån", "2026-02-01", "", "383642", "6439031"),
                        "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>"));
        assertThat(rows.tally).isEqualTo(new ReadTally(3, 0, 0, 0));
        assertThat(rows.incidents.get(1).time()).isEqualTo(TimeSpan.on(LocalDate.of(2026, 1, 5)));
        assertThat(rows.plan.notes()).containsEntry("xlsx.merged", "2");
    }

    @Test
    void takes_the_sheet_with_the_table_and_tells_of_hidden_ones() throws Exception {
        Sheets sheets = new Sheets()
                .sheet("Läs mig", texts(1, "Det här är ett uttag"))
                .sheet("Koder", "state=\"veryHidden\"", HEAD + ROW_2 + ROW_3, "")
                .sheet("Data", HEAD + ROW_2);
        Rows rows = read(sheets);
        assertThat(rows.tally.placed()).isEqualTo(1);
        assertThat(rows.plan.notes()).containsEntry("xlsx.hidden-sheets", "Koder");
        FileLayout hidden = new FileLayout(null, null, null, "Koder", null);
        Rows chosen =
                Rows.ofBytes(folder, "a.xlsx", sheets.bytes(), Rows.options().with(hidden));
        assertThat(chosen.tally.placed()).isEqualTo(2);
    }

    @Test
    void shows_the_sheets_to_choose_from() throws Exception {
        Path file = java.nio.file.Files.write(
                folder.resolve("a.xlsx"),
                new Sheets()
                        .sheet("Data", HEAD + ROW_2)
                        .sheet("Annat", texts(1, "x"))
                        .bytes());
        FileLook look = IncidentReader.look(file, "a.xlsx", Rows.options());
        assertThat(look.parts())
                .containsExactly(new FileLook.Part("Data", null, true), new FileLook.Part("Annat", null, false));
        assertThat(look.firstRows().get(0).cells()).containsExactly(HEADINGS);
    }

    @Test
    void says_which_sheets_there_are_when_the_one_asked_for_is_not() {
        FileLayout other = new FileLayout(null, null, null, "Blad9", null);
        assertThatThrownBy(() -> Rows.ofBytes(
                        folder,
                        "a.xlsx",
                        Sheets.of(HEAD + ROW_2).bytes(),
                        Rows.options().with(other)))
                .isInstanceOfSatisfying(UnreadableFileException.class, e -> {
                    assertThat(e.code()).isEqualTo("file.part");
                    assertThat(e.args()).containsEntry("parts", "Blad1");
                });
    }

    @Test
    void uses_the_value_that_a_formula_had_and_says_so() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                + row(
                        2,
                        text("1"),
                        "<c t=\"str\"><f>VLOOKUP(A2,[1]Koder!A:B,2)</f><v>Stöld</v></c>",
                        text("2026-01-05"),
                        text(""),
                        "<c><f>A2+383641</f><v>383642</v></c>",
                        number("6439031"))));
        assertThat(rows.tally.placed()).isEqualTo(1);
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("STO");
        assertThat(rows.plan.notes()).containsEntry("xlsx.formulas", "2");
    }

    @Test
    void rejects_a_row_whose_formula_has_no_value_in_the_file() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                + ROW_2
                + row(
                        3,
                        text("2"),
                        text("Stöld"),
                        "<c t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f></c>",
                        text(""),
                        number("383642"),
                        number("6439031"))));
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 1, 0));
        assertThat(rows.rejected.get(0).code()).isEqualTo("cell.formula");
    }

    @Test
    void shows_errors_as_they_stand_and_reads_yes_and_no() throws Exception {
        Rows rows = read(Sheets.of(texts(1, "id", "otrygg", "datum", "ost", "nord")
                + row(2, text("1"), "<c t=\"b\"><v>1</v></c>", text("2026-01-05"), number("383642"), number("6439031"))
                + row(3, text("2"), "<c t=\"b\"><v>0</v></c>", text("2026-01-05"), number("383642"), number("6439031"))
                + row(
                        4,
                        text("3"),
                        "<c t=\"b\"><v>0</v></c>",
                        text("2026-01-05"),
                        "<c t=\"e\"><v>#N/A</v></c>",
                        number("6439031"))));
        assertThat(rows.unsafePlaces).extracting(place -> place.safe()).containsExactly(false, true);
        assertThat(rows.rejected.get(0).value()).isEqualTo("#N/A");
    }

    @Test
    void takes_out_a_row_with_a_cell_longer_than_any_cell_should_be() throws Exception {
        Rows rows = read(Sheets.of(HEAD + ROW_2 + texts(3, "1", "x".repeat(1_000_000), "2026-01-05")));
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 1, 0));
        assertThat(rows.rejected.get(0).code()).isEqualTo("cell.too-long");
    }

    @Test
    void tells_of_hidden_rows_and_of_personal_data_in_free_text() throws Exception {
        Rows rows = read(Sheets.of(
                HEAD + ROW_2.replace("<row ", "<row hidden=\"1\" ").replace("Parken", "ring anna@example.com idag")));
        assertThat(rows.tally.placed()).isEqualTo(1);
        assertThat(rows.plan.notes()).containsEntry("xlsx.hidden-rows", "1");
        assertThat(rows.codes()).contains("text.personal-data");
    }

    @Test
    void counts_rows_and_columns_itself_when_the_cells_have_no_references() throws Exception {
        String bare = (HEAD + ROW_2).replaceAll(" r=\"[A-Z]*[0-9]+\"", "");
        assertThat(read(Sheets.of(bare)).tally.placed()).isEqualTo(1);
    }

    @Test
    void reads_a_sheet_in_UTF_16_and_in_the_strict_form() throws Exception {
        Sheets wide = Sheets.of("");
        wide.with(
                "xl/worksheets/sheet1.xml",
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>" + HEAD + ROW_2
                        + "</sheetData></worksheet>",
                StandardCharsets.UTF_16LE);
        assertThat(read(wide).tally.placed()).isEqualTo(1);
        Sheets strict = Sheets.of("");
        strict.with(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                        + (HEAD + ROW_2).replaceAll("<(/?)([a-z])", "<$1x:$2")
                        + "</x:sheetData></x:worksheet>");
        assertThat(read(strict).tally.placed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <row r="2147483648"><c r="A2"><v>1</v></c></row>   | file.xlsx-cell
        <row r="1048577"><c><v>1</v></c></row>             | file.xlsx-cell
        <row r="0"><c><v>1</v></c></row>                   | file.xlsx-cell
        <row r="1"><c><v>1</v></c></row>                   | file.xlsx-cell
        <row r="2"><c r="XFE2"><v>1</v></c></row>          | file.xlsx-cell
        <row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>     | file.xlsx-cell
        <row r="2"><c r="A3"><v>1</v></c></row>            | file.xlsx-cell
        <row r="2"><c r="2"><v>1</v></c></row>             | file.xlsx-cell
        <row r="2"><c r="B2"><v>1</v></c><c r="A2"/></row> | file.xlsx-cell
        <row r="2"><c r="A2"><v>1</c></row>                | file.xlsx-xml
        <row r="2"><c r="A2"><v>&x;</v></c></row>          | file.xlsx-xml
        """)
    void refuses_sheets_that_no_program_writes(String rows, String code) {
        assertRefused(Sheets.of(HEAD + rows).bytes(), code);
    }

    @Test
    void fetches_nothing_and_expands_nothing() {
        String sheet = "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/x\"> %a;]><worksheet><sheetData>" + HEAD
                + ROW_2 + "</sheetData></worksheet>";
        assertRefused(Sheets.of("").with("xl/worksheets/sheet1.xml", sheet).bytes(), "file.xlsx-dtd");
        assertRefused(
                Sheets.of(HEAD + ROW_2)
                        .with("xl/workbook.xml", "<!DOCTYPE x []><workbook/>")
                        .bytes(),
                "file.xlsx-dtd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<a b=\"%s\"/>", "<!--%s-->", "<?a %s?>", "<a %s/>", "<%s/>", "<a b='>%s'/>", "<![CDATA[%s]]>"})
    void does_not_take_a_long_tag_into_memory(String markup) {
        String sheet = Sheets.of(HEAD + ROW_2).toString() + markup.formatted("x".repeat(300_000));
        assertRefused(
                new Sheets()
                        .sheet("Blad1", "", HEAD + ROW_2, sheet.substring(sheet.indexOf('<')))
                        .bytes(),
                "file.xlsx-xml");
    }

    @Test
    void does_not_follow_nesting_or_invented_names_without_end() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        assertRefused(
                new Sheets().sheet("Blad1", "", HEAD + ROW_2, names.toString()).bytes(), "file.xlsx-xml");
        assertRefused(
                new Sheets()
                        .sheet("Blad1", "", HEAD + ROW_2, "<a>".repeat(100) + "</a>".repeat(100))
                        .bytes(),
                "file.xlsx-xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"})
    void refuses_a_workbook_that_lacks_a_part(String part) {
        assertRefused(Sheets.of(HEAD + ROW_2).bytes(part), "file.xlsx-parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/styles.xml", "xl/sharedStrings.xml"})
    void reads_a_workbook_that_promises_styles_or_shared_texts_and_lacks_them(String part) throws Exception {
        byte[] workbook = Sheets.of(HEAD + ROW_2)
                .formats("0")
                .sharedTexts("<si><t>x</t></si>")
                .bytes(part);
        Rows rows = Rows.ofBytes(folder, "a.xlsx", workbook, Rows.options());
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 0, 0));
    }

    @Test
    void refuses_a_workbook_whose_cells_point_at_shared_texts_that_are_nowhere() {
        String pointing = ROW_2.replace(text("H-1").replace("<c", "<c r=\"A2\""), "<c r=\"A2\" t=\"s\"><v>0</v></c>");
        assertThat(pointing).isNotEqualTo(ROW_2);
        assertRefused(Sheets.of(HEAD + pointing).bytes(), "file.xlsx-parts");
    }

    @Test
    void reads_a_workbook_of_nothing_but_its_sheet_as_small_programs_write_them() throws Exception {
        String bare = (HEAD + ROW_2).replaceAll(" r=\"[A-Z]*[0-9]+\"", "");
        Rows rows = read(Sheets.of(bare)
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                                + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
                                + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        assertThat(rows.tally).isEqualTo(new ReadTally(1, 0, 0, 0));
        assertThat(rows.incidents.get(0).type()).isEqualTo("SKA");
    }

    @Test
    void follows_no_link_out_of_the_workbook() throws Exception {
        byte[] linked = Sheets.of(HEAD + ROW_2)
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                                + "/relationships/worksheet\" Target=\"http://127.0.0.1:9/x.xml\""
                                + " TargetMode=\"External\"/></Relationships>")
                .bytes();
        assertRefused(linked, "file.xlsx-parts");
        byte[] climbing = Sheets.of(HEAD + ROW_2)
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                                + "/relationships/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>")
                .bytes();
        assertRefused(climbing, "file.xlsx-parts");
    }

    @Test
    void refuses_macros_binary_workbooks_and_documents_by_what_they_are() {
        assertRefused(Sheets.of(HEAD + ROW_2).with("xl/vbaProject.bin", "x").bytes(), "file.type.macro");
        assertRefused(Sheets.of(HEAD + ROW_2).with("xl/workbook.bin", "x").bytes(), "file.type.xlsb");
        assertRefused(Sheets.of("").with("word/document.xml", "x").bytes(), "file.type.word");
    }

    @Test
    void a_stray_note_far_to_the_right_does_not_cost_the_row() throws Exception {
        Rows rows = read(Sheets.of(HEAD
                + ROW_2.replace("</row>", "<c r=\"XFD2\"><v>1</v></c></row>")
                + ROW_3.replace("</row>", "<c r=\"I3\"><v>1</v></c></row>")));
        assertThat(rows.tally.placed()).isEqualTo(2);
        assertThat(rows.codes()).containsExactly("row.extra-cells");
    }

    private Rows read(Sheets sheets) throws UnreadableFileException {
        return Rows.ofBytes(folder, "a.xlsx", sheets.bytes(), Rows.options());
    }

    private void assertRefused(byte[] workbook, String code) {
        assertThatThrownBy(() -> Rows.ofBytes(folder, "a.xlsx", workbook, Rows.options()))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
