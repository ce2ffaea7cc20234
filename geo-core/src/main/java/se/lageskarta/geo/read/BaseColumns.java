package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else the rows of a table say that is a layer of the background map: house numbers, lamps, households. Tables are
 * read by fields; fields that such a layer has no use for, dates among them, carry the other columns, at most as many
 * as there are.
 */
final class BaseColumns {
    private static final Set<Field> OWN =
            EnumSet.of(Field.X, Field.Y, Field.LON, Field.LAT, Field.NAME, Field.KIND, Field.TYPE);
    private static final Set<Field> COORDINATES = EnumSet.of(Field.X, Field.Y, Field.LON, Field.LAT);
    private static final int LONGEST_ATTRIBUTE = 200;

    private final TableShape shape;
    private final Map<Field, String> headings = new EnumMap<>(Field.class);
    private final BaseWords words;
    private final TableRow row = new TableRow();

    BaseColumns(FilePlan plan) {
        TableShape recognised = plan.recognised().shape;
        words = new BaseWords(plan);
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        columns.putAll(recognised.columns());
        Map<Field, String> constants = new EnumMap<>(Field.class);
        constants.putAll(recognised.constants());
        List<Field> free = new ArrayList<>();
        for (Field field : Field.values()) {
            if (!columns.containsKey(field) && !constants.containsKey(field) && !OWN.contains(field)) {
                free.add(field);
            }
        }
        for (int column = 0; column < recognised.headings().size() && !free.isEmpty(); column++) {
            String heading = recognised.headings().get(column);
            if (!columns.containsValue(column) && !FeatureRows.isTechnical(heading) && !heading.isBlank()) {
                columns.put(free.remove(0), column);
            }
        }
        columns.forEach((field, column) -> {
            if (!COORDINATES.contains(field)) {
                headings.put(field, recognised.headings().get(column));
            }
        });
        shape = new TableShape(
                recognised.separator(), recognised.headingLine(), recognised.headings(), columns, constants);
    }

    /** To read the table by. */
    TableShape shape() {
        return shape;
    }

    /** The row as a feature: with its name, its kind and what else it says. The same object each time. */
    TableRow feature(TableRow read) {
        row.clear(read.line);
        row.cellCount = read.cellCount;
        row.lastFilled = read.lastFilled;
        row.contentHash = read.contentHash;
        row.hasControl = read.hasControl;
        for (Field field : OWN) {
            row.cells[field.ordinal()] = read.get(field);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        headings.forEach((field, heading) -> {
            String text = read.get(field);
            if (!text.isEmpty()) {
                attributes.put(heading, text.substring(0, Math.min(text.length(), LONGEST_ATTRIBUTE)));
            }
        });
        words.fill(row, attributes);
        return row;
    }
}
