package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.read.TableHead.HeadRow;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;

/** The first time through a file of features: what is there? */
final class FeatureSurvey implements FeatureVisitor {
    /** Attribute names looked at: more than any form has questions. */
    private static final int MAX_NAMES = 200;

    private final Patience patience;
    private final List<RawFeature> firsts = new ArrayList<>();
    private final PlaceSample sample = new PlaceSample();
    private final Set<String> names = new LinkedHashSet<>();
    private long rows;
    private long points;
    private long lines;
    private long areas;
    private Map<String, Object> lastProblem = problem("geometry.missing", Map.of());

    FeatureSurvey(Patience patience) {
        this.patience = patience;
    }

    /** How many features are points, lines and areas. */
    record Shapes(long points, long lines, long areas) {
        /** Of a table. */
        static final Shapes POINTS = new Shapes(1, 0, 0);

        boolean onlyPoints() {
            return lines + areas == 0;
        }
    }

    @Override
    public void feature(RawFeature feature) {
        rows++;
        patience.row();
        if (firsts.size() < FileLook.FIRST_ROWS) {
            firsts.add(feature);
        }
        for (String name : feature.texts().keySet()) {
            if (names.size() < MAX_NAMES) {
                names.add(name);
            }
        }
        if (!feature.id().isEmpty()) {
            names.add("id");
        }
        Geometry geometry = feature.geometry();
        if (geometry != null && !geometry.isEmpty()) {
            count(geometry);
            if (sample.wantsNext()) {
                Coordinate first = geometry.getCoordinate();
                Coordinate middle = FeatureFile.isSane(geometry.getEnvelopeInternal()) ? Middle.of(geometry) : first;
                sample.offer(middle.x, middle.y, Double.NaN, Double.NaN);
            } else {
                sample.skip();
            }
        }
    }

    @Override
    public void refused(long number, String code, Map<String, Object> args) {
        rows++;
        patience.row();
        lastProblem = problem(code, args);
    }

    private void count(Geometry geometry) {
        switch (geometry.getDimension()) {
            case 0 -> points++;
            case 1 -> lines++;
            default -> areas++;
        }
    }

    long rows() {
        return rows;
    }

    PlaceSample sample() {
        return sample;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** What the first features say, under the names that all have together. */
    List<HeadRow> firstRows() {
        List<HeadRow> shown = new ArrayList<>();
        for (RawFeature feature : firsts) {
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(feature.texts().getOrDefault(name, "")));
            shown.add(new HeadRow(feature.number(), cells));
        }
        return shown;
    }

    Shapes shapes() {
        return new Shapes(points, lines, areas);
    }

    /** What is wrong with the last feature that had no place, as words need it: its code, and with what arguments. */
    Map<String, Object> lastProblem() {
        return lastProblem;
    }

    static Map<String, Object> problem(String code, Map<String, Object> args) {
        return Map.of("code", code, "with", args);
    }
}
