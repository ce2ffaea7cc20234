package se.lageskarta.service.command;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.service.storage.DatabaseUnavailableException;

/** Starts the Spring context, with or without the web, and says in plain words why when it cannot. */
final class ServiceStart {
    /** Options that every command with a database knows. */
    static final List<Option> OPTIONS = List.of(
            Option.of("data-dir", "DIR", "mapp för databas och filer. Folder of the database and files"),
            Option.of(
                    "database",
                    "JDBC-URL",
                    "PostgreSQL med PostGIS i stället för den inbyggda. PostgreSQL with PostGIS instead of the embedded"));

    private final Class<?> application;
    private final List<ApplicationListener<?>> listeners;

    /** @param listeners told of the start from its beginning */
    ServiceStart(Class<?> application, ApplicationListener<?>... listeners) {
        this.application = application;
        this.listeners = List.of(listeners);
    }

    /** The whole service; goes on until the process ends. */
    ConfigurableApplicationContext withWeb(Arguments arguments, List<String> settings) {
        return start(WebApplicationType.SERVLET, arguments, settings);
    }

    /** Database and stores, for a command that ends; the caller closes it. */
    ConfigurableApplicationContext withoutWeb(Arguments arguments, List<String> settings) {
        return start(WebApplicationType.NONE, arguments, settings);
    }

    private ConfigurableApplicationContext start(WebApplicationType web, Arguments arguments, List<String> more) {
        List<String> settings = new ArrayList<>(arguments.settings());
        if (arguments.has("data-dir")) {
            settings.add("--lageskarta.data.dir=" + arguments.value("data-dir"));
        }
        if (arguments.has("database")) {
            settings.add("--lageskarta.database.url=" + arguments.value("database"));
        }
        settings.addAll(more);
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(web);
        spring.setRegisterShutdownHook(true);
        listeners.forEach(spring::addListeners);
        try {
            return spring.run(settings.toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailableException unavailable) {
                return new StartFailedException(String.valueOf(unavailable.getMessage()), failure);
            }
            if (cause instanceof PortInUseException port) {
                return new StartFailedException(
                        "Port " + port.getPort() + " används redan; välj en annan med --port. Is in use; choose another"
                                + " with --port.",
                        failure);
            }
            if (cause instanceof ConfigurationPropertiesBindException) {
                return new StartFailedException(
                        "Inställning/setting: " + deepest(cause).getMessage(), failure);
            }
            if (cause instanceof FlywayException || cause instanceof SQLException) {
                return new StartFailedException(database(deepest(cause)), failure);
            }
        }
        return failure;
    }

    /** One line; PostgreSQL puts its hints in more. */
    static String database(Throwable reason) {
        String said = String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
        if (reason instanceof UnknownHostException) {
            said = "Unknown host: " + said;
        }
        return (said.contains("extension \"postgis\"")
                        ? "PostGIS saknas i databasen: låt en administratör köra \"create extension postgis\" i den."
                                + " The database lacks PostGIS: let an administrator run that in it."
                        : "Databasen kan inte användas; se LAGESKARTA_DATABASE_URL, _USER och _PASSWORD. The database"
                                + " cannot be used; see those settings.")
                + " (" + said + ")";
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
