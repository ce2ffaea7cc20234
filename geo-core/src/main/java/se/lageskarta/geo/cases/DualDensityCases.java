package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.density.DualDensity;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;

/**
 * Answers the cases of dual density: incidents against inhabitants and against controls, at the centres of the
 * grid that the case's name tells ({@code dualkde-NAME-CELL-h…} is {@code inputs/grid-NAME-CELL.csv}) when it
 * names none.
 */
final class DualDensityCases {
    private static final double FLOOR_PER_KM2 = 100;
    private static final double SIGNIFICANT = 0.05;

    private DualDensityCases() {}

    static Map<String, Object> answer(CaseFile question, Path out) throws IOException {
        KernelDensity method = new KernelDensity(Kernel.parse(question.text("kernel")), question.number("bandwidth"));
        DensityCases.Cells cells = DensityCases.Cells.read(question.named(grid(question)));
        Geometry boundary = boundary(question);
        DualDensity.Sample cases = sample(question.points(), false);
        DualDensity.Sample people = sample(CasePoints.read(question.named(question.text("population"))), true);
        DualDensity against = DualDensity.at(method, cases, people, cells.x(), cells.y(), boundary);
        double[] perThousand = against.perThousand(floor(question));
        double[] risk = against.relativeRisk(0);
        double[] logRisk = null;
        double[] chance = null;
        if (!question.text("controls").isEmpty()) {
            DualDensity.Sample controls = sample(CasePoints.read(question.named(question.text("controls"))), false);
            DualDensity controlled = DualDensity.at(method, cases, controls, cells.x(), cells.y(), boundary);
            logRisk = Arrays.stream(controlled.relativeRisk(0)).map(Math::log).toArray();
            chance = controlled.tolerance(0);
        }
        String cellsFile = question.id() + ".cells.csv";
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(cellsFile))) {
            file.write("cell,robberyPerKm2,popPerKm2,per1000,relativeRisk,logRRvsControls,sparrP\n");
            for (int i = 0; i < risk.length; i++) {
                file.write(cells.name().get(i) + "," + against.first()[i] + "," + against.second()[i] + ","
                        + written(perThousand, i) + "," + written(risk, i) + "," + written(logRisk, i) + ","
                        + written(chance, i) + "\n");
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("cellsFile", cellsFile);
        answer.put(
                "maxRelativeRisk",
                Arrays.stream(risk).filter(Double::isFinite).max().orElse(0));
        if (chance != null) {
            answer.put("cellsP05", (int)
                    Arrays.stream(chance).filter(p -> p < SIGNIFICANT).count());
        }
        return answer;
    }

    private static String written(double @Nullable [] value, int i) {
        return value == null || !Double.isFinite(value[i]) ? "" : Double.toString(value[i]);
    }

    private static double floor(CaseFile question) {
        for (String name : new String[] {"floor", "threshold", "populationThreshold"}) {
            if (question.params().get(name) instanceof Number number) {
                return number.doubleValue();
            }
        }
        return FLOOR_PER_KM2;
    }

    private static String grid(CaseFile question) {
        for (String name : new String[] {"evaluatedAt", "grid", "cells"}) {
            String text = question.text(name);
            if (!text.isEmpty()) {
                return text.substring(text.lastIndexOf(' ') + 1);
            }
        }
        return "inputs/grid-" + question.id().replaceFirst("^[a-z]+-", "").replaceFirst("-h[0-9.]+.*$", "") + ".csv";
    }

    private static @Nullable Geometry boundary(CaseFile question) throws IOException {
        boolean corrected = !question.text("edge").equals(EdgeCorrection.NONE.code());
        String named = question.text("boundary");
        return corrected && !named.isEmpty() ? DensityCases.boundary(question.named(named)) : null;
    }

    private static DualDensity.Sample sample(CasePoints points, boolean weighted) {
        return new DualDensity.Sample(points.x(), points.y(), weighted ? points.weight() : null);
    }
}
