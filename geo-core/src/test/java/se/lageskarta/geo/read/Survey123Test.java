package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lageskarta.geo.read.Sheets.number;
import static se.lageskarta.geo.read.Sheets.row;
import static se.lageskarta.geo.read.Sheets.text;
import static se.lageskarta.geo.read.Sheets.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;

class Survey123Test {
    private static final String HEADINGS =
            "ObjectID,GlobalID,Typ av händelse,Diarienr,CreationDate,Creator,EditDate,Editor,x,y\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1/20/2026 8:30:00 PM", "1768937400000", "2026-01-20 20:30"})
    void reads_an_export_with_the_answer_s_own_key_and_without_persons(String date) throws Exception {
        String table = HEADINGS
                + "1,8d3c-1,Klotter,D-1," + date + ",anna@kommun.se," + date + ",anna@kommun.se,13.0221,58.0777\n"
                + "2,8d3c-2,Skadegörelse,D-1," + date + ",bo@kommun.se," + date + ",bo@kommun.se,13.0231,58.0767\n";
        Rows rows = Rows.ofText(folder, table);
        assertThat(rows.tally).isEqualTo(new ReadTally(2, 0, 0, 0));
        assertThat(rows.plan.mapping().columns()).containsEntry("id", "GlobalID");
        assertThat(rows.plan.notes()).containsEntry("survey123.persons", "Creator, Editor");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("KLO", "SKA");
        assertThat(rows.incidents.get(0).time()).isEqualTo(TimeSpan.at(LocalDateTime.of(2026, 1, 20, 20, 30)));
        assertThat(rows.problems).isEmpty();
        Rows edited = Rows.ofText(folder, table.replace(",bo@kommun.se,13", ",eva@kommun.se,13"));
        assertThat(edited.incidents)
                .extracting(Incident::sourceKey)
                .isEqualTo(rows.incidents.stream().map(Incident::sourceKey).toList());
    }

    @Test
    void reads_the_same_export_as_a_workbook() throws Exception {
        Sheets sheets = Sheets.of(texts(1, HEADINGS.strip().split(","))
                        + row(
                                2,
                                number("1"),
                                text("8d3c-1"),
                                text("Klotter,Skadegörelse"),
                                text(""),
                                number("46042.854166666664", 0),
                                text("anna@kommun.se"),
                                number("46042.854166666664", 0),
                                text("anna@kommun.se"),
                                number("13.0221"),
                                number("58.0777")))
                .formats("m/d/yyyy h:mm");
        Rows rows = Rows.ofBytes(folder, "survey.xlsx", sheets.bytes(), Rows.in(null));
        assertThat(rows.incidents).hasSize(rows.unsafePlaces.isEmpty() ? 1 : 0);
        Path file = Files.write(folder.resolve("a.xlsx"), sheets.bytes());
        assertThat(IncidentReader.look(file, "a.xlsx", Rows.options()).recognisedAs())
                .isEqualTo("survey123");
    }

    @ParameterizedTest
    @CsvSource({
        "Känner du dig trygg här?, true",
        "Känns platsen otrygg?, false",
        "Trygg, true",
        "Otrygg, false",
        "Do you feel safe here?, true"
    })
    void a_question_of_safety_says_which_answers_are_safe_places(String question, boolean yesIsSafe) throws Exception {
        String table = "ObjectID,GlobalID,Datum," + question + ",CreationDate,Creator,EditDate,Editor,x,y\n"
                + "1,a-1,1/20/2026 8:30:00 PM,Ja,1/20/2026 8:30:00 PM,,1/20/2026 8:30:00 PM,,13.0221,58.0777\n"
                + "2,a-2,1/20/2026 8:30:00 PM,Nej,1/20/2026 8:30:00 PM,,1/20/2026 8:30:00 PM,,13.0231,58.0767\n";
        Rows rows = Rows.ofBytes(folder, "otrygghet.csv", table.getBytes(StandardCharsets.UTF_8), Rows.in(null));
        assertThat(rows.plan.mapping().columns()).containsEntry("safe", question);
        assertThat(rows.unsafePlaces).extracting(UnsafePlace::safe).containsExactly(yesIsSafe, !yesIsSafe);
    }

    @Test
    void takes_the_first_of_several_choices_and_says_so() throws Exception {
        Rows rows = Rows.ofBytes(
                folder,
                "a.csv",
                (HEADINGS.replace("Typ av händelse", "Typ")
                                + "1,8d3c-1,\"Klotter,Skadegörelse\",D-1,1768937400000,a,1768937400000,a,13.0221,58.0777\n")
                        .getBytes(StandardCharsets.UTF_8),
                Rows.options());
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("KLO");
        assertThat(rows.codes()).containsExactly("type.several");
    }
}
