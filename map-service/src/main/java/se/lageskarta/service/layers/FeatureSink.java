package se.lageskarta.service.layers;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;

/** Takes a layer's features one after another, as GeoJSON or as rows of a table; points without making objects of them. */
public interface FeatureSink {
    /** A whole feature. */
    void feature(Feature feature) throws IOException;

    /** Begins a point in degrees; NaN for a feature whose place is not known well enough to draw. */
    void beginPoint(double lon, double lat, long id) throws IOException;

    /** A property of the point begun: text, boolean, null. */
    void property(String name, @Nullable Object value) throws IOException;

    /** A property of the point begun. */
    void property(String name, long value) throws IOException;

    /** A property of the point begun. */
    void property(String name, double value) throws IOException;

    /** Ends the point begun. */
    void endPoint() throws IOException;
}
