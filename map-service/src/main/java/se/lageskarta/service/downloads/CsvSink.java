package se.lageskarta.service.downloads;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.web.SpreadsheetText;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes features as rows of a table (RFC 4180): their properties, then {@code lon} and {@code lat} in degrees, and for
 * anything but points {@code wkt}. Text that a spreadsheet would take for a formula gets an apostrophe in front, which
 * the spreadsheet shows as text; numbers stay numbers. Lists are written as JSON.
 */
final class CsvSink implements FeatureSink {
    private static final String LINE_END = "\r\n";

    private final Writer out;
    /** Seven decimals of a degree are a centimetre, here as in GeoJSON. */
    private final WKTWriter text = new WKTWriter();

    private final JsonMapper json;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder line = new StringBuilder(200);
    private boolean headed;
    private boolean shapes;
    private @Nullable Object[] cells = new @Nullable Object[0];
    private double lon;
    private double lat;

    /** @param columns names of the properties; empty to take those of the first feature */
    CsvSink(Writer out, JsonMapper json, List<String> columns) {
        this.out = out;
        text.setPrecisionModel(new PrecisionModel(1e7));
        this.json = json;
        this.columns.addAll(columns);
    }

    @Override
    public void feature(Feature feature) throws IOException {
        Geometry geometry = feature.geometry();
        if (!headed) {
            if (columns.isEmpty()) {
                columns.addAll(feature.properties().keySet());
                if (!columns.contains("id")) {
                    columns.add(0, "id");
                }
            }
            shapes = geometry != null && !(geometry instanceof Point);
            head();
        }
        begin();
        put("id", feature.id());
        feature.properties().forEach(this::put);
        Point middle = geometry == null || geometry.isEmpty() ? null : geometry.getInteriorPoint();
        lon = middle == null ? Double.NaN : middle.getX();
        lat = middle == null ? Double.NaN : middle.getY();
        end(geometry);
    }

    @Override
    public void beginPoint(double east, double north, long id) throws IOException {
        if (!headed) {
            head();
        }
        begin();
        lon = east;
        lat = north;
    }

    @Override
    public void property(String name, @Nullable Object value) {
        put(name, value);
    }

    @Override
    public void property(String name, long value) {
        put(name, value);
    }

    @Override
    public void property(String name, double value) {
        put(name, value);
    }

    @Override
    public void endPoint() throws IOException {
        end(null);
    }

    /** Writes the header of a table that has no rows. */
    void finish() throws IOException {
        if (!headed) {
            head();
        }
        out.flush();
    }

    private void head() throws IOException {
        headed = true;
        for (int i = 0; i < columns.size(); i++) {
            numbers.put(columns.get(i), i);
            out.write(columns.get(i));
            out.write(',');
        }
        out.write(shapes ? "lon,lat,wkt" : "lon,lat");
        out.write(LINE_END);
        cells = new @Nullable Object[columns.size()];
    }

    private void begin() {
        Arrays.fill(cells, null);
        line.setLength(0);
    }

    private void put(String name, @Nullable Object value) {
        Integer column = numbers.get(name);
        if (column != null && value != null) {
            cells[column] = value;
        }
    }

    private void end(@Nullable Geometry geometry) throws IOException {
        for (Object cell : cells) {
            append(cell);
            line.append(',');
        }
        degrees(lon);
        line.append(',');
        degrees(lat);
        if (shapes) {
            line.append(',');
            append(geometry == null ? null : text.write(geometry));
        }
        out.append(line).append(LINE_END);
    }

    private void degrees(double value) {
        if (!Double.isNaN(value)) {
            line.append(Math.rint(value * 1e7) / 1e7);
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Number || value instanceof Boolean) {
            line.append(value);
            return;
        }
        boolean nested = value instanceof Collection
                || value instanceof Map
                || value.getClass().isArray();
        String text = SpreadsheetText.harmless(nested ? json.writeValueAsString(value) : value.toString());
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
