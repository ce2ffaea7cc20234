package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import se.lageskarta.geo.read.BaseRole;

/** What was there before the town: the municipality's border, river, lakes, fields, forest, and then the railway. */
final class Landscape {
    static final LineString RIVER = Shapes.curve(
            8600, 9300, 6100, 6700, 3900, 4500, 2400, 2900, 1650, 1950, 1180, 1080, 820, 690, 330, 500, -330, 545, -880,
            330, -1180, -60, -1290, -480, -1420, -900, -1560, -1250);
    static final LineString RAILWAY = Shapes.curve(
            -10800, 1400, -6000, 500, -3200, -20, -1800, -230, -700, -385, 0, -440, 800, -490, 1800, -520, 3500, -700,
            6500, -1500, 10800, -3000);
    private static final double RIVER_HALF_WIDTH = 15;

    private final Polygon border;
    private final Geometry water;
    private final List<Piece> pieces = new ArrayList<>();

    Landscape(SplittableRandom random) {
        border = Shapes.blob(random, 0, -300, 9900, 9700, 0.09);
        Polygon lake = Shapes.blob(random, -1720, -1400, 640, 520, 0.22);
        Polygon island = Shapes.blob(random, -1850, -1480, 70, 45, 0.3);
        Geometry river = RIVER.buffer(RIVER_HALF_WIDTH, 4);
        Geometry openLake = Shapes.without(lake, island);
        Geometry upstream = Shapes.common(Shapes.without(river, lake), border);
        water = Shapes.joined(upstream, openLake);
        for (Polygon part : Shapes.areas(openLake, 1)) {
            pieces.add(new Piece(BaseRole.WATER, "lake", "Lägessjön", part));
        }
        for (Polygon part : Shapes.areas(upstream, 1)) {
            pieces.add(new Piece(BaseRole.WATER, "river", "Lägeån", part));
        }
        lake(random, "Norrtjärn", 2900, 7000, 420, 300);
        lake(random, "Långsjön", -6300, -3150, 950, 340);
        lake(random, "Kvarntjärn", -5000, 5200, 260, 340);
        lake(random, "Östansjön", 4600, -5400, 520, 420);
        stream("Kvarnbäcken", -4950, 5000, -3600, 3700, -2900, 2500, -2100, 1500, -1550, 700, -1100, 210);
        stream("Östanbäcken", 4200, -5300, 3000, -4200, 1300, -3000, -300, -2300, -1350, -1700);
        border(random);
    }

    private void border(SplittableRandom random) {
        Map<String, String> invented = Map.of("anmärkning", "Påhittad demostad");
        pieces.add(new Piece(BaseRole.BOUNDARY, "municipality", "Lägesby kommun (påhittad)", border, invented));
        Geometry track = Shapes.common(RAILWAY, border);
        for (LineString part : Shapes.pieces(track, 1)) {
            pieces.add(new Piece(BaseRole.RAIL, "rail", "Bottenhavsbanan", part));
        }
        for (double aside : new double[] {-13, -6.5, 6.5}) {
            LineString siding = Shapes.curve(
                    -520,
                    -398,
                    -360,
                    -410 + aside,
                    0,
                    -440 + aside,
                    300,
                    -461 + aside,
                    520,
                    -475 + aside / 2,
                    640,
                    -481);
            pieces.add(new Piece(BaseRole.RAIL, "siding", "", siding));
        }
        LineString industrial = Shapes.curve(1300, -506, 1500, -540, 1750, -640, 2300, -690, 2700, -700);
        pieces.add(new Piece(BaseRole.RAIL, "siding", "Industrispåret", industrial));
    }

    private void lake(SplittableRandom random, String name, double u, double v, double radiusU, double radiusV) {
        pieces.add(new Piece(BaseRole.WATER, "lake", name, Shapes.blob(random, u, v, radiusU, radiusV, 0.3)));
    }

    private void stream(String name, double... uv) {
        pieces.add(new Piece(BaseRole.WATER, "stream", name, Shapes.curve(uv)));
    }

    /** Fields and forest around what people have built and the roads between. */
    void grow(SplittableRandom random, Geometry builtUp, List<Street> roads, List<Building> buildings) {
        List<Geometry> open = new ArrayList<>();
        open.add(builtUp.buffer(60, 4));
        for (Street road : roads) {
            if (road.kind().equals("tertiary") || road.kind().equals("track")) {
                open.addAll(fieldsAlong(random, road.line()));
            }
        }
        for (Building building : buildings) {
            if (building.kind().equals("farm")) {
                double size = random.nextDouble(110, 280);
                open.add(Shapes.blob(random, building.door().x, building.door().y, size, size * 0.8, 0.35));
            }
        }
        List<Geometry> waters = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.role() == BaseRole.WATER) {
                waters.add(piece.geometry().buffer(piece.kind().equals("stream") ? 14 : 8, 4));
            }
        }
        Geometry rail = RAILWAY.buffer(22, 4);
        Geometry allWater = Shapes.together(waters);
        Geometry cleared = Shapes.together(open);
        Geometry forest = Shapes.without(border.buffer(-1), cleared, allWater, rail);
        Geometry fields = Shapes.common(Shapes.without(cleared, builtUp.buffer(60, 4), allWater, rail), border);
        for (Polygon part : Shapes.areas(TopologyPreservingSimplifier.simplify(forest, 4), 3000)) {
            pieces.add(new Piece(
                    BaseRole.GREEN, "forest", "", GeometryFixer.fix(part).norm()));
        }
        for (Polygon part : Shapes.areas(TopologyPreservingSimplifier.simplify(fields, 3), 2500)) {
            pieces.add(new Piece(
                    BaseRole.GREEN, "farmland", "", GeometryFixer.fix(part).norm()));
        }
    }

    private static List<Geometry> fieldsAlong(SplittableRandom random, LineString road) {
        List<Geometry> fields = new ArrayList<>();
        var line = new LengthIndexedLine(road);
        for (double at = 150; at < road.getLength(); at += random.nextDouble(450, 1500)) {
            double aside = random.nextDouble(-260, 260);
            var centre = line.extractPoint(at, aside);
            double size = random.nextDouble(150, 520);
            double slender = random.nextDouble(0.5, 1);
            fields.add(Shapes.blob(random, centre.x, centre.y, size, size * slender, 0.35));
        }
        fields.add(road.buffer(25, 4));
        return fields;
    }

    Polygon border() {
        return border;
    }

    /** River and lake in town. */
    Geometry water() {
        return water;
    }

    List<Piece> pieces() {
        return pieces;
    }
}
