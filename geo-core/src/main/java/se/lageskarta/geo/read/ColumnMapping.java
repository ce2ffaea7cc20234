package se.lageskarta.geo.read;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what.
 *
 * @param columns field to column: the column's heading, {@code #3} for the third column of a file without headings,
 *     or {@code =RAN} for the same text in every row. Fields are {@code id, x, y, lon, lat, date, time, toDate, toTime,
 *     month, type, weight, precision, severity, reasons, dark, respondent, safe, radius, name, kind}
 */
public record ColumnMapping(Map<String, String> columns) {
    /** Nothing said: the columns are recognised by their headings. */
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    public ColumnMapping {
        for (String field : columns.keySet()) {
            if (Field.ofOrNull(field) == null) {
                throw new IllegalArgumentException("mapping names the field '" + field + "', but must be one of "
                        + String.join(", ", Field.mappingNames()));
            }
        }
        columns = Map.copyOf(columns);
    }

    /**
     * Reads {@code type=Brottskod}.
     *
     * @throws IllegalArgumentException when there is no {@code =} or no such field
     */
    public static ColumnMapping parse(Iterable<String> pairs) {
        Map<String, String> columns = new TreeMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("mapping is '" + pair + "', but must be field=column");
            }
            columns.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return new ColumnMapping(columns);
    }

    /** The fields that something is said about. */
    Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (columns.containsKey(field.mappingName())) {
                fields.add(field);
            }
        }
        return fields;
    }

    @Nullable
    String columnOf(Field field) {
        return columns.get(field.mappingName());
    }
}
