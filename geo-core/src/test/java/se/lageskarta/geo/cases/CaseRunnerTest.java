package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small cases made for this test; their answers can be checked by hand. */
class CaseRunnerTest {
    @TempDir
    Path folder;

    @BeforeEach
    void lay_out_the_folder() throws IOException {
        Files.createDirectories(folder.resolve("expected"));
        Files.createDirectories(folder.resolve("inputs"));
        Files.writeString(folder.resolve("inputs/six.csv"), """
                id,x,y,weight,timestamp
                1,0,0,1,2026-01-01
                2,3,4,1,2026-01-02
                3,6,8,1,2026-01-03T12:00:00
                4,100,0,1,2026-01-01
                5,100,0,4,2026-03-01
                6,300,300,1,2026-01-01
                """);
    }

    @Test
    void answers_without_reading_the_answer() throws IOException {
        write("a", "dbscan", "\"eps\":5,\"minPts\":3", "{\"clusters\":99,\"n\":\"not to be read\"}");
        Path out = folder.resolve("out");
        assertThat(CaseRunner.run(folder, out)).isEmpty();
        assertThat(Files.readString(out.resolve("a.labels.csv")))
                .isEqualTo("id,core,cluster\n1,0,1\n2,1,1\n3,0,1\n4,0,0\n5,0,0\n6,0,0\n");
        assertThat(Files.readString(out.resolve("a.json")))
                .contains("\"clusters\":1", "\"corePoints\":1", "\"noisePoints\":3", "\"borderPoints\":2")
                .doesNotContain("99", "not to be read");
    }

    @Test
    void answers_by_weight_and_by_time() throws IOException {
        write("w", "dbscan-weighted", "\"eps\":5,\"minWeight\":5", "{}");
        write("t", "st-dbscan", "\"eps\":5,\"eps2Days\":1,\"minPts\":2", "{}");
        Path out = folder.resolve("out");
        assertThat(CaseRunner.run(folder, out)).isEmpty();
        assertThat(Files.readString(out.resolve("w.labels.csv")))
                .isEqualTo(
                        "id,core,cluster,weightInEps\n1,0,0,2.0\n2,0,0,3.0\n3,0,0,2.0\n4,1,1,5.0\n5,1,1,5.0\n6,0,0,1.0\n");
        assertThat(Files.readString(out.resolve("t.labels.csv")))
                .isEqualTo("id,core,cluster\n1,1,1\n2,1,1\n3,1,1\n4,0,0\n5,0,0\n6,0,0\n");
    }

    @Test
    void answers_with_a_surface() throws IOException {
        write(
                "k",
                "kde",
                "\"kernel\":\"quartic\",\"bandwidth\":10,\"weights\":true,"
                        + "\"grid\":{\"x0\":299.5,\"y0\":299.5,\"cell\":1,\"nx\":2,\"ny\":1}",
                "{}");
        Path out = folder.resolve("out");
        assertThat(CaseRunner.run(folder, out)).isEmpty();
        String[] values = Files.readString(out.resolve("k.grid.csv")).trim().split(",");
        assertThat(Double.parseDouble(values[0])).isEqualTo(1e6 / 100 * 3 / Math.PI, within(1e-8));
        assertThat(Files.readString(out.resolve("k.json"))).contains("\"argmax\":[0,0]");
    }

    @Test
    void names_the_cases_it_has_no_answer_to_and_goes_on() throws IOException {
        write("b", "unheard of", "\"eps\":5", "{}");
        write("c", "dbscan", "\"eps\":0,\"minPts\":3", "{}");
        write("d", "dbscan", "\"eps\":5,\"minPts\":3", "{}");
        Path out = folder.resolve("out");
        assertThat(CaseRunner.run(folder, out)).isEqualTo(List.of("b", "c"));
        assertThat(Files.readString(out.resolve("c.json"))).contains("epsMetres is 0.0");
        assertThat(out.resolve("d.json")).exists();
    }

    @Test
    void refuses_a_folder_without_cases() {
        assertThatThrownBy(() -> CaseRunner.run(folder.resolve("inputs"), folder.resolve("out")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must hold a folder named expected");
    }

    private void write(String id, String method, String params, String expected) throws IOException {
        Files.writeString(
                folder.resolve("expected/" + id + ".json"),
                "{\"id\":\"" + id + "\",\"method\":\"" + method + "\",\"input\":\"inputs/six.csv\",\"params\":{"
                        + params + "},\"expected\":" + expected + "}");
    }
}
