package se.lageskarta.geo.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text as UTF-8 bytes in one buffer. Not safe for several threads. */
final class JsonBytes {
    private static final int BUFFER_BYTES = 1 << 15;
    /** The most bytes one number or one escaped character takes. */
    private static final int ROOM_BYTES = 32;
    /** 10⁷: one centimetre on the ground. */
    private static final double COORDINATE_SCALE = 1e7;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    private void room(int bytes) throws IOException {
        if (used + bytes > buffer.length) {
            flush();
        }
    }

    /** One ASCII character. */
    void raw(char character) throws IOException {
        room(1);
        buffer[used++] = (byte) character;
    }

    /** ASCII text shorter than the buffer, as it is. */
    void raw(String ascii) throws IOException {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[used++] = (byte) ascii.charAt(i);
        }
    }

    /** Degrees with at most seven decimals, without trailing zeros. */
    void degrees(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("coordinate is " + value + ", but must be finite degrees");
        }
        room(ROOM_BYTES);
        long scaled = Math.round(value * COORDINATE_SCALE);
        if (scaled < 0) {
            buffer[used++] = '-';
            scaled = -scaled;
        }
        whole(scaled / 10_000_000);
        int fraction = (int) (scaled % 10_000_000);
        if (fraction == 0) {
            return;
        }
        buffer[used++] = '.';
        for (int digit = 1_000_000; fraction > 0; digit /= 10) {
            buffer[used++] = (byte) ('0' + fraction / digit);
            fraction %= digit;
        }
    }

    void number(long value) throws IOException {
        room(ROOM_BYTES);
        if (value == Long.MIN_VALUE) {
            raw(Long.toString(value));
            return;
        }
        if (value < 0) {
            buffer[used++] = '-';
        }
        whole(Math.abs(value));
    }

    /** A number as Java writes it; whole numbers without ".0", not-a-number and infinity as null. */
    void number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            raw("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            number((long) value);
        } else {
            raw(Double.toString(value));
        }
    }

    private void whole(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        used += digits;
        int at = used;
        long rest = value;
        for (int i = 0; i < digits; i++) {
            buffer[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** A quoted, escaped string; unpaired surrogates become the replacement character. */
    void text(String text) throws IOException {
        raw('"');
        int length = text.length();
        for (int i = 0; i < length; i++) {
            room(ROOM_BYTES);
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                buffer[used++] = (byte) (0xC0 | c >> 6);
                buffer[used++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                buffer[used++] = (byte) (0xF0 | point >> 18);
                buffer[used++] = (byte) (0x80 | point >> 12 & 0x3F);
                buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
                buffer[used++] = (byte) (0x80 | point & 0x3F);
            } else {
                char written = Character.isSurrogate(c) ? '\uFFFD' : c;
                buffer[used++] = (byte) (0xE0 | written >> 12);
                buffer[used++] = (byte) (0x80 | written >> 6 & 0x3F);
                buffer[used++] = (byte) (0x80 | written & 0x3F);
            }
        }
        raw('"');
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            buffer[used++] = '\\';
            buffer[used++] = (byte) c;
        } else if (c == '\n') {
            buffer[used++] = '\\';
            buffer[used++] = 'n';
        } else if (c < 0x20 || c == '<' || c == 0x7F) {
            // '<' too: the text may end up inside a page's script element
            buffer[used++] = '\\';
            buffer[used++] = 'u';
            buffer[used++] = '0';
            buffer[used++] = '0';
            buffer[used++] = HEX[c >> 4];
            buffer[used++] = HEX[c & 0xF];
        } else {
            buffer[used++] = (byte) c;
        }
    }

    /** Any value a {@link Feature} may hold. */
    void value(@Nullable Object value) throws IOException {
        if (value == null) {
            raw("null");
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue());
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            number(((Number) value).longValue());
        } else if (value instanceof Number number) {
            raw(number.toString());
        } else if (value instanceof Boolean flag) {
            raw(flag ? "true" : "false");
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value instanceof TemporalAccessor || value instanceof Enum<?>) {
            text(value.toString());
        } else {
            array(value);
        }
    }

    private void object(Map<?, ?> map) throws IOException {
        raw('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            raw(separator);
            separator = ",";
            text(String.valueOf(entry.getKey()));
            raw(':');
            value(entry.getValue());
        }
        raw('}');
    }

    private void list(Iterable<?> list) throws IOException {
        raw('[');
        String separator = "";
        for (Object item : list) {
            raw(separator);
            separator = ",";
            value(item);
        }
        raw(']');
    }

    private void array(Object value) throws IOException {
        raw('[');
        if (value instanceof double[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                raw(i == 0 ? "" : ",");
                number(numbers[i]);
            }
        } else if (value instanceof int[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                raw(i == 0 ? "" : ",");
                number(numbers[i]);
            }
        } else if (value instanceof long[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                raw(i == 0 ? "" : ",");
                number(numbers[i]);
            }
        } else if (value instanceof Object[] items) {
            for (int i = 0; i < items.length; i++) {
                raw(i == 0 ? "" : ",");
                value(items[i]);
            }
        } else {
            throw new IllegalArgumentException("value is a " + value.getClass().getName()
                    + ", but must be text, a number, a boolean, a time, or a list, array or map of these");
        }
        raw(']');
    }
}
