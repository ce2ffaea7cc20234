package se.lageskarta.service.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.geojson.Feature;
import tools.jackson.databind.json.JsonMapper;

class CsvSinkTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46 70", "-2+3", "@SUM(A1)", "\tcmd", "|calc", "\r=1"})
    void text_that_a_spreadsheet_would_calculate_becomes_plain_text(String text) throws IOException {
        CsvSink sink = new CsvSink(out, JsonMapper.shared(), List.of("note"));
        sink.beginPoint(13, 58, 1);
        sink.property("note", text);
        sink.endPoint();
        sink.finish();

        String cell = out.toString().split("\r\n", 2)[1];
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }

    @Test
    void negative_numbers_stay_numbers() throws IOException {
        CsvSink sink = new CsvSink(out, JsonMapper.shared(), List.of("weight"));
        sink.beginPoint(-0.123456789, -58, 1);
        sink.property("weight", -2.5);
        sink.endPoint();
        sink.finish();

        assertThat(out.toString()).isEqualTo("weight,lon,lat\r\n-2.5,-0.1234568,-58.0\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_inside_their_cell() throws IOException {
        CsvSink sink = new CsvSink(out, JsonMapper.shared(), List.of("a", "b"));
        sink.beginPoint(Double.NaN, Double.NaN, 1);
        sink.property("a", "x, \"y\"\nz");
        sink.endPoint();
        sink.finish();

        assertThat(out.toString()).isEqualTo("a,b,lon,lat\r\n\"x, \"\"y\"\"\nz\",,,\r\n");
    }

    @Test
    void shapes_come_with_their_outline_and_a_point_inside() throws IOException {
        CsvSink sink = new CsvSink(out, JsonMapper.shared(), List.of());
        Geometry square = GEOMETRY.createPolygon(new Coordinate[] {
            new Coordinate(0, 0), new Coordinate(2, 0), new Coordinate(2, 2), new Coordinate(0, 2), new Coordinate(0, 0)
        });
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("types", List.of(Map.of("code", "SKA")));
        sink.feature(new Feature("c-1", square, properties));
        sink.finish();

        assertThat(out.toString())
                .isEqualTo("id,types,lon,lat,wkt\r\nc-1,\"[{\"\"code\"\":\"\"SKA\"\"}]\",1.0,1.0,"
                        + "\"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))\"\r\n");
    }

    @Test
    void a_table_without_rows_still_names_its_columns() throws IOException {
        new CsvSink(out, JsonMapper.shared(), List.of("a")).finish();

        assertThat(out.toString()).isEqualTo("a,lon,lat\r\n");
    }
}
