package se.lageskarta.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.ingest.TakeBack;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadDemoTownTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_installation_gets_the_invented_town_once_and_says_that_it_is_invented() throws Exception {
        try (RunningService service = RunningService.onH2(folder)) {
            LoadDemoTown town = service.part(LoadDemoTown.class);
            town.whenEmpty();
            List<Dataset> datasets = service.part(Datasets.class).all();
            assertThat(datasets).allMatch(Dataset::invented).allMatch(dataset -> dataset.name()
                    .contains("påhittad"));
            assertThat(datasets)
                    .extracting(Dataset::kind)
                    .contains(DatasetKind.INCIDENTS, DatasetKind.UNSAFE_PLACES, DatasetKind.BASE);
            assertThat(datasets)
                    .extracting(Dataset::role)
                    .contains("roads", "buildings", "water", "green", "lamps", "addresses");
            assertThat(datasets)
                    .extracting(Dataset::name)
                    .contains("Lägesby (påhittad): vatten", "Lägesby (påhittad): gångvägar");
            Dataset incidents = datasets.stream()
                    .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                    .findFirst()
                    .orElseThrow();
            assertThat(incidents.extent().rows()).isGreaterThan(1000);
            JsonNode measures = JsonMapper.shared()
                    .readTree(service.as("est-member").get("/api/measures").body());
            assertThat(measures.get("features").size()).isPositive();
            assertThat(left()).isEmpty();
            Visitor coordinator = service.as("est-coordinator");
            JsonNode pictures = JsonMapper.shared()
                    .readTree(coordinator.get("/api/pictures").body())
                    .get("pictures");
            assertThat(pictures.size()).isEqualTo(1);
            assertThat(coordinator
                            .get("/api/pictures/" + pictures.get(0).get("id").asLong())
                            .body())
                    .contains("\"invented\":true");
            assertThat(coordinator.get("/api/meetings").body()).contains("EST-möte (påhittat)");
            assertThat(coordinator.get("/api/follow-ups").body()).contains("Riktad väktarrond nattetid", "Påhittat");

            town.whenEmpty();
            assertThat(service.part(Datasets.class).all()).hasSameSizeAs(datasets);
            datasets.forEach(service.part(TakeBack.class)::dataset);
            town.whenEmpty();
            assertThat(service.part(Datasets.class).all()).isEmpty();
        }
    }

    private List<Path> left() throws Exception {
        try (Stream<Path> uploads = Files.list(folder.resolve("uploads"))) {
            return uploads.toList();
        }
    }
}
