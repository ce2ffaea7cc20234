package se.lageskarta.service.publicpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;

/** A release of an invented town: squares of 500 m around a centre, larger areas farther out, a lake, roads and a winding border. */
final class InventedRelease {
    private static final double SIDE = 500;
    /** SWEREF 99 TM, where nobody lives. */
    private static final double EAST = 430_000;

    private static final double NORTH = 6_440_000;
    private static final Projection METRES = Projection.of(Crs.SWEREF99_TM);
    private static final String[] STREETS = {
        "Ringvägen", "Kvarngatan", "Almvägen", "Stationsgatan", "Sjövägen", "Björkstigen", "Lillgatan", "Kyrkbacken",
        "Skolvägen", "Ängsvägen", "Hamngatan", "Bergsvägen", "Norra torget", "Södra torget", "Parkvägen", "Tallstigen"
    };

    private final int across;
    private final int down;
    private final List<Release.Series> series;

    private InventedRelease(int across, int down, int series) {
        this.across = across;
        this.down = down;
        this.series = SERIES.subList(0, series);
    }

    private static final List<Release.Series> SERIES = List.of(
            new Release.Series(
                    "all",
                    new Words("Alla rapporterade händelser", "All reported incidents"),
                    new Words("Allt som rapporterats utomhus och i trapphus.", "All that was reported outdoors.")),
            new Release.Series(
                    "damage",
                    new Words("Skadegörelse och klotter", "Damage and graffiti"),
                    new Words("Krossade rutor, klotter, bränder i papperskorgar.", "Broken panes, graffiti, fires.")),
            new Release.Series(
                    "theft",
                    new Words("Stölder utomhus", "Thefts outdoors"),
                    new Words("Cyklar, ur bilar, ur förråd.", "Bicycles, from cars, from sheds.")),
            new Release.Series(
                    "order",
                    new Words("Störningar på allmän plats", "Disturbances in public places"),
                    new Words("Bråk, buller, farlig körning.", "Quarrels, noise, dangerous driving.")));

    /** Some sixty areas and all that a release can hold. */
    static Release town() {
        return new InventedRelease(10, 8, 4).release();
    }

    /** As many areas as a county of 1.6 million people. */
    static Release county() {
        return new InventedRelease(64, 38, 4).release();
    }

    /** The town amid a countryside of four large areas, so wide that the town is small on a map of all. */
    static Release wide() {
        Release town = town();
        double[][] corners = {{-16_000, -14_000}, {2_500, -14_000}, {-16_000, 4_000}, {5_000, 4_000}};
        List<Release.Area> areas = new ArrayList<>(town.areas());
        List<Release.Cell> cells = new ArrayList<>(town.cells());
        for (int i = 0; i < corners.length; i++) {
            double x = corners[i][0];
            double y = corners[i][1];
            double right = i == 0 ? 2_500 : i == 2 ? 0 : 21_000;
            double up = i < 2 ? 0 : 18_000;
            String id = "w" + i;
            List<double[]> ring = List.of(place(x, y), place(right, y), place(right, up), place(x, up), place(x, y));
            areas.add(new Release.Area(id, "Landsbygden " + (i + 1), "100-199", List.of(List.of(ring))));
            for (Release.Series series : town.series()) {
                cells.add(new Release.Cell(id, series.code(), CountClass.values()[i + 1]));
            }
        }
        return new Release(
                town.slug(),
                town.title(),
                town.from(),
                town.to(),
                town.published(),
                town.publisher(),
                town.contact(),
                town.noise(),
                town.invented(),
                town.series(),
                areas,
                cells,
                town.totals(),
                town.perceived(),
                town.measures(),
                town.walks(),
                town.text(),
                town.method(),
                town.report(),
                town.backdrop(),
                null);
    }

    private Release release() {
        List<Release.Area> areas = areas();
        List<Release.Cell> cells = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            for (int s = 0; s < series.size(); s++) {
                cells.add(new Release.Cell(areas.get(i).id(), series.get(s).code(), count(i, s, areas.size())));
            }
        }
        List<@Nullable CountClass> totals = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            totals.add(s == 2 ? null : CountClass.FROM_50);
        }
        return new Release(
                "trygghet-2025",
                new Words("Trygghet i Påhittköping 2025", "Safety in Påhittköping 2025"),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 2, 3),
                "Påhittköpings kommun",
                "trygghet@pahittkoping.example",
                true,
                true,
                series,
                areas,
                cells,
                totals,
                perceived(areas),
                measures(areas),
                walks(),
                TEXT,
                METHOD,
                REPORT,
                backdrop(),
                null);
    }

    /** Squares stand alone near the centre; farther out two rows by three columns are one area. */
    private List<Release.Area> areas() {
        List<Release.Area> areas = new ArrayList<>();
        for (int row = 0; row < down; row += 2) {
            for (int column = 0; column < across; column += 3) {
                if (Math.hypot((column + 1.5) / across - .5, (row + 1.0) / down - .5) > .43) {
                    add(areas, column, row, Math.min(3, across - column), Math.min(2, down - row));
                } else {
                    for (int i = 0; i < 6; i++) {
                        if (column + i % 3 < across && row + i / 3 < down) {
                            add(areas, column + i % 3, row + i / 3, 1, 1);
                        }
                    }
                }
            }
        }
        return areas;
    }

    private void add(List<Release.Area> areas, int column, int row, int wide, int high) {
        int n = areas.size();
        String street = STREETS[n % STREETS.length];
        String name = n < STREETS.length ? street : street + " " + (n / STREETS.length + 1);
        List<double[]> ring = new ArrayList<>();
        corner(ring, column, row);
        for (int i = 1; i <= wide; i++) {
            corner(ring, column + i, row);
        }
        corner(ring, column + wide, row + high);
        corner(ring, column, row + high);
        corner(ring, column, row);
        String households = wide == 1 ? n % 3 == 0 ? "100-199" : "50-99" : "100-199";
        areas.add(new Release.Area("a" + (n + 1), name, households, List.of(List.of(ring))));
    }

    private static void corner(List<double[]> ring, double column, double row) {
        ring.add(place(column * SIDE, row * SIDE));
    }

    private static double[] place(double east, double south) {
        double[] x = {EAST + east};
        double[] y = {NORTH - south};
        METRES.toLonLat(x, y, 0, 1, x, y);
        return new double[] {Math.round(x[0] * 1e6) / 1e6, Math.round(y[0] * 1e6) / 1e6};
    }

    private static CountClass count(int area, int series, int areas) {
        double middle = 1 - Math.abs(area - areas / 2.0) / (areas / 2.0);
        int n = (int) (70 * middle * middle / (1 + 1.3 * series)) + (area * 7 + series * 5) % 11 - 3;
        return CountClass.of(Math.max(0, n));
    }

    private static List<Release.Perceived> perceived(List<Release.Area> areas) {
        return IntStream.range(0, Math.min(areas.size(), 200))
                .filter(i -> i % 4 == 0)
                .mapToObj(i ->
                        new Release.Perceived(areas.get(i).id(), CountClass.of(i % 32), CountClass.of((i + 12) % 24)))
                .toList();
    }

    private static List<Release.Measure> measures(List<Release.Area> areas) {
        return List.of(
                new Release.Measure(
                        "Ny belysning vid gångtunneln",
                        "in-progress",
                        "Alla armaturer är bytta före november.",
                        areas.get(20).id(),
                        place(2300, 1700),
                        null),
                new Release.Measure(
                        "Trygghetsvärdar på fredagskvällar",
                        "decided",
                        "Två värdar finns på plats varje fredag kl. 20–24.",
                        areas.get(30).id(),
                        place(3050, 2300),
                        null),
                new Release.Measure(
                        "Snabb klottersanering",
                        "done",
                        "Klotter tas bort inom 24 timmar.",
                        null,
                        null,
                        LocalDate.of(2025, 10, 14)));
    }

    private static List<Release.Walk> walks() {
        return List.of(
                new Release.Walk(
                        "Runt Stationsgatan", LocalDate.of(2025, 10, 9), 14, 6, "protokoll/runt-stationsgatan.pdf"),
                new Release.Walk("Parkvägen och sjön", LocalDate.of(2025, 5, 22), 9, 9, null));
    }

    private Release.Backdrop backdrop() {
        double width = across * SIDE;
        double height = down * SIDE;
        List<double[]> border = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            double turn = Math.PI * 2 * (i % 400) / 400;
            double out = .72 + .015 * Math.sin(turn * 40) + .02 * Math.cos(turn * 7);
            border.add(place(width / 2 + Math.cos(turn) * out * width, height / 2 + Math.sin(turn) * out * height));
        }
        List<double[]> lake = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            double turn = Math.PI * 2 * (i % 200) / 200;
            double out = 1 + .12 * Math.sin(turn * 3) + .05 * Math.cos(turn * 11);
            lake.add(place(width * (.2 + .11 * out * Math.cos(turn)), height * (.72 + .13 * out * Math.sin(turn))));
        }
        List<List<double[]>> roads = new ArrayList<>();
        for (int road = 0; road < 9; road++) {
            List<double[]> line = new ArrayList<>();
            for (int i = -5; i <= 45; i++) {
                double along = i / 40.0;
                double swing = .03 * Math.sin(along * 6 + road) + (road % 4 + .7) / 4.4;
                line.add(road < 5 ? place(along * width, swing * height) : place(swing * width, along * height));
            }
            roads.add(line);
        }
        List<Release.Place> places = List.of(
                new Release.Place("Påhittköping", place(width * .5, height * .46)),
                new Release.Place("Storsjön", place(width * .2, height * .72)),
                new Release.Place("Norrby", place(width * .3, height * .12)),
                new Release.Place("Söderäng", place(width * .62, height * .86)),
                new Release.Place("Österled", place(width * .87, height * .4)),
                new Release.Place("Kvarnbacken", place(width * .72, height * .2)));
        return new Release.Backdrop(List.of(border), List.of(lake), roads, places);
    }

    private static final Words TEXT = new Words("""
            Under 2025 rapporterades flest händelser kring Stationsgatan och torgen, där många rör sig. \
            I de flesta områden är antalet litet.

            Kommunen, polisen och bostadsbolagen arbetar tillsammans med belysning, sanering och närvaro \
            på kvällar. Du som bor här kan rapportera det du ser.""", """
            In 2025 most incidents were reported around Stationsgatan and the squares, where many people pass. \
            In most areas the count is small.

            The municipality, the police and the housing companies work together on lighting, cleaning and \
            presence in the evenings.""");
    private static final Words METHOD = new Words("""
            Händelserna kommer från kommunens, polisens och bostadsbolagens rapporter. Varje händelse räknas i det \
            område där den rapporterades.

            Områdena är gjorda av rutor med tillräckligt många hushåll; rutor med färre har slagits ihop med grannar.""", """
            Incidents come from reports of the municipality, the police and housing companies.

            Areas are made of squares with enough households; squares with fewer were merged with neighbours.""");
    private static final Words REPORT = new Words("""
            Vid fara för liv: ring 112. Till polisen når du på 114 14.

            Trasig lampa, klotter eller skräp: gör en felanmälan till kommunen.""", """
            When lives are in danger: call 112. The police answer at 114 14.

            A broken lamp, graffiti or litter: report it to the municipality.""");
}
