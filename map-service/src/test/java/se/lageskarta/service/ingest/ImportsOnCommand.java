package se.lageskarta.service.ingest;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;

/**
 * A process of the service's rooms that an import goes through, with its own transactions, on several databases, that does what it is told line by line. Lines and
 * answers begin with the number of the database: {@code 0 import FILE} answers {@code 0 begins} and then
 * {@code 0 done DUPLICATES}, {@code 1 look DATASET} answers {@code 1 rows VISIBLE STORED RUNNING}. Each database is served
 * on its own, all at once. Made to be killed at any moment.
 */
final class ImportsOnCommand {
    /** Between the settings for one database and those for the next. */
    static final String NEXT = "next";

    private static final long LONGEST_SECONDS = 60;

    /** What is not asked for in an import is left away: it would be read anew at each start, which is most of a start. */
    @ComponentScan(
            basePackages = {
                "se.lageskarta.service.basemap",
                "se.lageskarta.service.catalogue",
                "se.lageskarta.service.ingest",
                "se.lageskarta.service.register",
                "se.lageskarta.service.storage"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Controller"))
    @ConfigurationPropertiesScan(basePackageClasses = DataSettings.class)
    @EntityScan(basePackageClasses = SavedMapping.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Rooms {}

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
                new SpringApplication(Rooms.class).run(settings.toArray(String[]::new));
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
        Map<Long, String> runs = new HashMap<>();
        jdbc.sql("select r.id, r.state from import_run r join dataset d on d.id = r.dataset_id where d.name = :name")
                .param("name", dataset)
                .query(row -> {
                    runs.put(row.getLong("id"), row.getString("state"));
                });
        Set<Long> keys = new HashSet<>();
        int[] stored = {0};
        if (!runs.isEmpty()) {
            // one look at a table that has no index for this
            jdbc.sql("select import_id, source_key from incident where import_id in (:runs)")
                    .param("runs", runs.keySet())
                    .query(row -> {
                        stored[0]++;
                        if ("complete".equals(runs.get(row.getLong("import_id")))) {
                            keys.add(row.getLong("source_key"));
                        }
                    });
        }
        return "rows " + keys.size() + " " + stored[0] + " " + Collections.frequency(runs.values(), "running");
    }
}
