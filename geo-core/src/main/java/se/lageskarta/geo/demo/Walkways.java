package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import se.lageskarta.geo.read.BaseRole;

/** Paths for feet and bicycles, among them the tunnel under the railway and the path through the dark wood. */
final class Walkways {
    static final LineString TUNNEL = Shapes.line(-172, -374, -176, -488);
    static final LineString WOOD_PATH =
            Shapes.curve(-660, 985, -640, 1080, -690, 1180, -610, 1290, -600, 1400, -560, 1470, -520, 1560);

    private Walkways() {}

    static List<Piece> all(Geometry water) {
        List<Piece> paths = new ArrayList<>();
        paths.add(path("Gångtunneln", "tunnel", true, TUNNEL));
        paths.add(path("Tunnelvägen", "footway", true, Shapes.curve(-172, -340, -172, -374)));
        paths.add(path("Tunnelvägen", "footway", true, Shapes.curve(-176, -488, -150, -560, -80, -640, -40, -790)));
        paths.add(path("Skogsstigen", "footway", false, WOOD_PATH));
        paths.add(path("Perrongen", "platform", true, Shapes.line(-160, -437, 260, -462)));
        river(paths, water);
        paths.add(path("", "footway", true, Shapes.curve(255, 260, 360, 300, 450, 300, 540, 280, 630, 330)));
        paths.add(path("", "footway", true, Shapes.curve(330, 385, 380, 330, 450, 300, 500, 240, 505, 195)));
        paths.add(path("", "footway", true, Shapes.curve(450, 300, 470, 345, 460, 388)));
        paths.add(path(
                "Strandpromenaden",
                "footway",
                true,
                Shapes.curve(-1000, -1010, -1030, -1100, -1050, -1200, -960, -1310, -850, -1330)));
        paths.add(path(
                "", "footway", true, Shapes.curve(-1030, -1100, -940, -1120, -840, -1100, -760, -1040, -700, -862)));
        paths.add(path("", "footway", true, Shapes.curve(-555, 180, -470, 215, -380, 240)));
        paths.add(path(
                "", "footway", true, Shapes.curve(-640, 880, -560, 900, -470, 930, -360, 900, -60, 960, 100, 960)));
        paths.add(path("", "footway", true, Shapes.curve(-1350, 40, -1290, 110, -1200, 130)));
        paths.add(path("", "footway", false, Shapes.curve(-250, -985, -270, -1090, -330, -1180, -420, -1200)));
        paths.add(path("", "footway", false, Shapes.curve(430, 1260, 540, 1330, 640, 1440)));
        paths.add(path(
                "Norrstråket",
                "cycleway",
                true,
                Shapes.curve(-520, 1560, -420, 1700, -370, 1780, -330, 1900, -200, 2080)));
        paths.add(path("", "cycleway", true, Shapes.curve(-720, 1640, -520, 1730, -370, 1780, -180, 1760, 20, 1790)));
        return paths;
    }

    private static void river(List<Piece> paths, Geometry water) {
        Geometry near = Shapes.area(-1300, -420, -1300, 700, 1250, 1250, 1250, 500, 0, 300, -900, -420);
        for (double aside : new double[] {30, -30}) {
            Geometry bank =
                    Shapes.without(Shapes.common(OffsetCurve.getCurve(Landscape.RIVER, aside), near), water.buffer(3));
            for (LineString piece : Shapes.pieces(bank, 300)) {
                paths.add(path("Åpromenaden", "footway", aside < 0, piece));
            }
        }
    }

    private static Piece path(String name, String kind, boolean lit, LineString line) {
        return new Piece(BaseRole.PATHS, kind, name, line, Map.of("lit", lit ? "yes" : "no"));
    }
}
