package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.incident.Incident;

/** Offence codes that have meant different things over the years. */
class DatedCodesTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final DatedCode BEFORE = new DatedCode("SKA", LocalDate.of(2015, 1, 1), NEW_YEAR.minusDays(1));
    private static final DatedCode SINCE = new DatedCode("KLO", NEW_YEAR, null);

    @TempDir
    Path folder;

    @Test
    void a_row_is_read_with_what_its_code_meant_on_its_day() throws Exception {
        Rows rows = read("9876;2023-12-31 23:59\n9876;2024-01-01 00:00\n9876;2015-01-01\n9876;2023-12-31\n");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("SKA", "KLO", "SKA", "SKA");
        assertThat(rows.problems).isEmpty();
    }

    @Test
    void a_code_that_meant_nothing_then_is_listed_with_its_line_and_counts_as_other() throws Exception {
        Rows rows = read("9876;2014-12-31\n9876;2024-05-01\n9876;2013-01-01\n");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("OVR", "KLO", "OVR");
        assertThat(rows.problems).extracting(RowProblem::code).containsOnly("type.not-then");
        assertThat(rows.problems).extracting(RowProblem::line).containsExactly(2L, 4L);
        assertThat(rows.problems).extracting(RowProblem::value).containsOnly("9876");
    }

    @Test
    void of_a_row_without_a_day_the_newest_meaning_holds() throws Exception {
        assertThat(read("9876;\n").incidents).extracting(Incident::type).containsExactly("KLO");
    }

    @Test
    void what_is_said_about_all_times_takes_the_place_of_what_was_said_about_some() {
        SourceTypes dated = SourceTypes.shipped().withDated(Map.of("9876", List.of(SINCE, BEFORE)));
        assertThat(dated.periodsOf("98-76")).containsExactly(BEFORE, SINCE);
        assertThat(dated.codeOf("9876")).isEqualTo("KLO");
        SourceTypes always = dated.with(Map.of("9876", "RAN"));
        assertThat(always.periodsOf("9876")).isEmpty();
        assertThat(always.codeOf("9876")).isEqualTo("RAN");
        assertThat(SourceTypes.shipped().periodsOf("9876")).isEmpty();
    }

    @Test
    void an_offence_code_whose_zeros_a_spreadsheet_has_taken_is_the_same_code() {
        SourceTypes types = SourceTypes.shipped().with(Map.of("0801", "INB", "12", "RAN"));
        assertThat(types.codeOf("801")).isEqualTo("INB");
        assertThat(types.codeOf("0801")).isEqualTo("INB");
        assertThat(types.codeOf("12")).as("said as it is").isEqualTo("RAN");
        assertThat(types.codeOf("80")).isNull();
        assertThat(types.codeOf("00801")).isNull();
    }

    @Test
    void periods_overlap_when_they_share_a_day_and_never_end_before_they_begin() {
        assertThat(BEFORE.overlaps(SINCE)).isFalse();
        assertThat(SINCE.overlaps(BEFORE)).isFalse();
        DatedCode sharesADay = new DatedCode("RAN", null, BEFORE.from());
        assertThat(sharesADay.overlaps(BEFORE)).isTrue();
        assertThat(BEFORE.overlaps(sharesADay)).isTrue();
        assertThat(DatedCode.always("RAN").overlaps(SINCE)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new DatedCode("RAN", NEW_YEAR, NEW_YEAR.minusDays(1)));
    }

    @Test
    void the_offence_in_words_is_asked_when_the_code_is_empty_or_not_known() throws Exception {
        String table = "id;x;y;datum;Brottskod;Brott\n"
                + "A;383351;6439070;2024-05-01;0801;Rån\n"
                + "B;383351;6439071;2024-05-01;0999;Cykelstöld\n"
                + "C;383351;6439072;2024-05-01;;Skadegörelse\n"
                + "D;383351;6439073;2024-05-01;0999;Obegripligt\n"
                + "E;383351;6439074;2024-05-01;;\n";
        SourceTypes types = SourceTypes.shipped().with(Map.of("0801", "INB"));
        ReadOptions options = new ReadOptions(null, null, ColumnMapping.NONE, types, null);
        Rows rows = Rows.ofBytes(folder, "polis.csv", table.getBytes(StandardCharsets.UTF_8), options);
        assertThat(rows.plan.mapping().columns())
                .containsEntry("type", "Brottskod")
                .containsEntry("typeWords", "Brott");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("INB", "CYK", "SKA", "OVR", "OVR");
        assertThat(rows.incidents)
                .extracting(Incident::sourceType)
                .containsExactly("0801", "0999", "Skadegörelse", "0999", "");
        assertThat(rows.problems)
                .extracting(problem -> problem.code() + " " + problem.value())
                .containsExactly("type.unknown-by-words 0999", "type.unknown-by-words Obegripligt", "type.missing ");
    }

    @Test
    void a_row_is_the_same_row_whether_or_not_its_offence_is_told_in_words_too() throws Exception {
        byte[] table = "id;x;y;datum;Brottskod;Brott\nB;383351;6439071;2024-05-01;0999;Cykelstöld\n"
                .getBytes(StandardCharsets.UTF_8);
        ColumnMapping without = new ColumnMapping(Map.of("typeWords", ""));
        ReadOptions options = new ReadOptions(null, null, without, SourceTypes.shipped(), null);
        Rows before = Rows.ofBytes(folder, "a.csv", table, options);
        Rows after = Rows.ofBytes(folder, "a.csv", table, Rows.options());
        assertThat(before.incidents.get(0).type()).isEqualTo("OVR");
        assertThat(after.incidents.get(0).type()).isEqualTo("CYK");
        assertThat(after.incidents.get(0).sourceKey())
                .isEqualTo(before.incidents.get(0).sourceKey());
    }

    private Rows read(String rows) throws Exception {
        StringBuilder table = new StringBuilder("x;y;typ;datum\n");
        rows.lines()
                .forEach(line -> table.append("383351;6439070;").append(line).append('\n'));
        SourceTypes types = SourceTypes.shipped().withDated(Map.of("9876", List.of(SINCE, BEFORE)));
        ReadOptions options = new ReadOptions(null, null, ColumnMapping.NONE, types, null);
        return Rows.ofBytes(folder, "a.csv", table.toString().getBytes(StandardCharsets.UTF_8), options);
    }
}
