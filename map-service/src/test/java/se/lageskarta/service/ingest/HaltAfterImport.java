package se.lageskarta.service.ingest;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.service.Lageskarta;

/** A process that imports a file and is gone the moment the import is acknowledged, as if it were killed. */
final class HaltAfterImport {
    private HaltAfterImport() {}

    public static void main(String[] arguments) throws Exception {
        SpringApplication spring = new SpringApplication(Lageskarta.class);
        ConfigurableApplicationContext context =
                spring.run("--spring.main.web-application-type=none", "--lageskarta.data.dir=" + arguments[0]);
        ImportFile imports = context.getBean(ImportFile.class);
        imports.prepare(Path.of(arguments[1]), ImportOrder.of("rader.csv", "test"))
                .carryOut();
        Runtime.getRuntime().halt(137);
    }
}
