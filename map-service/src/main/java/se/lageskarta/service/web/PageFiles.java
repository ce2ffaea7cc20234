package se.lageskarta.service.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Where the files that the page is made of lie (sidans filer): below {@code /assets/} and a name made of the contents of
 * all of them. What such an address gives never changes, so a browser keeps it and asks for nothing but the page and the
 * data when somebody comes back; when a file changes, all get new addresses. One name for the whole tree and not one a
 * file: modules import each other by relative addresses, which then hold as they are written.
 */
@Component
public class PageFiles {
    /** Where the files lie whose addresses carry the build. */
    public static final String ROOT = "/assets/";

    private static final String FILES = "static/";
    private static final int NAME_LENGTH = 16;
    /** In a page: the start of an attribute that names one of the files. */
    private static final Pattern NAMED =
            Pattern.compile("((?:href|src)=\")(?=(" + String.join("|", StaticPages.OWN_FOLDERS) + "))");

    private final String build;

    PageFiles() {
        this.build = OfThisJar.BUILD;
    }

    /** @param files address below the root of the page, and content */
    PageFiles(Map<String, byte[]> files) {
        this.build = nameOf(new TreeMap<>(files));
    }

    /** Read once a process: some three megabytes that cannot change while it runs. */
    private static final class OfThisJar {
        static final String BUILD = nameOf(read());
    }

    /** 16 hexadecimal digits of a SHA-256 over addresses and contents: the same on every machine. */
    public String build() {
        return build;
    }

    /** The lasting address of a file, say {@code /styles/base.css}. */
    public String address(String file) {
        return ROOT + build + file;
    }

    /** A page whose {@code href} and {@code src} lead to the lasting addresses. */
    public String in(String page) {
        return NAMED.matcher(page).replaceAll("$1" + ROOT + build);
    }

    private static String nameOf(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((address, content) -> {
                digest.update((address + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FILES + "**/*.*")) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf('/' + FILES) + FILES.length()), file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
