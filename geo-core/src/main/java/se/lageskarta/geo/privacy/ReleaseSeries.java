package se.lageskarta.geo.privacy;

import java.util.List;

/**
 * What is counted together.
 *
 * @param code short name in files, such as {@code all}
 * @param types codes of the types that count, ascending; empty when all do
 */
public record ReleaseSeries(String code, List<String> types) {
    /** All reported incidents. */
    public static final ReleaseSeries ALL = new ReleaseSeries("all", List.of());

    public ReleaseSeries {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code is empty, but must name the series");
        }
        types = types.stream().sorted().distinct().toList();
    }
}
