package se.lageskarta.geo.read;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers exported from ArcGIS Survey123, in CSV or XLSX: known by the columns that it adds to the questions. Its
 * GlobalID is the answer's key, whatever else is called a number; who made or changed the answer is not read at all.
 */
final class Survey123 {
    /** Marks a column that is not read. */
    static final int NOT_READ = -2;

    private static final Set<String> ADDED = Set.of("globalid", "creationdate", "creator", "editdate", "editor");
    private static final Set<String> PERSONS = Set.of("creator", "editor");
    private static final String KEY = "globalid";

    private Survey123() {}

    static boolean isExport(List<String> headings) {
        Set<String> folded = new HashSet<>();
        headings.forEach(heading -> folded.add(Field.fold(heading)));
        folded.retainAll(ADDED);
        return folded.contains(KEY) && folded.size() >= 3;
    }

    /** Headings of the columns that say who made or changed an answer; none for other files. */
    static List<String> persons(List<String> headings) {
        return isExport(headings)
                ? headings.stream()
                        .filter(heading -> PERSONS.contains(Field.fold(heading)))
                        .toList()
                : List.of();
    }

    /** Marks those columns among the fields of columns. */
    static void leaveOutPersons(List<String> headings, int[] fieldOfColumn) {
        List<String> persons = persons(headings);
        for (int i = 0; i < headings.size() && !persons.isEmpty(); i++) {
            if (fieldOfColumn[i] < 0 && persons.contains(headings.get(i))) {
                fieldOfColumn[i] = NOT_READ;
            }
        }
    }

    /** The shape with the answer's own key, unless a person has said what the key is. */
    static TableShape keyed(TableShape shape, ColumnMapping said) {
        if (said.columnOf(Field.ID) != null || !isExport(shape.headings())) {
            return shape;
        }
        String[] folded = shape.headings().stream().map(Field::fold).toArray(String[]::new);
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        columns.putAll(shape.columns());
        columns.put(Field.ID, Arrays.asList(folded).indexOf(KEY));
        return new TableShape(shape.separator(), shape.headingLine(), shape.headings(), columns, shape.constants());
    }
}
