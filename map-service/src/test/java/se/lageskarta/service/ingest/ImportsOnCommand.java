package se.lageskarta.service.ingest;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.Lageskarta;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;

/**
 * A process of the service without its pages that does what it is told line by line: {@code import FILE} answers
 * {@code begins} and then {@code done DUPLICATES}, {@code look DATASET} answers {@code rows VISIBLE STORED RUNNING}. Made
 * to be killed at any moment.
 */
final class ImportsOnCommand {
    private ImportsOnCommand() {}

    /** @param arguments settings of the service */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        List<String> settings = new ArrayList<>(List.of(arguments));
        settings.add("--spring.main.web-application-type=none");
        settings.add("--spring.main.lazy-initialization=true");
        settings.add("--lageskarta.data.demo=false");
        ConfigurableApplicationContext context =
                new SpringApplication(Lageskarta.class).run(settings.toArray(String[]::new));
        // as the service does at start, on every database
        context.getBean(Imports.class).abandonRunning();
        answers.println("ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String word = line.substring(line.indexOf(' ') + 1);
            answers.println(line.startsWith("import ") ? read(context, Path.of(word), answers) : look(context, word));
        }
        context.close();
    }

    private static String read(ConfigurableApplicationContext context, Path file, PrintStream answers)
            throws Exception {
        ImportFile imports = context.getBean(ImportFile.class);
        answers.println("begins");
        ImportRun run = imports.prepare(file, ImportOrder.of(file.getFileName().toString(), "test"))
                .carryOut();
        return "done " + run.counts().duplicates();
    }

    private static String look(ConfigurableApplicationContext context, String dataset) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String of = " from incident i join import_run r on r.id = i.import_id join dataset d on d.id = r.dataset_id"
                + " where d.name = :name";
        long visible = number(jdbc, "select count(distinct i.source_key)" + of + " and r.state = 'complete'", dataset);
        long stored = number(jdbc, "select count(*)" + of, dataset);
        long running = number(
                jdbc,
                "select count(*) from import_run r join dataset d on d.id = r.dataset_id"
                        + " where d.name = :name and r.state = 'running'",
                dataset);
        return "rows " + visible + " " + stored + " " + running;
    }

    private static long number(JdbcClient jdbc, String sql, String dataset) {
        return jdbc.sql(sql).param("name", dataset).query(Long.class).single();
    }
}
