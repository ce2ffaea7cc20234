package se.lageskarta.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.service.security.DemoAccounts;
import se.lageskarta.service.storage.PostgisServer;

/** The whole service on a free port, with one account for each role and without the demo town. */
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext spring;
    private final Map<String, String> passwords = new HashMap<>();

    private RunningService(List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of("--server.port=0", "--lageskarta.data.demo=false"));
        spring = new SpringApplication(Lageskarta.class, QuickHashes.class).run(all.toArray(String[]::new));
        DemoAccounts accounts = spring.getBean(DemoAccounts.class);
        accounts.create();
        for (String line : accounts.announcement()) {
            String[] parts = line.split(": | / ");
            passwords.put(parts[0], parts[2]);
        }
    }

    /** On the embedded database. */
    public static RunningService onH2(Path folder) {
        return new RunningService(List.of("--lageskarta.data.dir=" + folder));
    }

    /** On PostgreSQL with PostGIS, in a database of its own. */
    public static RunningService onPostgis(Path folder) {
        PostgisServer.Database fresh = PostgisServer.freshDatabase();
        return new RunningService(List.of(
                "--lageskarta.data.dir=" + folder,
                "--lageskarta.database.url=" + fresh.url(),
                "--lageskarta.database.user=" + fresh.user(),
                "--lageskarta.database.password=" + fresh.password()));
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port"));
    }

    /** Someone with a role, logged in as a browser is. */
    public Visitor as(String role) {
        return new Visitor(address()).logIn("demo-" + role, passwords.get(role));
    }

    /** The password of the account with a role, for what is asked for it once more. */
    public String password(String role) {
        return passwords.get(role);
    }

    /** Someone who is not logged in. */
    public Visitor stranger() {
        return new Visitor(address());
    }

    /** A part of the service, for what a test must prepare. */
    public <T> T part(Class<T> type) {
        return spring.getBean(type);
    }

    @Override
    public void close() {
        spring.close();
    }
}
