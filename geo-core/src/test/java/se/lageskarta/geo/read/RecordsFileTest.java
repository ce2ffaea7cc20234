package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

class RecordsFileTest {
    private static final String EVENTS = """
            [{"id":409534,"datetime":"2026-03-20 9:19:26 +01:00","name":"20 mars 10.19, Misshandel, grov, Malmö",
              "summary":"En man har misshandlats.","url":"/aktuellt/handelser/2026/mars/20/","type":"Misshandel, grov",
              "location":{"name":"Malmö","gps":"55.604981,13.003822"}},
             {"id":409538,"datetime":"2026-07-20 11:04:29 +02:00","name":"x","summary":"","url":"/x","type":"Sammanfattning natt",
              "location":{"name":"Västra Götalands län","gps":"58.252793,13.059643"}},
             {"id":409539,"datetime":"2026-07-20 11:05:03 +02:00","name":"y","summary":"","url":"/y","type":"Rån",
              "location":{"name":"Herrljunga","gps":"58.0777,13.0221"}}]
            """;

    @TempDir
    Path folder;

    @Test
    void counts_events_of_the_police_without_ever_taking_a_municipality_for_a_point() throws Exception {
        Rows rows = read("events.json", EVENTS);
        assertThat(rows.plan.format()).isEqualTo("police-events");
        assertThat(rows.tally).isEqualTo(new ReadTally(0, 3, 0, 0));
        assertThat(rows.incidents)
                .extracting(Incident::precision)
                .containsExactly(PlacePrecision.MUNICIPALITY, PlacePrecision.COUNTY, PlacePrecision.MUNICIPALITY);
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("MIS", "OVR", "RAN");
        assertThat(rows.incidents.get(0).time()).isEqualTo(TimeSpan.at(LocalDateTime.of(2026, 3, 20, 9, 19)));
        assertThat(rows.incidents.get(1).time()).isEqualTo(TimeSpan.at(LocalDateTime.of(2026, 7, 20, 11, 4)));
        assertThat(rows.codes()).containsExactly("place.coarse");
    }

    @Test
    void knows_an_event_again_by_its_number() throws Exception {
        Rows first = read("a.json", EVENTS);
        Rows later = read("b.json", EVENTS.replace("En man har misshandlats.", "En man har misshandlats. Uppdaterat."));
        assertThat(later.incidents)
                .extracting(Incident::sourceKey)
                .containsExactlyElementsOf(
                        first.incidents.stream().map(Incident::sourceKey).toList());
    }

    @Test
    void says_whose_export_it_is() throws Exception {
        Path file = Files.writeString(folder.resolve("events.json"), EVENTS);
        FileLook look = IncidentReader.look(file, "events.json", Rows.options());
        assertThat(look.recognisedAs()).isEqualTo("polisen-events");
        assertThat(look.headingLine()).isNull();
        assertThat(look.headings()).startsWith("id", "datetime");
        assertThat(look.firstRows().get(0).line()).isEqualTo(1);
        assertThat(look.blocking()).isNull();
        assertThat(look.plan().mapping().columns())
                .containsAllEntriesOf(
                        Map.of("id", "id", "date", "datetime", "type", "type", "lat", "lat", "lon", "lon"));
    }

    @Test
    void reads_any_list_of_flat_or_nested_objects() throws Exception {
        Rows rows = read(
                "crimes.json",
                "[{\"category\":\"burglary\",\"location\":{\"latitude\":\"51.4\",\"longitude\":\"0.5\",\"street\":{\"id\":7}},"
                        + "\"month\":\"2026-01\",\"persistent_id\":\"abc\",\"tags\":[1,2,{\"a\":3}],\"context\":null}]");
        assertThat(rows.plan.format()).isEqualTo("json");
        assertThat(rows.incidents).extracting(Incident::type).containsExactly("INB");
        assertThat(rows.lonLat.get(0))
                .containsExactly(new double[] {0.5, 51.4}, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void rejects_rows_by_their_number_in_the_list() throws Exception {
        Rows rows = read("a.json", EVENTS.replace("58.0777,13.0221", "okänt").replace("2026-07-20 11:04:29", "aldrig"));
        assertThat(rows.rejected).extracting(RowProblem::line).containsExactlyInAnyOrder(2L, 3L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        []                                                     | file.geojson.expected
        [{}]                                                   | file.no-coordinates
        [{"a":1}]                                              | file.no-coordinates
        [{"id":1,"lat":58.1,"lon":13.1},3]                     | file.json.records
        [{"id":1,"lat":58.1,"lon":13.1}                        | file.geojson.syntax
        [{"id":1,"lat":58.1,"lon":13.1}][]                     | file.geojson.more-after-end
        {"displayFieldName":"","features":[]}                  | file.type.esri-json
        {"type":"Topology","objects":{}}                       | file.type.topojson
        """)
    void says_what_other_lists_are(String text, String code) {
        assertThatThrownBy(() -> read("a.json", text))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Rows read(String name, String text) throws UnreadableFileException {
        return Rows.ofBytes(folder, name, text.getBytes(StandardCharsets.UTF_8), Rows.options());
    }
}
