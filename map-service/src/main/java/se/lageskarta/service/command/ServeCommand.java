package se.lageskarta.service.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.service.security.DemoAccounts;
import se.lageskarta.service.security.FirstAdministrator;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.settings.Version;

/** Starts the service and the map, and keeps running. */
final class ServeCommand implements Command {
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int HIGHEST_PORT = 65_535;
    private static final double NANOS_A_SECOND = 1e9;

    private final ServiceStart service;

    ServeCommand(ServiceStart service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "startar kartan (förval). Starts the map (default)";
    }

    @Override
    public String usage() {
        return "serve [--port N] [--data-dir DIR] [--no-demo]";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ServiceStart.OPTIONS);
        options.add(Option.of("port", "N", "port att lyssna på, förval 8080. Port to listen on, default 8080"));
        options.add(Option.flag(
                "no-demo", "ingen påhittad demostad i en tom databas. No invented demo town in an empty database"));
        return options;
    }

    @Override
    public int run(Arguments arguments, Console console) {
        if (!arguments.words().isEmpty()) {
            throw new UsageException("serve tar inga fler ord. Takes no further words: " + arguments.words());
        }
        List<String> settings = new ArrayList<>();
        String port = arguments.value("port");
        if (port != null) {
            settings.add("--server.port=" + port(port));
        }
        if (arguments.has("no-demo")) {
            settings.add("--lageskarta.data.demo=false");
        }
        long begun = System.nanoTime();
        ConfigurableApplicationContext context = service.withWeb(arguments, settings);
        Optional<String> password = context.getBean(FirstAdministrator.class).generatedPassword();
        announce(context, console, password, System.nanoTime() - begun);
        // starting leaves some hundred megabytes of garbage behind; a full collection hands them back to the machine
        System.gc();
        return CommandLine.KEEPS_RUNNING;
    }

    private static void announce(
            ConfigurableApplicationContext context, Console console, Optional<String> password, long nanos) {
        String address = context.getBean(SiteSettings.class).publicUrl();
        if (address.isEmpty()) {
            address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "Lägeskarta %s: %s (%.1f s)%n",
                        Version.current(),
                        address,
                        nanos / NANOS_A_SECOND);
        password.ifPresent(made -> console.out()
                .println(
                        "Administratörens lösenord, visas bara nu. The administrator's password, shown only now: admin / "
                                + made));
        List<String> demo = context.getBean(DemoAccounts.class).announcement();
        if (!demo.isEmpty()) {
            console.out().println("Demokonton, bara från denna dator. Demo accounts, from this machine only:");
            demo.forEach(line -> console.out().println("  " + line));
        }
    }

    private static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port " + text + ": 0–" + HIGHEST_PORT);
        }
        return port;
    }
}
