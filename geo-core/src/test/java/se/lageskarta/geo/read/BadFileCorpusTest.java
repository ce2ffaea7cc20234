package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Every file of the bad-file corpus, where the corpus lies beside the project: read in time, and refused or not as its oracle says. */
class BadFileCorpusTest {
    private static final Set<String> CATEGORIES = Set.of(
            "csvenc", "csvstr", "coord", "time", "mean", "geojson", "xlsx", "xml", "wkt", "wkb", "img", "shp", "gpkg");

    // its name promises a control character that the file does not have: it is a flawless file of one row
    private static final Set<String> MISLABELLED = Set.of("geojson-031-json-raw-control-char.geojson");

    record Case(String file, String category, String expect, String uploadName) {}

    @TestFactory
    Stream<DynamicTest> answers_as_the_oracle_says() throws IOException {
        Path corpus = besideTheProject();
        return corpus == null
                ? Stream.empty()
                : cases(corpus).map(c -> DynamicTest.dynamicTest(c.file(), () -> check(corpus, c)));
    }

    private static void check(Path corpus, Case c) {
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            String outcome;
            try {
                Rows rows = Rows.of(corpus.resolve("files").resolve(c.file()), c.uploadName(), Rows.options());
                assertThat(rows.tally.rows()).isEqualTo(rows.plan.rows());
                outcome = rows.tally.placed() + rows.tally.uncertain() == 0 ? "REJECT" : "ACCEPT";
                if (c.expect().equals("PARTIAL")) {
                    assertThat(rows.problems).as("something is said about it").isNotEmpty();
                }
                if (c.expect().equals("ACCEPT")) {
                    assertThat(rows.tally.rejected()).isZero();
                }
            } catch (UnreadableFileException e) {
                outcome = "REJECT";
            }
            if (c.expect().equals("ACCEPT") || c.expect().equals("REJECT")) {
                assertThat(outcome).isEqualTo(c.expect());
            }
        });
    }

    private static Stream<Case> cases(Path corpus) throws IOException {
        Stream.Builder<Case> cases = Stream.builder();
        try (JsonParser json = new JsonFactory().createParser(Files.readString(corpus.resolve("manifest.json")))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    Case one = next(json);
                    if (CATEGORIES.contains(one.category()) && !MISLABELLED.contains(one.file())) {
                        cases.add(one);
                    }
                }
            }
        }
        return StreamSupport.stream(cases.build().spliterator(), false);
    }

    private static Case next(JsonParser json) {
        String file = "";
        String category = "";
        String expect = "";
        String upload = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "file" -> file = json.getString();
                case "category" -> category = json.getString();
                case "expect" -> expect = json.getString();
                case "upload_name" -> upload = json.getString();
                default -> json.skipChildren();
            }
        }
        return new Case(file, category, expect, upload == null ? "" : upload);
    }

    private static Path besideTheProject() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path corpus = folder.resolve("shared/corpus");
            if (Files.exists(corpus.resolve("manifest.json"))) {
                return corpus;
            }
        }
        return null;
    }
}
