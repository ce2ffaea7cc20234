package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is ready to be sent, kept the way most clients take it: gzipped once, not once a request. The servlet
 * container compresses nothing that has a strong entity tag, so this does. A part of it is sent uncompressed, as
 * {@link ByteRange} says.
 */
public final class StoredAnswer {
    /** Below this a packet holds it anyway. */
    private static final int GZIP_FROM_BYTES = 1024;
    /** Level 4 takes a third of level 6's time for some 3 % more bytes. */
    private static final int GZIP_LEVEL = 4;

    private final byte[] bytes;
    private final boolean gzipped;
    private final String mediaType;

    private StoredAnswer(byte[] bytes, boolean gzipped, String mediaType) {
        this.bytes = bytes;
        this.gzipped = gzipped;
        this.mediaType = mediaType;
    }

    /** Text, JSON, vector tiles: what gets smaller by compression. */
    public static StoredAnswer of(byte[] content, String mediaType) {
        boolean gzip = content.length >= GZIP_FROM_BYTES;
        return new StoredAnswer(gzip ? gzip(content) : content, gzip, mediaType);
    }

    /** Pictures: what is compressed already. */
    public static StoredAnswer asIs(byte[] content, String mediaType) {
        return new StoredAnswer(content, false, mediaType);
    }

    /** Nothing to show: 204. */
    public static StoredAnswer empty() {
        return new StoredAnswer(new byte[0], false, "");
    }

    /** What it takes in memory, bytes. */
    public int size() {
        return bytes.length;
    }

    /** Sends it with its tag. */
    public void send(HttpServletRequest request, HttpServletResponse response, EntityTag tag, String cacheControl)
            throws IOException {
        boolean part = request.getHeader("Range") != null;
        boolean gzip = gzipped && !part && acceptsGzip(request);
        head(response, tag, gzip, cacheControl);
        if (bytes.length == 0) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        byte[] body = gzipped && !gzip ? gunzip(bytes) : bytes;
        response.setContentType(mediaType);
        response.setHeader("Accept-Ranges", "bytes");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        Optional<ByteRange> range = ByteRange.asked(request, tag.header(false), body.length);
        range.ifPresentOrElse(asked -> asked.head(response), () -> response.setContentLength(body.length));
        try (OutputStream out = response.getOutputStream()) {
            if (range.isEmpty()) {
                out.write(body);
            } else if (range.get().size() > 0) {
                out.write(body, (int) range.get().from(), (int) range.get().size());
            }
        }
    }

    /** Answers 304 when the client has it already. */
    public static boolean sendNotModified(
            HttpServletRequest request, HttpServletResponse response, EntityTag tag, String cacheControl) {
        String known = request.getHeader("If-None-Match");
        if (!tag.isIn(known)) {
            return false;
        }
        head(response, tag, known.contains(tag.header(true)), cacheControl);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private static void head(HttpServletResponse response, EntityTag tag, boolean gzip, String cacheControl) {
        response.setHeader("ETag", tag.header(gzip));
        response.setHeader("Cache-Control", cacheControl);
        response.addHeader("Vary", "Accept-Encoding");
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.split(",")) {
            String[] parts = coding.strip().split(";");
            boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
            if (!refused
                    && (parts[0].strip().equalsIgnoreCase("gzip")
                            || parts[0].strip().equals("*"))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream into = new ByteArrayOutputStream(content.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(into, 8192) {
            {
                def.setLevel(GZIP_LEVEL);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.toByteArray();
    }

    private static byte[] gunzip(byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }
}
