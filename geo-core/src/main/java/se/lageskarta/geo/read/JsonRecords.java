package se.lageskarta.geo.read;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.GeometryReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The objects of a JSON array, one after the other, each as names with texts: {@code {"location":{"name":"Ljung"}}}
 * says {@code location.name}. Lists of single values become one text with commas; lists of objects are left out.
 */
final class JsonRecords implements AutoCloseable {
    // a record of more names than this is no row of a table
    private static final int MAX_NAMES = 2 * TableShape.MAX_COLUMNS;

    private final JsonParser parser;
    private final Map<String, String> record = new LinkedHashMap<>();
    private final StringBuilder list = new StringBuilder();

    /** @throws UnreadableFileException when this is no array */
    JsonRecords(Reader letters) throws UnreadableFileException {
        parser = GeometryReader.factory().createParser(letters);
        if (token() != JsonToken.START_ARRAY) {
            throw new UnreadableFileException("file.json.records");
        }
    }

    /** True when the text, as far as it goes, begins an array of objects. */
    static boolean begin(String start) {
        int first = notBlank(start, 0);
        int second = notBlank(start, first + 1);
        return first < start.length()
                && start.charAt(first) == '['
                && second < start.length()
                && start.charAt(second) == '{';
    }

    /**
     * Goes to the next object.
     *
     * @return false when there is none
     */
    boolean next() throws UnreadableFileException {
        JsonToken token = token();
        if (token == JsonToken.END_ARRAY) {
            if (token() != null) {
                throw new UnreadableFileException("file.geojson.more-after-end");
            }
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new UnreadableFileException("file.json.records");
        }
        record.clear();
        object("");
        return true;
    }

    /** The object: the same map each time, in the order of the file. */
    Map<String, String> record() {
        return record;
    }

    @Override
    public void close() {
        parser.close();
    }

    private void object(String path) throws UnreadableFileException {
        JsonToken token = token();
        while (token != JsonToken.END_OBJECT) {
            String name = path + parser.currentName();
            token = token();
            if (token == JsonToken.START_OBJECT) {
                object(name + ".");
            } else if (token == JsonToken.START_ARRAY) {
                put(name, array());
            } else if (token != null && token != JsonToken.VALUE_NULL) {
                put(name, text());
            }
            token = token();
        }
    }

    private String array() throws UnreadableFileException {
        list.setLength(0);
        JsonToken token = token();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                skip();
            } else if (token != null && token != JsonToken.VALUE_NULL && list.length() <= CsvGuard.MAX_CELL) {
                list.append(list.isEmpty() ? "" : ",").append(text());
            }
            token = token();
        }
        return list.toString();
    }

    private void put(String name, String text) throws UnreadableFileException {
        if (record.put(name, text) == null && record.size() > MAX_NAMES) {
            throw new UnreadableFileException("file.too-many-columns", Map.of("limit", TableShape.MAX_COLUMNS));
        }
    }

    private @Nullable JsonToken token() throws UnreadableFileException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null && !parser.streamReadContext().inRoot()) {
                throw syntax();
            }
            return token;
        } catch (JacksonException e) {
            throw syntax();
        }
    }

    /** Reading a text to its end may be what tells that it is none. */
    private String text() throws UnreadableFileException {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw syntax();
        }
    }

    private void skip() throws UnreadableFileException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw syntax();
        }
    }

    private static UnreadableFileException syntax() {
        return new UnreadableFileException("file.geojson.syntax", Map.of("column", 0, "line", 0));
    }

    private static int notBlank(String text, int from) {
        int at = from;
        while (at < text.length() && CsvRows.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
