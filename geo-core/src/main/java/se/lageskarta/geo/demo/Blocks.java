package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.read.BaseRole;

/** The blocks between the streets, as properties with names of the kind Swedish towns give them. */
final class Blocks {
    private static final double MIN_SQUARE_METRES = 1500;
    private static final double MAX_SQUARE_METRES = 120_000;
    private static final String[] NAMES =
            ("Bävern,Uttern,Räven,Haren,Älgen,Lodjuret,Igelkotten,Ekorren,Grävlingen,Hermelinen,Mården,Rådjuret,Vargen,"
                            + "Björnen,Järven,Bisamen,Lämmeln,Vesslan,Hjorten,Minken")
                    .split(",");

    private Blocks() {}

    static List<Piece> between(List<Street> streets) {
        List<Geometry> lines = new ArrayList<>();
        for (Street street : streets) {
            if (!street.kind().equals("track") && !street.kind().equals("tertiary")) {
                lines.add(street.line());
            }
        }
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionOp.union(lines));
        @SuppressWarnings("unchecked")
        Collection<Polygon> found = polygonizer.getPolygons();
        List<Polygon> ordered = new ArrayList<>();
        // the polygonizer begins a ring anywhere, and a buffer of it would depend on where
        found.forEach(block -> ordered.add((Polygon) block.norm()));
        ordered.sort(Comparator.<Polygon>comparingDouble(
                        block -> -Math.rint(block.getCentroid().getY() / 100))
                .thenComparingDouble(block -> block.getCentroid().getX()));
        List<Piece> blocks = new ArrayList<>();
        for (Polygon block : ordered) {
            double area = block.getArea();
            if (area >= MIN_SQUARE_METRES && area <= MAX_SQUARE_METRES) {
                for (Polygon inner : Shapes.areas(block.buffer(-6.5, 2), MIN_SQUARE_METRES / 3)) {
                    blocks.add(block(blocks.size(), inner));
                }
            }
        }
        return blocks;
    }

    private static Piece block(int index, Polygon shape) {
        String name = NAMES[index % NAMES.length] + " " + (index / NAMES.length + 1);
        return new Piece(BaseRole.PROPERTIES, "block", name, shape, Map.of("beteckning", "Lägesby " + name));
    }
}
