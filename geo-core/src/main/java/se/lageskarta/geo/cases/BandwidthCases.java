package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.density.AxisBandwidth;
import se.lageskarta.geo.density.MatrixBandwidth;
import se.lageskarta.geo.density.PointSpread;
import se.lageskarta.geo.density.WindowBandwidth;

/**
 * Answers the cases of bandwidth selection: every rule of one file of points. The window is the boundary that lies
 * beside the input ({@code name_boundary….json}), or else the bounding box of the points. The plug-in is that of
 * ks; its cross-validation has no minimum where points coincide, and then counts each place once.
 */
final class BandwidthCases {
    private BandwidthCases() {}

    static Map<String, Object> answer(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        double[] x = points.x();
        double[] y = points.y();
        AxisBandwidth east = new AxisBandwidth(x);
        AxisBandwidth north = new AxisBandwidth(y);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", x.length);
        answer.put("sdXY", List.of(east.standardDeviation(), north.standardDeviation()));
        answer.put("iqrXY", List.of(east.interquartileRange(), north.interquartileRange()));
        answer.put("bw.nrd0", List.of(east.silverman(), north.silverman()));
        answer.put("bw.nrd", List.of(east.scott(), north.scott()));
        answer.put("bandwidth.nrd_MASS", List.of(east.wholeWidth(), north.wholeWidth()));
        answer.put("sfhotspotDefault_meanOfBandwidthNrd", (east.wholeWidth() + north.wholeWidth()) / 2);
        answer.put("bw.SJ_ste", List.of(east.sheatherJones(), north.sheatherJones()));
        answer.put("bw.SJ_dpi", List.of(east.plugIn(), north.plugIn()));
        answer.put("bw.ucv", List.of(east.crossValidated(), north.crossValidated()));
        List<Double> scott = List.of(east.scottInThePlane(), north.scottInThePlane());
        answer.put("scott_spatstat", scott);
        answer.put("scott2d_formula", scott);
        answer.put("silverman2d_formula", scott);
        answer.put("arcgisSearchRadius", PointSpread.searchRadius(x, y));
        WindowBandwidth inWindow = new WindowBandwidth(x, y, window(question, points));
        answer.put("bw.diggle", inWindow.bermanDiggle());
        answer.put("bw.ppl", inWindow.likelihood());
        answer.put("bw.CvL", inWindow.cronieVanLieshout());
        MatrixBandwidth both = new MatrixBandwidth(x, y);
        answer.put("Hpi_diag", list(both.plugInAsKs()));
        answer.put("Hns", list(both.normalReference()));
        answer.put("Hlscv_diag", list(both.crossValidated()));
        return answer;
    }

    private static List<Double> list(double[] pair) {
        return List.of(pair[0], pair[1]);
    }

    private static Geometry window(CaseFile question, CasePoints points) throws IOException {
        String named = question.text("boundary");
        if (!named.isEmpty()) {
            return DensityCases.boundary(question.named(named));
        }
        Path input = question.named(question.input());
        String name = String.valueOf(input.getFileName()).replaceFirst("\\.csv.*", "");
        Path folder = input.getParent();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> boundaries = files.filter(
                                file -> String.valueOf(file.getFileName()).startsWith(name + "_boundary"))
                        .sorted()
                        .toList();
                if (!boundaries.isEmpty()) {
                    return DensityCases.boundary(boundaries.get(0));
                }
            }
        }
        return WindowBandwidth.boxOf(points.x(), points.y());
    }
}
