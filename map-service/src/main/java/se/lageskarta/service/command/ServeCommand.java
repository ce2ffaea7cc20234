package se.lageskarta.service.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Starts the service and the map, and keeps running. */
final class ServeCommand implements Command {
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int HIGHEST_PORT = 65_535;

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
        service.withWeb(arguments, settings);
        return CommandLine.KEEPS_RUNNING;
    }

    private static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port " + text + ": 0–" + HIGHEST_PORT);
        }
        return port;
    }
}
