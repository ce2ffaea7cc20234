package se.lageskarta.geo.read.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as its file gives it.
 *
 * @param number in the file, counted from 1
 * @param id its name among the file's features; empty when it has none
 * @param geometry in the file's system and units, every coordinate finite; null when it has none
 * @param texts what its attributes say, by name, in the order of the file
 */
public record RawFeature(long number, String id, @Nullable Geometry geometry, Map<String, String> texts) {
    public RawFeature {
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", but must be 1 or more");
        }
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
