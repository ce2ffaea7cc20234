package se.lageskarta.service.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a page of ours may load and run (Content-Security-Policy): its own files and nothing else. The one inline
 * script is the import map, which a browser takes only inline; it is allowed by its hash.
 */
@Component
public class PagePolicy {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final String[] PAGES = {"/static/index.html", "/static/login.html", "/static/report.html"};

    private final String directives = "default-src 'self'; script-src 'self'" + hashes() + "; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    public String directives() {
        return directives;
    }

    private static String hashes() {
        Set<String> hashes = new LinkedHashSet<>();
        for (String page : PAGES) {
            Matcher scripts = IMPORT_MAP.matcher(read(page));
            while (scripts.find()) {
                hashes.add(" 'sha256-" + sha256(scripts.group(1)) + "'");
            }
        }
        return String.join("", hashes);
    }

    private static String read(String page) {
        try (InputStream in = PagePolicy.class.getResourceAsStream(page)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
