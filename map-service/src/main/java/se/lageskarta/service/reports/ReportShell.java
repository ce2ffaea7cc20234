package se.lageskarta.service.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The files that the report page is made of, and the worker that keeps them on a phone so that the page opens without
 * a network. The worker's text holds a hash of all of them: when one changes, phones fetch them anew.
 */
@Component
class ReportShell {
    private static final String LIST = "/static/report/shell.txt";
    private static final String WORKER = "/static/report/worker.js";
    private static final String PAGE = "/report";
    private static final String WEBJARS = "/webjars/";

    private final List<String> files = new String(read(LIST), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    private final String worker = "const SHELL = { version: '" + version() + "', files: ["
            + files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ")) + "] };\n"
            + new String(read(WORKER), StandardCharsets.UTF_8);

    /** Addresses of the files, in no order that matters. */
    List<String> files() {
        return files;
    }

    /** The worker as JavaScript. */
    String worker() {
        return worker;
    }

    private String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(read(resource(file)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String resource(String address) {
        if (address.equals(PAGE)) {
            return "/static/report.html";
        }
        return address.startsWith(WEBJARS) ? "/META-INF/resources" + address : "/static" + address;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportShell.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
