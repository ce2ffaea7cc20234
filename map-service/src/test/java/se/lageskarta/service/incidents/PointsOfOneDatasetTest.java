package se.lageskarta.service.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.IncidentLoad;
import se.lageskarta.service.storage.NewDataset;

/** The map shows the points of the datasets asked about and no others, also after others have come and gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointsOfOneDatasetTest {
    private static final double X = 383_000;
    private static final double OTHER_X = 420_000;
    private static final double Y = 6_439_000;
    private static final int ROWS = 7;

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor member;
    private int renamed;

    @BeforeAll
    void open() {
        service = RunningService.onH2(folder);
        member = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @AfterEach
    void takeAllBack() {
        Imports imports = service.part(Imports.class);
        for (Dataset dataset : service.part(Datasets.class).all()) {
            imports.completeOf(dataset.id()).forEach(run -> imports.withdraw(run.id()));
        }
    }

    @Test
    void points_of_a_dataset_that_comes_later_do_not_show_in_a_question_about_another() {
        Dataset asked = dataset("den ena");
        load(asked, X);
        assertThat(statusAt(X, 12, asked)).isEqualTo(200);

        load(dataset("den andra"), OTHER_X);

        assertThat(statusAt(OTHER_X, 12, asked)).isEqualTo(204);
        assertThat(statusAt(X, 13, asked)).isEqualTo(200);
    }

    @Test
    void points_stay_where_they_are_when_a_dataset_that_came_before_them_is_taken_back() {
        ImportRun earlier = load(dataset("tidigare"), OTHER_X);
        Dataset asked = dataset("senare");
        load(asked, X);
        assertThat(statusAt(X, 12, asked)).isEqualTo(200);

        service.part(Imports.class).withdraw(earlier.id());

        assertThat(statusAt(X, 13, asked)).isEqualTo(200);
    }

    @Test
    void a_list_and_a_file_read_again_name_types_as_they_are_called_now() {
        Dataset asked = dataset("med namn");
        load(asked, X);
        for (String address : List.of("/api/incidents", "/data/incidents.csv")) {
            String list = address + "?datasets=" + asked.id();
            HttpResponse<String> before = member.get(list);
            String name = "Skada (" + address.length() + ")";

            rename(name);

            HttpResponse<String> after = member.get(list, "If-None-Match", tag(before));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.body()).contains(name);
            assertThat(member.get(list, "If-None-Match", tag(after)).statusCode())
                    .isEqualTo(304);
        }
    }

    private void rename(String name) {
        String body = "{\"class\":\"C\",\"nameSv\":\"" + name + "\",\"colour\":\"#7b3fa0\",\"kind\":\"crime\"}";
        HttpResponse<String> saved = service.as("est-coordinator")
                .send(
                        "PUT",
                        "/api/types/SKA",
                        body,
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"v" + renamed++ + "\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** 204 for a tile without any point. */
    private int statusAt(double x, int zoom, Dataset asked) {
        LonLat place = Projection.of(Crs.SWEREF99_TM).toLonLat(x, Y);
        double side = 1 << zoom;
        String tile = "/tiles/incidents/" + zoom + "/" + (int) (WebMercator.x(place.lon()) * side) + "/"
                + (int) (WebMercator.y(place.lat()) * side) + ".mvt?datasets=" + asked.id();
        return member.getBytes(tile).statusCode();
    }

    private Dataset dataset(String name) {
        return service.part(Datasets.class)
                .create(new NewDataset(
                        name, DatasetKind.INCIDENTS, null, Crs.SWEREF99_TM, "Test", "invented for a test", true));
    }

    private ImportRun load(Dataset dataset, double x) {
        Imports imports = service.part(Imports.class);
        ImportRun run = imports.start(dataset.id(), "fil.csv", "test");
        try (IncidentLoad load = service.part(IncidentFacts.class).load(run.id(), dataset.crs())) {
            for (int i = 0; i < ROWS; i++) {
                load.add(new Incident(
                        0,
                        0,
                        dataset.id() * ROWS + i,
                        x + i,
                        Y,
                        PlacePrecision.ADDRESS,
                        TimeSpan.on(LocalDate.of(2026, 1, 1 + i)),
                        "SKA",
                        "",
                        1));
            }
        }
        return imports.complete(run.id(), new ImportCounts(ROWS, ROWS, 0, 0, 0), "{}", List.of());
    }
}
