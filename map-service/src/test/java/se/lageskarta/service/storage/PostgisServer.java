package se.lageskarta.service.storage;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL with PostGIS that tests run on, one a JVM: the one named by {@code LAGESKARTA_TEST_DATABASE_URL}, else
 * a container when an engine answers, else a throw-away cluster from this machine's own packages. Without any of
 * these a test fails and says what to install; it is never skipped.
 */
public final class PostgisServer {
    /**
     * A database for one test class.
     *
     * @param url {@code jdbc:postgresql:} address
     * @param user who may create extensions in it
     * @param password that user's password
     */
    public record Database(String url, String user, String password) {}

    private static final String REMEDY = "Tests need PostgreSQL with PostGIS: run .ci/test, or"
            + " apt-get install postgresql-15-postgis-3, or set LAGESKARTA_TEST_DATABASE_URL, or start a container engine.";
    private static final int COMMAND_SECONDS = 60;

    private static Database administration;
    /** The name of one that others are copied from. */
    private static String withPostgis;

    private PostgisServer() {}

    /** A database without a table, in which an administrator has created PostGIS: in a quarter of the time that takes. */
    public static synchronized Database freshDatabase() {
        try {
            if (withPostgis == null) {
                String name = newName();
                create(name, "");
                try (var connection = connect(named(name));
                        var statement = connection.createStatement()) {
                    statement.execute("create extension postgis");
                }
                withPostgis = name;
            }
            String name = newName();
            create(name, " template " + withPostgis);
            return named(name);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(REMEDY, failure);
        }
    }

    /** A database with nothing in it, as the service meets it that creates PostGIS itself. */
    public static synchronized Database emptyDatabase() {
        try {
            String name = newName();
            create(name, "");
            return named(name);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(REMEDY, failure);
        }
    }

    private static String newName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void create(String name, String how) throws IOException, SQLException {
        if (administration == null) {
            administration = start();
        }
        try (var connection = connect(administration);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url, database.user, database.password);
    }

    private static Database named(String name) {
        String url = administration.url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        return new Database(url, administration.user, administration.password);
    }

    private static Database start() throws IOException {
        String given = System.getenv("LAGESKARTA_TEST_DATABASE_URL");
        if (given != null && !given.isBlank()) {
            return new Database(
                    given,
                    System.getenv().getOrDefault("LAGESKARTA_TEST_DATABASE_USER", "postgres"),
                    System.getenv().getOrDefault("LAGESKARTA_TEST_DATABASE_PASSWORD", ""));
        }
        return containerEngineAnswers() ? container() : localCluster();
    }

    private static boolean containerEngineAnswers() {
        String host = System.getenv("DOCKER_HOST");
        String socket = host != null && host.startsWith("unix://") ? host.substring(7) : "/var/run/docker.sock";
        return Files.exists(Path.of(socket));
    }

    private static Database container() {
        String image = System.getenv().getOrDefault("LAGESKARTA_TEST_IMAGE", "postgis/postgis:17-3.5");
        var container = new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.start();
        return new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static Database localCluster() throws IOException {
        Path programs = programs().orElseThrow(() -> new IllegalStateException(REMEDY));
        Path folder = Files.createTempDirectory("lageskarta-postgres-");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        int port = freePort();
        asDatabaseOwner(
                programs + "/initdb",
                "-D",
                folder + "/data",
                "-A",
                "trust",
                "-U",
                "lageskarta",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        asDatabaseOwner(
                programs + "/pg_ctl",
                "-D",
                folder + "/data",
                "-w",
                "-l",
                folder + "/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                        + " -c fsync=off -c full_page_writes=off -c synchronous_commit=off",
                "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(programs, folder)));
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "lageskarta", "");
    }

    /** The newest PostgreSQL that Debian's packages have put on this machine. */
    private static Optional<Path> programs() throws IOException {
        Path root = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(root)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.exists(programs.resolve("initdb")))
                    .max(Comparator.comparingInt(programs ->
                            Integer.parseInt(programs.getParent().getFileName().toString())));
        }
    }

    private static void stop(Path programs, Path folder) {
        try {
            asDatabaseOwner(programs + "/pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");
            run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException failure) {
            System.err.println("The test cluster in " + folder + " could not be removed: " + failure.getMessage());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private static void asDatabaseOwner(String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(List.of(command));
        run(words);
    }

    private static void run(List<String> command) throws IOException {
        // a file, not a pipe: the server inherits it and would keep a pipe open
        Path output = Files.createTempFile("lageskarta-command-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + command, interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
