package se.lageskarta.service.paper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A paper that has been written.
 *
 * @param bytes the whole file
 * @param mediaType what it is
 * @param name of the file, ASCII letters, digits and hyphens with a suffix
 */
public record PaperFile(byte[] bytes, String mediaType, String name) {
    /** Longer names are cut: file systems and mail programs do worse things to them. */
    private static final int MAX_NAME = 80;

    /**
     * The answer that sends it to be saved. Whatever it holds, nothing in it may run or load, should a browser show it.
     */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(bytes);
    }

    /** A file name for words: {@code Lägesbild – oktober 2026} becomes {@code lagesbild-oktober-2026}. */
    static String named(String words, PaperForm form) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
        return (cut.isEmpty() ? "handling" : cut) + "." + form.suffix();
    }
}
