package se.lageskarta.service.analyses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Words;

/** Makes what an analysis found into what every format can hold: text, whole and finite numbers, lists, maps, null. */
final class PlainValues {
    private final Function<Words, Object> text;

    /** @param text what becomes of a text in both languages */
    PlainValues(Function<Words, Object> text) {
        this.text = text;
    }

    /** Numbers stay, those that are not finite become null; what is none of the kinds becomes its text. */
    @Nullable
    Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return finite(number);
        }
        if (value instanceof Words words) {
            return text.apply(words);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, each) -> plain.put(String.valueOf(name), of(each)));
            return plain;
        }
        if (value instanceof Iterable<?> several) {
            List<@Nullable Object> plain = new ArrayList<>();
            several.forEach(each -> plain.add(of(each)));
            return plain;
        }
        return value.getClass().isArray() ? array(value) : value.toString();
    }

    /** The values of a row. */
    List<@Nullable Object> row(@Nullable Object[] values) {
        List<@Nullable Object> plain = new ArrayList<>(values.length);
        for (Object value : values) {
            plain.add(of(value));
        }
        return plain;
    }

    private static @Nullable Number finite(Number number) {
        boolean fraction = number instanceof Double || number instanceof Float;
        return fraction && !Double.isFinite(number.doubleValue()) ? null : number;
    }

    private Object array(Object array) {
        if (array instanceof double[] numbers) {
            return row(Arrays.stream(numbers).boxed().toArray());
        }
        if (array instanceof Object[] several) {
            return row(several);
        }
        if (array instanceof int[] || array instanceof long[]) {
            return array;
        }
        throw new IllegalStateException(
                "an analysis found a " + array.getClass().getSimpleName());
    }
}
