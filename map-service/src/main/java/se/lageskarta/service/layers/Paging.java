package se.lageskarta.service.layers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lageskarta.service.web.Parameters;

/**
 * Which part of a long list is asked for.
 *
 * @param limit at most so many, 1 or more
 * @param offset after so many, 0 or more
 */
public record Paging(int limit, int offset) {
    /** {@code limit} and {@code offset}. */
    public static final Set<String> PARAMETERS = Set.of("limit", "offset");

    /** Some 3 MB of GeoJSON points: a page of more is a download. */
    public static final int MAX_LIMIT = 10_000;

    public static Paging of(Parameters parameters) {
        return new Paging(
                parameters.whole("limit", MAX_LIMIT, 1, MAX_LIMIT),
                parameters.whole("offset", 0, 0, Integer.MAX_VALUE));
    }

    /** The link to the next page, which keeps every other parameter; none on the last page. */
    public List<Map<String, String>> links(String path, Map<String, String[]> sent, int matched) {
        long next = (long) offset + limit;
        if (next >= matched) {
            return List.of();
        }
        Map<String, String> query = new TreeMap<>();
        sent.forEach((name, values) -> query.put(name, values[0]));
        query.put("limit", Integer.toString(limit));
        query.put("offset", Long.toString(next));
        String href = path + "?"
                + query.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return List.of(Map.of("rel", "next", "href", href, "type", "application/geo+json"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
