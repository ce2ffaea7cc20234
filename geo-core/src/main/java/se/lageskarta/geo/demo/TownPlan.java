package se.lageskarta.geo.demo;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.demo.StreetNames.Theme;
import se.lageskarta.geo.read.BaseRole;

/** What the town's planners drew by hand: the main streets, the districts, the square, parks and schools. */
final class TownPlan {
    static final List<Street> MAIN_STREETS = List.of(
            primary("Storgatan", -1150, 110, -600, 45, 0, 0, 600, -30, 1150, -20, 1700, 60),
            primary("Västra vägen", -1150, 110, -1700, 260, -2500, 420),
            primary("Östra vägen", 1700, 60, 2150, 180, 2600, 300),
            secondary("Stationsgatan", 92, -384, 74, -200, 60, -3),
            secondary("Kyrkogatan", 60, -3, 50, 250, 42, 480, 60, 720),
            primary("Norra vägen", 60, 720, 130, 1100, 100, 1560, 0, 2150),
            primary("Södra vägen", 640, -31, 715, -250, 770, -500, 800, -800, 745, -1200, 790, -1700),
            secondary("Järnvägsgatan", -880, -270, -300, -338, 92, -384, 450, -397, 735, -385, 1300, -425, 1640, -430),
            secondary(
                    "Ringvägen",
                    -1700,
                    260,
                    -1560,
                    880,
                    -950,
                    1370,
                    100,
                    1545,
                    820,
                    1590,
                    1340,
                    1250,
                    1560,
                    700,
                    1700,
                    60),
            secondary("Sjövägen", 796, -770, 300, -830, -250, -800, -700, -860, -1000, -1010),
            new Street("Industrigatan", "industrial", "", Shapes.curve(798, -720, 1400, -790, 2000, -840, 2350, -900)),
            secondary("Strandgatan", -800, 200, -560, 330, -330, 440, 42, 430, 330, 400, 600, 420, 730, 560));

    static final List<Street> COUNTRY_ROADS = List.of(
            rural("Västra vägen", -2500, 420, -4500, 900, -6800, 1300, -10800, 2500),
            rural("Östra vägen", 2600, 300, 4500, 800, 7000, 700, 10800, 1100),
            rural("Norra vägen", 0, 2150, -200, 2900, 250, 4500, -300, 6800, 500, 10800),
            rural(
                    "Södra vägen",
                    790,
                    -1700,
                    1000,
                    -2300,
                    1600,
                    -3500,
                    2700,
                    -5000,
                    3150,
                    -5850,
                    3500,
                    -7400,
                    3800,
                    -10800),
            rural("Kvarnvägen", -2500, 420, -3300, 1700, -4100, 3400, -4300, 6800, -5200, 9300),
            rural("Långsjövägen", -1000, -1010, -1300, -2150, -2700, -2900, -4600, -3500, -6600, -4700, -8600, -5000),
            rural("Östanvägen", 3150, -5850, 4900, -6300, 7200, -5600, 9700, -6100),
            rural("Tjärnvägen", 250, 4500, 1700, 5200, 3000, 5800, 5200, 7400),
            rural("Skogsbyvägen", 4500, 800, 5200, 2400, 6600, 3700, 9000, 4200),
            rural("Myrvägen", 1000, -2300, -400, -3600, -900, -5600, -2500, -7700));

    static final List<District> DISTRICTS = List.of(
            new District(
                    "Centrum",
                    "centre",
                    Theme.TOWN,
                    Shapes.area(
                            -830, -262, -830, 185, -560, 320, -330, 425, 42, 415, 330, 390, 610, 410, 690, 480, 640,
                            -31, 722, -372, 92, -374),
                    -0.06,
                    122,
                    104,
                    3),
            new District(
                    "Ekbacken",
                    "villas",
                    Theme.TREES,
                    Shapes.area(
                            -1640, 300, -1510, 860, -930, 1320, 60, 1500, 85, 1100, 40, 640, -340, 620, -900, 410,
                            -1180, 160),
                    0.32,
                    230,
                    124,
                    38),
            new District(
                    "Björkhagen",
                    "villas",
                    Theme.BIRDS,
                    Shapes.area(90, 700, 150, 1100, 120, 1520, 820, 1560, 1290, 1250, 1060, 1010, 760, 740, 330, 560),
                    0.62,
                    220,
                    124,
                    44),
            new District(
                    "Solsidan",
                    "villas",
                    Theme.SKY,
                    Shapes.area(690, 10, 1150, 10, 1670, 90, 1530, 700, 1330, 1180, 1120, 960, 830, 620, 690, 480),
                    -0.35,
                    230,
                    124,
                    42),
            new District(
                    "Norrgården",
                    "slabs",
                    Theme.COUNTRY,
                    Shapes.area(-760, 1480, 60, 1600, -10, 2120, -420, 2180, -800, 1990),
                    0.12,
                    300,
                    220,
                    12),
            new District(
                    "Åkerängen",
                    "rows",
                    Theme.FLOWERS,
                    Shapes.area(730, -60, 1150, -50, 1400, -10, 1380, -400, 1300, -395, 750, -360),
                    0.06,
                    210,
                    92,
                    14),
            new District(
                    "Handelsområdet",
                    "shops",
                    Theme.CRAFT,
                    Shapes.area(1760, 120, 2150, 220, 2440, 290, 2400, 700, 1720, 680),
                    0.22,
                    340,
                    250,
                    4),
            new District(
                    "Södra industriområdet",
                    "works",
                    Theme.CRAFT,
                    Shapes.area(840, -545, 1600, -565, 2300, -660, 2300, -1150, 1700, -1180, 850, -1080),
                    -0.06,
                    360,
                    190,
                    6),
            new District(
                    "Sjöstaden",
                    "villas",
                    Theme.LAKE,
                    Shapes.area(
                            -930, -430, -100, -500, 740, -560, 770, -800, 715, -1200, 715, -1290, 250, -1420, -420,
                            -1400, -800, -1290, -960, -1050, -1120, -700),
                    -0.12,
                    230,
                    124,
                    36),
            new District(
                    "Östanby",
                    "villas",
                    Theme.COUNTRY,
                    Shapes.smoothArea(2880, -5560, 3260, -5520, 3500, -5800, 3440, -6190, 3080, -6260, 2850, -5980),
                    0.9,
                    210,
                    105,
                    34));

    static final Polygon SQUARE = Shapes.rectangle(-2, 54, 92, 62, -0.06);
    static final Polygon STATION_SQUARE = Shapes.rectangle(150, -417, 90, 26, -0.03);
    static final Polygon CITY_PARK =
            Shapes.smoothArea(250, 250, 330, 205, 500, 190, 600, 220, 640, 330, 600, 395, 450, 388, 330, 385, 260, 350);
    static final Polygon CHURCHYARD = Shapes.area(-560, 178, -390, 190, -372, 300, -470, 330, -556, 292);
    static final Polygon EKBACKEN_SCHOOL = Shapes.area(-870, 760, -640, 800, -655, 985, -860, 965);
    static final Polygon CENTRAL_SCHOOL = Shapes.area(300, -330, 470, -340, 480, -190, 310, -178);
    static final Polygon SCHOOL_WOOD =
            Shapes.smoothArea(-820, 1020, -650, 1000, -520, 1080, -440, 1250, -470, 1420, -660, 1400, -780, 1240);
    static final Polygon SPORTS_GROUND = Shapes.area(-905, -480, -560, -505, -560, -745, -930, -735);
    static final Polygon LAKE_PARK =
            Shapes.smoothArea(-1040, -1020, -900, -980, -830, -1080, -850, -1260, -960, -1320, -1060, -1200);
    static final Polygon ALLOTMENTS = Shapes.area(-1560, -150, -1370, -180, -1350, 40, -1500, 70);
    static final List<Piece> WOODS = List.of(
            wood("Björkdungen", 420, 1240, 600, 1210, 700, 1330, 640, 1470, 470, 1450),
            wood("Kråkskogen", 560, 840, 700, 800, 800, 900, 740, 1010, 600, 980),
            wood("Solberget", 1150, 420, 1330, 400, 1390, 560, 1260, 680, 1130, 600),
            wood("Ekhagen", -1330, 430, -1180, 400, -1090, 520, -1180, 660, -1330, 610),
            wood("Prästskogen", -330, 830, -150, 800, -80, 930, -170, 1060, -330, 1010),
            wood("Sjöskogen", -420, -1010, -180, -980, -90, -1130, -250, -1270, -430, -1200),
            wood("Tallåsen", 280, -1000, 430, -960, 520, -1080, 450, -1250, 290, -1180),
            wood("Kullen", 90, -600, 240, -590, 270, -690, 170, -750, 80, -700));
    static final Polygon RIVER_GREEN = (Polygon) Landscape.RIVER.buffer(46, 6);

    private TownPlan() {}

    /** Greens, yards and squares, and what stands on them that no street leads along. */
    static List<Piece> places() {
        return List.of(
                new Piece(BaseRole.ROADS, "square", "Stora torget", SQUARE),
                new Piece(BaseRole.ROADS, "square", "Stationsplan", STATION_SQUARE),
                new Piece(BaseRole.GREEN, "park", "Stadsparken", CITY_PARK),
                new Piece(BaseRole.GREEN, "cemetery", "Kyrkogården", CHURCHYARD),
                new Piece(BaseRole.GREEN, "school", "Ekbackens skola", EKBACKEN_SCHOOL),
                new Piece(BaseRole.GREEN, "school", "Centralskolan", CENTRAL_SCHOOL),
                new Piece(BaseRole.GREEN, "forest", "Skolskogen", SCHOOL_WOOD),
                new Piece(BaseRole.GREEN, "grass", "Lägesvallen", SPORTS_GROUND),
                new Piece(BaseRole.GREEN, "pitch", "", Shapes.rectangle(-800, -612, 105, 68, 0.03)),
                new Piece(BaseRole.GREEN, "pitch", "", Shapes.rectangle(-640, -628, 90, 60, 1.55)),
                new Piece(BaseRole.GREEN, "pitch", "", Shapes.rectangle(-690, 940, 40, 22, 0.15)),
                new Piece(BaseRole.GREEN, "park", "Sjöparken", LAKE_PARK),
                new Piece(BaseRole.GREEN, "allotments", "Kolonilotterna", ALLOTMENTS));
    }

    /** Where no street or house may be laid out. */
    static Geometry reserved(Geometry water) {
        Geometry woods = UnaryUnionOp.union(WOODS.stream().map(Piece::geometry).toList());
        return UnaryUnionOp.union(List.of(
                woods,
                SQUARE,
                STATION_SQUARE,
                CITY_PARK,
                CHURCHYARD,
                EKBACKEN_SCHOOL,
                CENTRAL_SCHOOL,
                SCHOOL_WOOD,
                SPORTS_GROUND,
                LAKE_PARK,
                ALLOTMENTS,
                water.buffer(30, 4),
                Landscape.RAILWAY.buffer(30, 4)));
    }

    /** Label points: name to kind and place. */
    static List<Piece> labels() {
        Map<String, double[]> at = Map.ofEntries(
                Map.entry("Resecentrum|station", new double[] {60, -418}),
                Map.entry("Stora torget|square", new double[] {-2, 54}),
                Map.entry("Stadsbiblioteket|library", new double[] {-120, 95}),
                Map.entry("Kommunhuset|townhall", new double[] {130, 70}),
                Map.entry("Lägesby kyrka|church", new double[] {-465, 245}),
                Map.entry("Stadsparken|park", new double[] {450, 300}),
                Map.entry("Centralskolan|school", new double[] {390, -260}),
                Map.entry("Ekbackens skola|school", new double[] {-760, 870}),
                Map.entry("Skolskogen|forest", new double[] {-620, 1220}),
                Map.entry("Norrgårdens centrum|shops", new double[] {-370, 1790}),
                Map.entry("Lägesvallen|sports", new double[] {-740, -610}),
                Map.entry("Sjöparken|park", new double[] {-940, -1150}),
                Map.entry("Båthamnen|harbour", new double[] {-1085, -1090}),
                Map.entry("Gångtunneln|tunnel", new double[] {-170, -430}),
                Map.entry("Handelsområdet|shops", new double[] {2150, 520}),
                Map.entry("Kolonilotterna|allotments", new double[] {-1450, -60}),
                Map.entry("Lägessjön|lake", new double[] {-1750, -1250}),
                Map.entry("Östanby|village", new double[] {3180, -5950}),
                Map.entry("Norrtjärn|lake", new double[] {2900, 7000}),
                Map.entry("Långsjön|lake", new double[] {-6300, -3150}),
                Map.entry("Lägesby (påhittad)|town", new double[] {0, 160}));
        return at.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    String[] name = entry.getKey().split("\\|");
                    double[] uv = entry.getValue();
                    return new Piece(BaseRole.PLACES, name[1], name[0], Shapes.point(uv[0], uv[1]));
                })
                .toList();
    }

    private static Piece wood(String name, double... uv) {
        return new Piece(BaseRole.GREEN, "forest", name, Shapes.smoothArea(uv));
    }

    private static Street primary(String name, double... uv) {
        return new Street(name, "primary", "", Shapes.curve(uv));
    }

    private static Street secondary(String name, double... uv) {
        return new Street(name, "secondary", "", Shapes.curve(uv));
    }

    private static Street rural(String name, double... uv) {
        return new Street(name, "tertiary", "", Shapes.curve(uv));
    }
}
