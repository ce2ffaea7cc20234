package se.lageskarta.service.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.PageFiles;

/**
 * The files that the report page is made of, and the worker that keeps them on a phone so that the page opens without
 * a network. The worker's text holds the build of the page's files: when it changes, phones fetch them anew.
 */
@Component
class ReportShell {
    private static final String LIST = "/static/report/shell.txt";
    private static final String WORKER = "/static/report/worker.js";
    private static final String PAGE = "/report";
    private static final String WEBJARS = "/webjars/";

    private final String worker;

    ReportShell(PageFiles pageFiles) {
        // the page names the other files by addresses that carry the build: kept together, they fit each other
        String files = read(LIST)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> "'" + (isOwnPart(file) ? pageFiles.address(file) : file) + "'")
                .collect(Collectors.joining(", "));
        worker = "const SHELL = { version: '" + pageFiles.build() + "', files: [" + files + "] };\n" + read(WORKER);
    }

    /** The worker as JavaScript. */
    String worker() {
        return worker;
    }

    private static boolean isOwnPart(String file) {
        return !file.equals(PAGE) && !file.startsWith(WEBJARS);
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportShell.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
