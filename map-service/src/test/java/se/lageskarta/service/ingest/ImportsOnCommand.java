package se.lageskarta.service.ingest;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.Lageskarta;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;

/**
 * A process of the service without its pages, on several databases, that does what it is told line by line. Lines and
 * answers begin with the number of the database: {@code 0 import FILE} answers {@code 0 begins} and then
 * {@code 0 done DUPLICATES}, {@code 1 look DATASET} answers {@code 1 rows VISIBLE STORED RUNNING}. Each database is served
 * on its own, all at once. Made to be killed at any moment.
 */
final class ImportsOnCommand {
    /** Between the settings for one database and those for the next. */
    static final String NEXT = "next";

    private static final long LONGEST_SECONDS = 60;

    private ImportsOnCommand() {}

    /** @param arguments settings of the service for each database */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        List<ExecutorService> workers = new ArrayList<>();
        for (String settings : String.join("\n", arguments).split("\n" + NEXT + "\n")) {
            contexts.add(start(List.of(settings.split("\n"))));
            workers.add(Executors.newSingleThreadExecutor());
        }
        answers.println("ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 3);
            int number = Integer.parseInt(words[0]);
            workers.get(number).submit(() -> {
                obey(contexts.get(number), words, answers);
                return null;
            });
        }
        for (ExecutorService worker : workers) {
            worker.shutdown();
            worker.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        contexts.forEach(ConfigurableApplicationContext::close);
    }

    private static ConfigurableApplicationContext start(List<String> given) {
        List<String> settings = new ArrayList<>(given);
        settings.add("--spring.main.web-application-type=none");
        settings.add("--spring.main.lazy-initialization=true");
        settings.add("--lageskarta.data.demo=false");
        ConfigurableApplicationContext context =
                new SpringApplication(Lageskarta.class).run(settings.toArray(String[]::new));
        // as the service does at start, on every database
        context.getBean(Imports.class).abandonRunning();
        return context;
    }

    private static void obey(ConfigurableApplicationContext context, String[] words, PrintStream answers) {
        String number = words[0] + " ";
        try {
            answers.println(number
                    + (words[1].equals("import")
                            ? read(context, Path.of(words[2]), number, answers)
                            : look(context, words[2])));
        } catch (Exception failure) {
            failure.printStackTrace();
            answers.println(number + "failed " + failure);
        }
    }

    private static String read(ConfigurableApplicationContext context, Path file, String number, PrintStream answers)
            throws Exception {
        ImportFile imports = context.getBean(ImportFile.class);
        answers.println(number + "begins");
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
