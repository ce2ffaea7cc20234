package se.lageskarta.service.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.raster.GeoTiff;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an analysis found: a summary, and rows that are made when they are written.
 *
 * @param summary method, parameters, counts
 * @param columns of the rows
 * @param size how many rows
 * @param row values of a row, in the columns' order: numbers, texts, null
 * @param place where a row lies, degrees
 * @param raster the surface that the rows are cells of, null when they are no surface
 */
record AnalysisResult(
        Map<String, @Nullable Object> summary,
        List<String> columns,
        int size,
        IntFunction<@Nullable Object[]> row,
        IntFunction<@Nullable Geometry> place,
        @Nullable Raster raster) {
    /**
     * A surface.
     *
     * @param value one a cell, as the grid numbers them
     * @param unit of the values
     */
    record Raster(Grid grid, double[] value, Crs crs, String unit) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORMULA_STARTS = "=+-@\t\r|";

    AnalysisResult(
            Map<String, @Nullable Object> summary,
            List<String> columns,
            int size,
            IntFunction<@Nullable Object[]> row,
            IntFunction<@Nullable Geometry> place) {
        this(summary, columns, size, row, place, null);
    }

    AnalysisResult with(Raster surface) {
        return new AnalysisResult(summary, columns, size, row, place, surface);
    }

    /**
     * The surface as a GeoTIFF; the stream stays open.
     *
     * @throws IllegalStateException when there is none
     */
    void writeGeoTiff(OutputStream out) throws IOException {
        if (raster == null) {
            throw new IllegalStateException("the rows are no surface");
        }
        GeoTiff.write(raster.grid, raster.value, raster.crs, raster.unit, out);
    }

    /** The summary and all rows; the stream stays open. */
    void writeJson(OutputStream out) {
        try (JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartObject();
            summary.forEach((name, value) -> {
                json.writeName(name);
                json.writePOJO(value);
            });
            json.writeName("rows");
            json.writeStartArray();
            for (int i = 0; i < size; i++) {
                json.writePOJO(properties(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** The rows as features, the summary as a member of the collection. */
    void writeGeoJson(OutputStream out) throws IOException {
        try (FeatureWriter writer = new FeatureWriter(out)) {
            for (int i = 0; i < size; i++) {
                writer.feature(new Feature(null, place.apply(i), properties(i)));
            }
            writer.member("analysis", summary);
        }
    }

    /** The rows as a table (RFC 4180), without anything a spreadsheet would take for a formula. */
    void writeCsv(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(String.join(",", columns));
        writer.write('\n');
        for (int i = 0; i < size; i++) {
            String separator = "";
            for (Object value : row.apply(i)) {
                writer.write(separator);
                writer.write(cell(value));
                separator = ",";
            }
            writer.write('\n');
        }
        writer.flush();
    }

    private Map<String, @Nullable Object> properties(int i) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        @Nullable Object[] values = row.apply(i);
        for (int c = 0; c < values.length; c++) {
            properties.put(columns.get(c), values[c]);
        }
        return properties;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value instanceof String ? (String) value : JSON.writeValueAsString(value);
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
