package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of an answer, as {@code Range: bytes=…} asks for it (RFC 9110 §14). GDAL, and QGIS through it, reads files
 * over HTTP part by part and takes no file whose server cannot. Several parts at once are not offered: the whole
 * answer is sent instead, which the RFC allows.
 *
 * @param from first byte, 0 or more
 * @param to last byte, included; less than {@code from} when the answer has no such part
 * @param length bytes of the whole
 */
public record ByteRange(long from, long to, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The part that a request asks for; empty when it wants the whole, or knows another version of it.
     *
     * @param tag the value of the header ETag
     * @param length bytes of the whole
     */
    public static Optional<ByteRange> asked(HttpServletRequest request, String tag, long length) {
        String range = request.getHeader("Range");
        String version = request.getHeader("If-Range");
        if (range == null || !request.getMethod().equals("GET") || (version != null && !version.equals(tag))) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(range.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return Optional.of(new ByteRange(Math.max(0, length - last), last == 0 ? -1 : length - 1, length));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? length - 1 : Long.parseLong(one.group(2));
        if (to < from && !one.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, Math.min(to, length - 1), length));
    }

    /** Bytes of the part; 0 when the answer has no such part. */
    public long size() {
        return Math.max(0, to - from + 1);
    }

    /** Sets status and headers: 206, or 416 when there is no such part. */
    public void head(HttpServletResponse response) {
        boolean there = size() > 0;
        response.setStatus(
                there
                        ? HttpServletResponse.SC_PARTIAL_CONTENT
                        : HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        response.setHeader("Content-Range", "bytes " + (there ? from + "-" + to : "*") + "/" + length);
        response.setContentLengthLong(size());
    }
}
