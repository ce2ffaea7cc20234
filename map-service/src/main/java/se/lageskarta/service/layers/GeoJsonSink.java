package se.lageskarta.service.layers;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;

/** Writes a layer's features as GeoJSON. */
public final class GeoJsonSink implements FeatureSink {
    private final FeatureWriter writer;
    private @Nullable Map<String, @Nullable Object> nowhere;
    private long id;

    public GeoJsonSink(FeatureWriter writer) {
        this.writer = writer;
    }

    @Override
    public void feature(Feature feature) throws IOException {
        writer.feature(feature);
    }

    @Override
    public void beginPoint(double lon, double lat, long number) throws IOException {
        id = number;
        if (Double.isNaN(lon) || Double.isNaN(lat)) {
            nowhere = new LinkedHashMap<>();
        } else {
            nowhere = null;
            writer.beginPoint(lon, lat).id(number);
        }
    }

    @Override
    public void property(String name, @Nullable Object value) throws IOException {
        if (nowhere == null) {
            writer.property(name, value);
        } else {
            nowhere.put(name, value);
        }
    }

    @Override
    public void property(String name, long value) throws IOException {
        if (nowhere == null) {
            writer.property(name, value);
        } else {
            nowhere.put(name, value);
        }
    }

    @Override
    public void property(String name, double value) throws IOException {
        if (nowhere == null) {
            writer.property(name, value);
        } else {
            nowhere.put(name, value);
        }
    }

    @Override
    public void endPoint() throws IOException {
        if (nowhere == null) {
            writer.endFeature();
        } else {
            writer.feature(new Feature(Long.toString(id), null, nowhere));
        }
    }
}
