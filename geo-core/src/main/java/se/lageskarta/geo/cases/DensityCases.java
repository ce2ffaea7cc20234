package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.EdgeFactor;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;

/** Answers the cases of kernel density, with and without edge correction. */
final class DensityCases {
    private static final int TOP = 10;
    private static final double SQUARE_METRES_A_KM2 = 1e6;

    private DensityCases() {}

    static Map<String, Object> surface(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        Map<String, Object> params = question.object("grid");
        Grid grid = new Grid(
                question.number(params, "x0"),
                question.number(params, "y0"),
                question.number(params, "cell"),
                (int) question.number(params, "nx"),
                (int) question.number(params, "ny"));
        DensitySurface surface = density(question).fit(points.x(), points.y(), weights(question, points), grid);
        String gridFile = question.id() + ".grid.csv";
        writeGrid(surface, out.resolve(gridFile));
        List<List<Object>> top = IntStream.range(0, grid.cells())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> surface.value()[cell])
                        .reversed())
                .limit(TOP)
                .map(cell -> List.<Object>of(cell / grid.nx(), cell % grid.nx(), surface.value()[cell]))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("max", surface.max());
        answer.put("argmax", top.get(0).subList(0, 2));
        answer.put("sumTimesCellAreaKm2", surface.integral());
        answer.put("top10", top);
        answer.put("gridFile", gridFile);
        return answer;
    }

    /** At the centres of a table of cells, whether these are inside the boundary or not. */
    static Map<String, Object> edge(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        Cells cells = Cells.read(question.named(tableOf(question.text("evaluatedAt"))));
        KernelDensity density = density(question);
        Geometry boundary = boundary(question.named(question.text("boundary")));
        LatticeEdge edge = new LatticeEdge(density.kernel(), density.bandwidthMetres(), boundary);
        EdgeFactor exact = EdgeFactor.of(density.kernel(), density.bandwidthMetres(), boundary);
        double[] weight = weights(question, points);
        double[] corrected = new double[points.x().length];
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = (weight == null ? 1 : weight[i]) / edge.at(points.x()[i], points.y()[i]);
        }
        double[] none = density.at(points.x(), points.y(), weight, cells.x, cells.y);
        double[] diggle = density.at(points.x(), points.y(), corrected, cells.x, cells.y);
        double[] factor = new double[none.length];
        double[] uniform = new double[none.length];
        double furthest = 0;
        for (int i = 0; i < none.length; i++) {
            factor[i] = edge.at(cells.x[i], cells.y[i]);
            uniform[i] = none[i] / factor[i];
            furthest = Math.max(furthest, Math.abs(factor[i] - exact.at(cells.x[i], cells.y[i])));
        }
        String cellsFile = question.id() + ".cells.csv";
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(cellsFile))) {
            file.write("cell,edgeFactor,none,uniform,diggle\n");
            for (int i = 0; i < none.length; i++) {
                file.write(cells.name.get(i) + "," + factor[i] + "," + none[i] + "," + uniform[i] + "," + diggle[i]
                        + "\n");
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("cellsFile", cellsFile);
        answer.put("minEdgeFactor", Arrays.stream(factor).min().orElse(1));
        answer.put("sumNone", Arrays.stream(none).sum());
        answer.put("sumUniform", Arrays.stream(uniform).sum());
        answer.put("sumDiggle", Arrays.stream(diggle).sum());
        answer.put(
                "integralDiggleApprox",
                Arrays.stream(diggle).sum() * cells.side() * cells.side() / SQUARE_METRES_A_KM2);
        answer.put("n", points.x().length);
        answer.put("edgeFactorFurthestFromExact", furthest);
        return answer;
    }

    private static KernelDensity density(CaseFile question) {
        return new KernelDensity(Kernel.parse(question.text("kernel")), question.number("bandwidth"));
    }

    private static double @Nullable [] weights(CaseFile question, CasePoints points) {
        return Boolean.FALSE.equals(question.params().get("weights")) ? null : points.weight();
    }

    /** The file in a sentence such as "cx,cy of inputs/grid-town-500.csv". */
    private static String tableOf(String sentence) {
        return sentence.substring(sentence.lastIndexOf(' ') + 1);
    }

    private static void writeGrid(DensitySurface surface, Path path) throws IOException {
        Grid grid = surface.grid();
        try (BufferedWriter file = Files.newBufferedWriter(path)) {
            for (int row = 0; row < grid.ny(); row++) {
                for (int column = 0; column < grid.nx(); column++) {
                    file.write(column == 0 ? "" : ",");
                    file.write(Double.toString(surface.value()[row * grid.nx() + column]));
                }
                file.write('\n');
            }
        }
    }

    /** A GeoJSON feature or polygon whose coordinates are metres. */
    static Geometry boundary(Path file) throws IOException {
        Map<String, Object> members = JsonTree.readMembers(file, Set.of("geometry", "type", "coordinates"));
        Map<?, ?> geometry = members.get("geometry") instanceof Map<?, ?> inner ? inner : members;
        if (!(geometry.get("coordinates") instanceof List<?> coordinates)) {
            throw new IOException(file + " has no polygon");
        }
        GeometryFactory geometries = new GeometryFactory();
        if ("MultiPolygon".equals(geometry.get("type"))) {
            Polygon[] polygons = coordinates.stream()
                    .map(rings -> polygon((List<?>) rings, geometries))
                    .toArray(Polygon[]::new);
            return geometries.createMultiPolygon(polygons);
        }
        return polygon(coordinates, geometries);
    }

    private static Polygon polygon(List<?> rings, GeometryFactory geometries) {
        List<LinearRing> made = new ArrayList<>();
        for (Object ring : rings) {
            Coordinate[] places = ((List<?>) ring)
                    .stream()
                            .map(at -> (List<?>) at)
                            .map(at -> new Coordinate(
                                    ((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()))
                            .toArray(Coordinate[]::new);
            made.add(geometries.createLinearRing(places));
        }
        return geometries.createPolygon(
                made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
    }

    /** A table of cells with the columns cell, cx and cy. */
    record Cells(List<String> name, double[] x, double[] y) {
        static Cells read(Path file) throws IOException {
            List<String> name = new ArrayList<>();
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CasePoints.open(file))) {
                for (NamedCsvRecord row : rows) {
                    name.add(row.getField("cell"));
                    x.add(Double.parseDouble(row.getField("cx")));
                    y.add(Double.parseDouble(row.getField("cy")));
                }
            }
            return new Cells(
                    name,
                    x.stream().mapToDouble(Double::doubleValue).toArray(),
                    y.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /** Side of a cell: the least distance between two columns. */
        double side() {
            double[] columns = Arrays.stream(x).distinct().sorted().toArray();
            double side = Double.POSITIVE_INFINITY;
            for (int i = 1; i < columns.length; i++) {
                side = Math.min(side, columns[i] - columns[i - 1]);
            }
            return side;
        }
    }
}
