package se.lageskarta.service.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** What was frozen outlives the process that froze it, byte for byte. */
class PictureAfterRestartTest {
    @TempDir
    Path folder;

    @Test
    void a_frozen_picture_is_the_same_bytes_after_the_service_was_stopped_and_started_again() {
        String address;
        byte[] before;
        try (RunningService first = RunningService.onH2(folder)) {
            InventedEvidence.into(first);
            Visitor eva = first.as("est-member");
            HttpResponse<String> made = eva.send("POST", "/api/pictures", "{}", "Content-Type", "application/json");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            address = "/api/pictures/"
                    + JsonMapper.shared().readTree(made.body()).get("id").asLong();
            before = eva.getBytes(address).body();
        }
        try (RunningService second = RunningService.onH2(folder)) {
            assertThat(second.as("est-member").getBytes(address).body()).isEqualTo(before);
        }
    }
}
