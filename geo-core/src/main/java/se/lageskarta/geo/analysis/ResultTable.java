package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer, made when they are written.
 *
 * @param name of the table, such as {@code pairs}
 * @param columns names, with the unit in them where there is one
 * @param size how many rows
 * @param row values of a row in the columns' order: numbers, texts, null
 */
public record ResultTable(String name, List<String> columns, int size, IntFunction<@Nullable Object[]> row) {
    public ResultTable {
        columns = List.copyOf(columns);
    }

    /** The first rows, at most so many; all when they are fewer. */
    public List<List<@Nullable Object>> rows(int most) {
        return IntStream.range(0, Math.min(size, most))
                .mapToObj(i -> Arrays.asList(row.apply(i)))
                .toList();
    }
}
