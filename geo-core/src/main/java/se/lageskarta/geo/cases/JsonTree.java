package se.lageskarta.geo.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Small JSON files as maps, lists, texts, numbers and booleans. */
final class JsonTree {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTree() {}

    /** An object's members; those not wanted are passed over without being read. */
    static Map<String, Object> readMembers(Path file, Set<String> wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file + " begins with " + parser.currentToken() + ", but must be an object");
            }
            return members(parser, wanted::contains);
        }
    }

    /**
     * What is asked inside a member that holds questions beside their answers: of objects at any depth the
     * members whose name is wanted and, emptied, those that hold others; of lists the same for their elements.
     * The rest is passed over without being read.
     */
    static @Nullable Object readQuestions(Path file, String member, Set<String> wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(member)) {
                    return questions(parser, wanted);
                }
                parser.skipChildren();
            }
            return null;
        }
    }

    private static @Nullable Object questions(JsonParser parser, Set<String> wanted) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Object element = questions(parser, wanted);
                if (element != null) {
                    elements.add(element);
                }
            }
            return elements;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = wanted.contains(name) ? value(parser) : questions(parser, wanted);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    static void write(Path file, Map<String, ?> tree) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            writeValue(json, tree);
        }
    }

    private static Map<String, Object> members(JsonParser parser, Predicate<String> wanted) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (wanted.test(name)) {
                Object value = value(parser);
                if (value != null) {
                    members.put(name, value);
                }
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, name -> true);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static List<Object> elements(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser);
            if (value != null) {
                elements.add(value);
            }
        }
        return elements;
    }

    /** A number that is none, or infinite, is written as null. */
    private static void writeValue(JsonGenerator json, @Nullable Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            members.forEach((name, member) -> {
                json.writeName(String.valueOf(name));
                writeValue(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> elements) {
            json.writeStartArray();
            elements.forEach(element -> writeValue(json, element));
            json.writeEndArray();
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
