package se.lageskarta.service.analyses;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.ResultPlaces;
import se.lageskarta.geo.analysis.ResultRaster;
import se.lageskarta.geo.analysis.ResultTable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.raster.GeoTiff;
import se.lageskarta.service.web.SpreadsheetText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what an analysis found as files that other programs open. Streams stay open. */
public final class AnswerFiles {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The table that tells of each row asked about. */
    private static final String SINGLE_ROWS = "rows";
    /** A spreadsheet takes a cell that begins so for a formula. */
    private final AnalysisResult result;

    private final AnswerText text;

    public AnswerFiles(AnalysisResult result, AnswerText text) {
        this.result = result;
        this.text = text;
    }

    /** The places as features in degrees. */
    void features(FeatureWriter writer) throws IOException {
        ResultPlaces places = result.places();
        Crs crs = result.crs();
        if (places == null || crs == null) {
            return;
        }
        Projection projection = Projection.of(crs);
        for (int i = 0; i < places.table().size(); i++) {
            Geometry metres = places.geometry().apply(i);
            Geometry degrees = metres == null ? null : ProjectedGeometry.toLonLat(metres, projection);
            writer.feature(new Feature(null, degrees, text.row(places.table(), i)));
        }
    }

    /** The places as GeoJSON, with everything else as the member {@code analysis} of the collection. */
    public void geoJson(OutputStream out, int tableRows) throws IOException {
        try (FeatureWriter writer = new FeatureWriter(out)) {
            features(writer);
            Map<String, @Nullable Object> analysis = text.members();
            analysis.put("tables", text.tables(tableRows));
            writer.member("analysis", analysis);
        }
    }

    /**
     * Everything as one object: what {@link AnswerText} tells, each figure also as a member of its own, the tables, and
     * as {@code rows} what {@link #rows()} answers.
     *
     * @param more members that the caller adds
     */
    public void json(OutputStream out, Map<String, ?> more) {
        Map<String, @Nullable Object> members = text.members();
        members.putAll(more);
        if (result.raster() != null) {
            Grid grid = result.raster().grid();
            members.put("unit", result.raster().unit());
            members.put(
                    "grid",
                    Map.of(
                            "x0",
                            grid.x0(),
                            "y0",
                            grid.y0(),
                            "cell",
                            grid.cellMetres(),
                            "nx",
                            grid.nx(),
                            "ny",
                            grid.ny()));
        }
        if (members.get("figures") instanceof Map<?, ?> figures) {
            figures.forEach((name, value) -> members.putIfAbsent(String.valueOf(name), value));
        }
        try (JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartObject();
            members.forEach((name, value) -> json.writePOJOProperty(name, value));
            json.writePOJOProperty("tables", text.tables(Integer.MAX_VALUE));
            json.writeName("rows");
            json.writeStartArray();
            ResultTable rows = rows();
            for (int i = 0; rows != null && i < rows.size(); i++) {
                json.writePOJO(text.row(rows, i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * The rows that a table of the answer holds: its table named {@code rows}, else its places, else its first table, else
     * its figures.
     *
     * @return null when only figures are left
     */
    public @Nullable ResultTable rows() {
        Optional<ResultTable> single = result.tables().stream()
                .filter(table -> table.name().equals(SINGLE_ROWS))
                .findFirst();
        if (single.isPresent()) {
            return single.get();
        }
        if (result.places() != null) {
            return result.places().table();
        }
        return result.tables().isEmpty() ? null : result.tables().get(0);
    }

    /** The rows as a table (RFC 4180), without anything a spreadsheet would take for a formula. */
    public void csv(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ResultTable rows = rows();
        if (rows == null) {
            line(writer, List.of("name", "value"));
            Map<?, ?> figures =
                    (Map<?, ?>) Objects.requireNonNull(text.members().get("figures"));
            for (Map.Entry<?, ?> figure : figures.entrySet()) {
                line(writer, java.util.Arrays.asList(figure.getKey(), figure.getValue()));
            }
        } else {
            line(writer, rows.columns());
            for (int i = 0; i < rows.size(); i++) {
                line(writer, text.cells(rows, i));
            }
        }
        writer.flush();
    }

    public boolean hasRaster() {
        return result.raster() != null;
    }

    /**
     * The surface as a GeoTIFF.
     *
     * @throws IllegalStateException when there is none
     */
    public void geoTiff(OutputStream out) throws IOException {
        ResultRaster raster = result.raster();
        if (raster == null || result.crs() == null) {
            throw new IllegalStateException(result.method() + " found no surface");
        }
        GeoTiff.write(raster.grid(), raster.value(), result.crs(), raster.unit(), out);
    }

    private static void line(Writer writer, List<? extends @Nullable Object> values) throws IOException {
        String separator = "";
        for (Object value : values) {
            writer.write(separator);
            writer.write(cell(value));
            separator = ",";
        }
        writer.write('\n');
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text =
                SpreadsheetText.harmless(value instanceof String ? (String) value : JSON.writeValueAsString(value));
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
