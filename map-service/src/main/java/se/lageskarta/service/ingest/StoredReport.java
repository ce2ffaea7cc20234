package se.lageskarta.service.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.FilePlan;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept about an import besides its counts and problems. Stored as JSON; every part may be absent in what an
 * older version stored.
 *
 * @param sha256 of the file, hexadecimal
 * @param bytes length of the file
 * @param millis how long it took to read in
 * @param crs system the file's coordinates were in
 * @param crsWhy code of why
 * @param encoding of the file
 * @param mapping field to column
 * @param notes codes of what else was noticed, with what the words need
 * @param problemCounts how many of each code
 * @param unknownTypes words for types that are not known
 * @param code why it failed, when it did
 * @param args what those words need
 */
record StoredReport(
        @Nullable String sha256,
        long bytes,
        long millis,
        @Nullable String crs,
        @Nullable String crsWhy,
        @Nullable String encoding,
        @Nullable Map<String, String> mapping,
        @Nullable Map<String, String> notes,
        @Nullable List<CodeCount> problemCounts,
        @Nullable List<ValueCount> unknownTypes,
        @Nullable String code,
        @Nullable Map<String, Object> args) {
    record CodeCount(String code, long count) {}

    record ValueCount(String value, long count) {}

    // the store takes 200,000 characters; words of types are at most 200 each
    private static final int MAX_UNKNOWN_TYPES = 200;
    private static final int MAX_COLUMN_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static StoredReport of(FilePlan plan, String sha256, long bytes, long millis, Findings findings) {
        return new StoredReport(
                sha256,
                bytes,
                millis,
                plan.crs().toString(),
                plan.crsWhy(),
                plan.encoding(),
                shortened(plan.mapping().columns()),
                plan.notes(),
                findings.countByCode().entrySet().stream()
                        .map(e -> new CodeCount(e.getKey(), e.getValue()))
                        .toList(),
                findings.unknownTypes().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MAX_UNKNOWN_TYPES)
                        .map(e -> new ValueCount(e.getKey(), e.getValue()))
                        .toList(),
                null,
                null);
    }

    StoredReport failed(String why, Map<String, Object> with) {
        return new StoredReport(
                sha256, bytes, millis, crs, crsWhy, encoding, mapping, notes, problemCounts, unknownTypes, why, with);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static StoredReport read(String json) {
        return JSON.readValue(json, StoredReport.class);
    }

    private static Map<String, String> shortened(Map<String, String> columns) {
        Map<String, String> shown = new TreeMap<>();
        columns.forEach(
                (field, column) -> shown.put(field, column.substring(0, Math.min(column.length(), MAX_COLUMN_NAME))));
        return shown;
    }
}
