package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How JSON objects become columns: a name is shortened to its last word where that tells it from the others, and a text
 * with two numbers ({@code "58.08,13.02"}, latitude first as everybody writes it) becomes two columns.
 *
 * <p>Events as the Swedish police publish them are recognised: their places are the middles of municipalities and
 * counties, and a column {@code level} says so.
 */
final class RecordColumns {
    private static final Pattern TWO_NUMBERS =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*[,; ]\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)");
    private static final List<String> POLICE_NAMES =
            List.of("id", "datetime", "summary", "type", "location.name", "location.gps");

    private final List<String> headings = new ArrayList<>();
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final boolean policeEvents;
    private @Nullable String pair;
    private int latitude = -1;
    private int level = -1;

    /** @param first some of the objects, the first ones */
    RecordColumns(List<Map<String, String>> first) {
        Set<String> names = new LinkedHashSet<>();
        first.forEach(record -> names.addAll(record.keySet()));
        policeEvents = names.containsAll(POLICE_NAMES);
        Map<String, Integer> uses = new HashMap<>();
        names.forEach(name -> uses.merge(lastWord(name), 1, Integer::sum));
        boolean hasPlace = uses.keySet().stream().map(Field::fold).anyMatch(RecordColumns::isCoordinate);
        for (String name : names) {
            if (pair == null && !hasPlace && isPair(first, name)) {
                pair = name;
                latitude = headings.size();
                headings.add("lat");
                headings.add("lon");
            } else {
                columnOf.put(name, headings.size());
                headings.add(uses.getOrDefault(lastWord(name), 0) == 1 ? lastWord(name) : name);
            }
        }
        if (policeEvents) {
            level = headings.size();
            headings.add("level");
        }
    }

    /** True for the events of polisen.se. */
    boolean isPoliceEvents() {
        return policeEvents;
    }

    List<String> headings() {
        return headings;
    }

    /** The object's cells by column, those that say something. Names that the first objects did not have are left out. */
    Map<Integer, String> cells(Map<String, String> record) {
        Map<Integer, String> cells = new LinkedHashMap<>();
        record.forEach((name, text) -> {
            Integer column = columnOf.get(name);
            if (column != null) {
                cells.put(column, text);
            }
        });
        String two = pair == null ? null : record.get(pair);
        Matcher numbers = TWO_NUMBERS.matcher(two == null ? "" : two.strip());
        if (numbers.matches()) {
            cells.put(latitude, numbers.group(1));
            cells.put(latitude + 1, numbers.group(2));
        } else if (two != null && !two.isBlank()) {
            cells.put(latitude, two);
        }
        if (level >= 0) {
            cells.put(level, isCounty(record.getOrDefault("location.name", "")) ? "län" : "kommun");
        }
        return cells;
    }

    /** The police give events that they place no closer the county's name: Västra Götalands län. */
    private static boolean isCounty(String place) {
        return Field.fold(place).endsWith("lan") && place.strip().contains(" ");
    }

    private static boolean isPair(List<Map<String, String>> first, String name) {
        int pairs = 0;
        int texts = 0;
        for (Map<String, String> record : first) {
            String text = record.getOrDefault(name, "").strip();
            texts += text.isEmpty() ? 0 : 1;
            pairs += TWO_NUMBERS.matcher(text).matches() ? 1 : 0;
        }
        return pairs > 0 && pairs * 2 >= texts;
    }

    private static boolean isCoordinate(String folded) {
        return Field.LAT.fit(folded) >= 0
                || Field.LON.fit(folded) >= 0
                || Field.X.fit(folded) >= 0
                || Field.Y.fit(folded) >= 0;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
