package se.lageskarta.service.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.web.Sha256;

/** What the public gets depends on the areas' counts alone. */
class EqualReleasesTest {
    private static final List<String> FILES = List.of(
            "index.html",
            "en.html",
            "embed.html",
            "data.csv",
            "data.geojson",
            "data.json",
            "lagesbild.pdf",
            "karta.png");
    private static final String PLAN = """
            {"slug":"trygghet-2025","title":{"sv":"Trygghet 2025","en":"Safety 2025"},"year":2025,"groups":["damage"],
            "publisher":"Påhittade kommunen","contact":"trygghet@example.se"}""";

    @TempDir
    Path folder;

    @Test
    void two_databases_whose_areas_have_equal_counts_give_equal_bytes_wherever_in_them_things_happened() {
        Map<String, String> one;
        try (RunningService service = RunningService.onH2(folder.resolve("one"))) {
            TownOfHomes.into(service, 0, 0);
            one = files(service);
        }
        Map<String, String> other;
        try (RunningService service = RunningService.onPostgis(folder.resolve("other"))) {
            TownOfHomes.into(service, 7, 4);
            other = files(service);
        }
        assertThat(other).isEqualTo(one);
        assertThat(one.get("data.csv")).isNotEqualTo(one.get("data.json"));
    }

    /** SHA-256 of each file. */
    private static Map<String, String> files(RunningService service) {
        Visitor anna = service.as("communicator");
        HttpResponse<String> begun = anna.send("POST", "/api/publications", PLAN, "Content-Type", "application/json");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String draft = begun.headers().firstValue("Location").orElseThrow();
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            HttpResponse<byte[]> sent = anna.getBytes(draft + "/preview/" + file);
            assertThat(sent.statusCode()).as(file).isEqualTo(200);
            files.put(file, Sha256.of(sent.body()));
        }
        return files;
    }
}
