package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.read.BaseRole;

/** Lamp posts along streets and lit paths; some are broken, most of them at the tunnel and by the lake. */
final class Lamps {
    private static final double BROKEN_SHARE = 0.035;
    private static final double BROKEN_SHARE_IN_THE_DARK = 0.45;

    private final SplittableRandom random;
    private final List<Piece> lamps = new ArrayList<>();

    Lamps(SplittableRandom random) {
        this.random = random;
    }

    List<Piece> along(List<Street> streets, List<Piece> paths) {
        for (Street street : streets) {
            double spacing = spacingMetres(street);
            if (spacing > 0) {
                row(street.line(), spacing, street.halfWidthMetres() + 1);
            }
        }
        for (Piece path : paths) {
            if ("yes".equals(path.attributes().get("lit")) && path.geometry() instanceof LineString line) {
                row(line, 55, 2);
            }
        }
        return lamps;
    }

    private static double spacingMetres(Street street) {
        return switch (street.kind()) {
            case "primary" -> 50;
            case "secondary" -> 60;
            case "industrial" -> 80;
            case "residential" -> street.district().equals("Centrum") ? 58 : 84;
            default -> 0;
        };
    }

    private void row(LineString line, double spacing, double aside) {
        LengthIndexedLine along = new LengthIndexedLine(line);
        for (double at = spacing / 2; at < line.getLength(); at += spacing * random.nextDouble(0.92, 1.08)) {
            Coordinate place = along.extractPoint(at, aside);
            boolean dark = near(place, -175, -450, 130) || near(place, -960, -1130, 160);
            boolean works = random.nextDouble() >= (dark ? BROKEN_SHARE_IN_THE_DARK : BROKEN_SHARE);
            Map<String, String> attributes =
                    Map.of("working", Boolean.toString(works), "type", random.nextDouble() < 0.7 ? "LED" : "natrium");
            String number = "B" + (1001 + lamps.size());
            lamps.add(new Piece(
                    BaseRole.LAMPS,
                    works ? "lamp" : "lamp-broken",
                    number,
                    Shapes.point(place.x, place.y),
                    attributes));
        }
    }

    private static boolean near(Coordinate place, double u, double v, double metres) {
        return Math.hypot(place.x - u, place.y - v) < metres;
    }
}
