package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** The members of one JSON object as it was sent, each read as what it must be; faults are collected, not thrown. */
final class Members {
    private final String path;
    private final Map<String, ? extends @Nullable Object> members;
    private final List<FieldFault> faults;

    /**
     * @param path what the fields in faults begin with, such as {@code goal.}
     * @param faults takes what is wrong
     */
    Members(String path, Map<String, ? extends @Nullable Object> members, List<FieldFault> faults) {
        this.path = path;
        this.members = members;
        this.faults = faults;
    }

    /** Members that mean nothing are mistakes. */
    void refuseOthersThan(Set<String> known) {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                fault(name, "measure.property.unknown", String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    String text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        fault(name, "measure.property.text");
        return "";
    }

    @Nullable
    Long whole(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && Math.abs(number.doubleValue()) < 1e15) {
            return number.longValue();
        }
        fault(name, "measure.property.whole");
        return null;
    }

    @Nullable
    Integer small(String name) {
        Long value = whole(name);
        return value == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    @Nullable
    Double number(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Number) {
            return value == null ? null : ((Number) value).doubleValue();
        }
        fault(name, "measure.property.number");
        return null;
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(FieldFault.of(path + name, text, "measure.day.unreadable"));
            return null;
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                fault(name, "measure.property.text");
            }
        }
        return texts;
    }

    List<Integer> wholes(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof Number number && number.doubleValue() == number.intValue()) {
                numbers.add(number.intValue());
            } else {
                fault(name, "measure.property.whole");
            }
        }
        return numbers;
    }

    /** The objects of a list; anything else in it is a fault. */
    List<Members> objects(String name) {
        List<Members> objects = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof Map<?, ?> map) {
                objects.add(new Members(path + name + ".", texted(map), faults));
            } else {
                fault(name, "measure.property.object");
            }
        }
        return objects;
    }

    /** An object within, or null when it is absent. */
    @Nullable
    Members object(String name) {
        Object value = members.get(name);
        if (value instanceof Map<?, ?> map) {
            return new Members(path + name + ".", texted(map), faults);
        }
        if (value != null) {
            fault(name, "measure.property.object");
        }
        return null;
    }

    /** An object from text to text within; empty when it is absent. */
    Map<String, String> words(String name) {
        Members within = object(name);
        Map<String, String> words = new HashMap<>();
        if (within != null) {
            within.members.keySet().forEach(key -> words.put(key, within.text(key)));
        }
        return words;
    }

    /** What is made of the members; the faults of a record that refuses them are collected, and null stands for it. */
    <T> @Nullable T made(Supplier<T> record) {
        try {
            return record.get();
        } catch (RefusedRequestException refused) {
            faults.addAll(refused.faults());
            return null;
        }
    }

    private List<?> list(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof List<?>) {
            return value == null ? List.of() : (List<?>) value;
        }
        fault(name, "measure.property.list");
        return List.of();
    }

    private static Map<String, @Nullable Object> texted(Map<?, ?> map) {
        Map<String, @Nullable Object> texted = new HashMap<>();
        map.forEach((key, value) -> texted.put(String.valueOf(key), value));
        return texted;
    }

    private void fault(String name, String code, Object... arguments) {
        faults.add(FieldFault.of(path + name, String.valueOf(members.get(name)), code, arguments));
    }
}
