package se.lageskarta.geo.read.feature;

import java.util.Map;

/** Hears what a file of features holds, in its order, each feature once. */
public interface FeatureVisitor {
    void feature(RawFeature feature);

    /**
     * A feature that cannot be used.
     *
     * @param number in the file, counted from 1
     * @param code what is wrong, such as {@code geometry.too-few-positions}
     * @param args what the words need besides
     */
    void refused(long number, String code, Map<String, Object> args);

    /** Something about a feature that has come or will come. */
    default void noted(long number, String code) {}

    /** @param bytesRead of the file on disk, about */
    default void progress(long bytesRead) {}
}
