package se.lageskarta.service.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FileLayout;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person says about a file, as it is sent and stored: everything may be absent.
 *
 * @param part sheet, layer or file within the file
 * @param encoding such as {@code windows-1252}
 * @param separator {@code ; , |} or a tab, also by the names {@code semicolon comma bar tab}
 * @param headingLine line of the headings, 0 for none
 * @param mapping field to column; an empty column says that the file does not have the field
 * @param crs such as {@code EPSG:3006}
 * @param swapped true when the coordinate named first is north
 * @param kind {@code auto}, {@code incidents}, {@code unsafe-places} or {@code base}
 * @param role layer of the background map
 * @param types word of the source to code of the taxonomy
 * @param dataset name of the dataset
 * @param savedMapping number of a saved mapping whose words hold where nothing else is said here
 */
record SentWishes(
        @Nullable String part,
        @Nullable String encoding,
        @Nullable String separator,
        @Nullable Long headingLine,
        @Nullable Map<String, @Nullable String> mapping,
        @Nullable String crs,
        @Nullable Boolean swapped,
        @Nullable String kind,
        @Nullable String role,
        @Nullable Map<String, @Nullable String> types,
        @Nullable String dataset,
        @Nullable Long savedMapping) {
    static final SentWishes NONE =
            new SentWishes(null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int MAX_BYTES = 256 * 1024;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MAX_WORDS = 2_000;
    private static final long MAX_LINE = 1_000_000;
    private static final Set<String> KINDS = Set.of("auto", "incidents", "unsafe-places", "base");
    private static final Map<String, Character> SEPARATORS =
            Map.of(";", ';', ",", ',', "|", '|', "\t", '\t', "semicolon", ';', "comma", ',', "bar", '|', "tab", '\t');

    /** @throws RefusedRequestException when the body is not what it should be */
    static SentWishes of(HttpServletRequest request, JsonMapper mapper) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new RefusedRequestException(
                    413, List.of(FieldFault.of("body", "", "upload.look-large", MAX_BYTES / 1024)));
        }
        if (body.length == 0) {
            return NONE;
        }
        try {
            SentWishes sent = mapper.readValue(body, SentWishes.class);
            return sent == null ? NONE : sent;
        } catch (JacksonException bad) {
            throw new HttpMessageNotReadableException("body", bad, new ServletServerHttpRequest(request));
        }
    }

    static SentWishes of(FileWishes wishes) {
        FileLayout layout = wishes.layout();
        return new SentWishes(
                layout.part(),
                layout.encoding(),
                layout.separator() == null ? null : String.valueOf(layout.separator()),
                layout.headingLine(),
                wishes.mapping().columns().isEmpty()
                        ? null
                        : new TreeMap<>(wishes.mapping().columns()),
                wishes.crs() == null ? null : wishes.crs().toString(),
                layout.swapped(),
                wishes.kind() == null ? null : wishes.kind().code(),
                wishes.role() == null ? null : wishes.role().code(),
                wishes.types().isEmpty() ? null : new TreeMap<>(wishes.types()),
                wishes.dataset(),
                null);
    }

    /**
     * What it means.
     *
     * @param codes that a word may be given
     * @throws RefusedRequestException naming every part that cannot be understood
     */
    FileWishes read(Set<String> codes) {
        List<FieldFault> faults = new ArrayList<>();
        FileKind fileKind = kind == null || kind.isBlank() || kind.equals("auto")
                ? null
                : read("kind", kind, "import.kind", KINDS.contains(kind) ? FileKind::of : null, faults);
        BaseRole baseRole = text(role) == null ? null : read("role", role, "import.role", BaseRole::of, faults);
        if (baseRole != null && fileKind != null && fileKind != FileKind.BASE) {
            faults.add(FieldFault.of("role", baseRole.code(), "import.role-of-base"));
        }
        Crs system = text(crs) == null ? null : read("crs", crs, "import.crs", Crs::parse, faults);
        FileWishes wishes = new FileWishes(
                text(dataset) == null
                        ? null
                        : ImportOrder.plain(Objects.requireNonNull(dataset), ImportOrder.LONGEST_NAME),
                fileKind,
                baseRole,
                system,
                columns(faults),
                layout(faults),
                words(codes, faults));
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(400, faults);
        }
        return wishes;
    }

    /** The same without words that mean a type that is not there any more. */
    SentWishes without(Set<String> codes) {
        Map<String, @Nullable String> left = new TreeMap<>(Objects.requireNonNullElse(types, Map.of()));
        left.values().removeIf(code -> code == null || !codes.contains(code));
        return new SentWishes(
                part, encoding, separator, headingLine, mapping, crs, swapped, kind, role, left, dataset, null);
    }

    private FileLayout layout(List<FieldFault> faults) {
        String code = text(encoding);
        if (code != null && !FileLayout.ENCODINGS.contains(code)) {
            faults.add(FieldFault.of("encoding", code, "import.encoding", String.join(", ", FileLayout.ENCODINGS)));
            code = null;
        }
        Character between = separator == null || separator.isEmpty() ? null : SEPARATORS.get(separator);
        if (separator != null && !separator.isEmpty() && between == null) {
            faults.add(FieldFault.of("separator", separator, "import.separator"));
        }
        Long line = headingLine;
        if (line != null && (line < 0 || line > MAX_LINE)) {
            faults.add(FieldFault.of("headingLine", String.valueOf(line), "import.heading-line"));
            line = null;
        }
        String chosen = text(part);
        if (chosen != null && chosen.length() > LONGEST_TEXT) {
            faults.add(FieldFault.of("part", chosen, "import.part"));
        }
        return new FileLayout(code, between, line, chosen, swapped);
    }

    private ColumnMapping columns(List<FieldFault> faults) {
        Map<String, String> columns = new HashMap<>();
        if (mapping != null) {
            mapping.forEach((field, column) -> columns.put(field, column == null ? "" : column));
        }
        for (Map.Entry<String, String> column : columns.entrySet()) {
            if (column.getValue().length() > LONGEST_TEXT) {
                faults.add(FieldFault.of("mapping." + column.getKey(), column.getValue(), "import.mapping"));
                return ColumnMapping.NONE;
            }
        }
        try {
            return new ColumnMapping(columns);
        } catch (IllegalArgumentException e) {
            faults.add(FieldFault.of("mapping", String.join(", ", columns.keySet()), "import.mapping"));
            return ColumnMapping.NONE;
        }
    }

    private Map<String, String> words(Set<String> codes, List<FieldFault> faults) {
        Map<String, String> words = new HashMap<>();
        if (types == null) {
            return words;
        }
        for (Map.Entry<String, @Nullable String> word : types.entrySet()) {
            String code = word.getValue();
            boolean tooLong = word.getKey().length() > LONGEST_TEXT;
            if (code == null || !codes.contains(code) || tooLong || words.size() >= MAX_WORDS) {
                faults.add(FieldFault.of(
                        "types." + word.getKey(),
                        String.valueOf(code),
                        "import.types",
                        String.join(", ", new java.util.TreeSet<>(codes))));
                return Map.of();
            }
            words.put(word.getKey(), code);
        }
        return words;
    }

    private static <T> @Nullable T read(
            String field,
            @Nullable String value,
            String code,
            @Nullable Function<String, T> reading,
            List<FieldFault> faults) {
        String text = Objects.requireNonNullElse(value, "").strip();
        try {
            if (reading != null) {
                return reading.apply(text);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        faults.add(FieldFault.of(field, text, code));
        return null;
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
