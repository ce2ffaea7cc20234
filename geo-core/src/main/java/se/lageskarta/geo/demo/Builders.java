package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.read.BaseRole;

/** Puts houses along the streets, each kind of district in its own way, and the large buildings where the plan says. */
final class Builders {
    /**
     * How houses stand along a street, metres.
     *
     * @param skip share of the plots left empty
     */
    private record Manner(
            String kind,
            double minLength,
            double maxLength,
            double minDepth,
            double maxDepth,
            double setback,
            double gap,
            double skip,
            int minHouseholds,
            int maxHouseholds) {}

    private static final Manner TOWN_HOUSES = new Manner("apartments", 22, 46, 12, 15, 1.5, 3.5, 0.12, 4, 12);
    private static final Manner VILLAS = new Manner("house", 11, 17, 8.5, 11.5, 8, 22, 0.15, 1, 1);
    private static final Manner ROW_HOUSES = new Manner("rowhouse", 7.5, 8.5, 9.5, 10.5, 5, 0.05, 0.06, 1, 1);
    private static final Manner WORKS = new Manner("industrial", 32, 85, 26, 52, 12, 24, 0.22, 0, 0);
    private static final Manner SHOPS = new Manner("commercial", 50, 105, 42, 62, 34, 34, 0.15, 0, 0);
    private static final Manner FARMS = new Manner("house", 11, 15, 8, 10, 18, 420, 0.45, 1, 1);

    private final SplittableRandom random;
    private final Quadtree taken = new Quadtree();
    private final List<Building> buildings = new ArrayList<>();
    private final List<Piece> yards = new ArrayList<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    Builders(SplittableRandom random, List<Street> streets, Landscape landscape) {
        this.random = random;
        for (Street street : streets) {
            take(street.corridor());
        }
        for (Piece piece : landscape.pieces()) {
            if (piece.role() == BaseRole.WATER || piece.role() == BaseRole.RAIL) {
                take(piece.geometry()
                        .buffer(piece.kind().equals("lake") || piece.kind().equals("river") ? 22 : 13, 4));
            }
        }
        take(Landscape.RAILWAY.buffer(24, 4));
        take(Shapes.line(-560, -400, 660, -470).buffer(24, 4));
        TownPlan.places().forEach(place -> take(place.geometry()));
        TownPlan.WOODS.forEach(wood -> take(wood.geometry()));
    }

    void build(List<Street> streets) {
        landmarks();
        estate();
        for (Street street : streets) {
            manner(street);
        }
        buildings.replaceAll(building -> addressed(building, streets));
    }

    /** Buildings that were set down by the plan get the next number of the street nearest to them. */
    private Building addressed(Building building, List<Street> streets) {
        boolean wanted = building.number() == 0
                && (building.households() > 0 || !building.name().isEmpty());
        if (!wanted) {
            return building;
        }
        Street nearest = streets.stream()
                .filter(street -> !street.kind().equals("track"))
                .min(Comparator.comparingDouble(street -> street.line().distance(building.shape())))
                .orElseThrow();
        int number = lastNumber.merge(nearest.name(), 1, Integer::sum);
        return new Building(
                building.kind(),
                building.name(),
                building.shape(),
                nearest.name(),
                number,
                building.households(),
                building.door());
    }

    List<Building> buildings() {
        return List.copyOf(buildings);
    }

    /** Parking and yards. */
    List<Piece> yards() {
        return List.copyOf(yards);
    }

    /** What the town covers with houses and streets: no forest and no field. */
    static Geometry builtUp(List<Building> buildings) {
        List<Geometry> around = new ArrayList<>();
        for (Building building : buildings) {
            if (!building.kind().equals("farm") && !building.kind().equals("outbuilding")) {
                Envelope plot = new Envelope(building.shape().getEnvelopeInternal());
                plot.expandBy(38);
                around.add(Shapes.FACTORY.toGeometry(plot));
            }
        }
        TownPlan.places().forEach(place -> around.add(place.geometry().buffer(20, 3)));
        return Shapes.together(around).buffer(45, 4).buffer(-45, 4);
    }

    private void manner(Street street) {
        switch (districtKind(street)) {
            case "centre" -> along(street, TOWN_HOUSES);
            case "villas" -> along(street, VILLAS);
            case "rows" -> along(street, ROW_HOUSES);
            case "works" -> along(street, WORKS);
            case "shops" -> along(street, SHOPS);
            case "country" -> along(street, FARMS);
            default -> {}
        }
    }

    private static String districtKind(Street street) {
        if (street.kind().equals("tertiary")) {
            return "country";
        }
        if (street.name().equals("Industrigatan")) {
            return "works";
        }
        if (street.name().equals("Storgatan")
                || street.name().equals("Stationsgatan")
                || street.name().equals("Kyrkogatan")
                || street.name().equals("Järnvägsgatan")) {
            return "centre";
        }
        for (District district : TownPlan.DISTRICTS) {
            if (district.name().equals(street.district())) {
                return district.kind();
            }
        }
        return street.kind().equals("secondary") ? "villas" : "none";
    }

    private void along(Street street, Manner manner) {
        LengthIndexedLine line = new LengthIndexedLine(street.line());
        double length = street.line().getLength();
        int base = lastNumber.getOrDefault(street.name(), 0);
        int highest = base;
        for (int side = 1; side >= -1; side -= 2) {
            int number = base + (side > 0 ? 1 : 2);
            double at = random.nextDouble(4, 12) + manner.setback;
            int inRow = 0;
            while (at < length - 5) {
                double front = random.nextDouble(manner.minLength, manner.maxLength);
                boolean placed = at + front < length - 3
                        && random.nextDouble() >= manner.skip
                        && house(street, line, at + front / 2, side, front, number, manner);
                if (placed) {
                    highest = Math.max(highest, number);
                    inRow++;
                }
                number += 2;
                at += front + manner.gap * random.nextDouble(0.8, 1.5);
                if (manner == ROW_HOUSES && inRow >= 6) {
                    at += random.nextDouble(12, 22);
                    inRow = 0;
                }
            }
        }
        lastNumber.put(street.name(), highest + highest % 2);
    }

    private boolean house(
            Street street, LengthIndexedLine line, double at, int side, double front, int number, Manner manner) {
        double angle = Shapes.direction(line, at);
        double depth = random.nextDouble(manner.minDepth, manner.maxDepth);
        boolean loose = manner == VILLAS || manner == FARMS;
        double setback = manner.setback + (loose ? random.nextDouble(0, 5) : 0);
        double aside = side * (street.halfWidthMetres() + 2.5 + setback + depth / 2);
        Coordinate centre = line.extractPoint(at, aside);
        double turned = angle + (loose ? random.nextGaussian() * 0.04 : 0);
        Polygon shape = Shapes.rectangle(centre.x, centre.y, front, depth, turned);
        if (loose && random.nextDouble() < 0.4) {
            shape = angled(shape, centre, turned, side, depth);
        }
        if (!free(shape, manner == ROW_HOUSES || manner == TOWN_HOUSES ? 0.0 : 3)) {
            return false;
        }
        int households = manner.minHouseholds == manner.maxHouseholds
                ? manner.minHouseholds
                : random.nextInt(manner.minHouseholds, manner.maxHouseholds + 1);
        Coordinate door = line.extractPoint(at, side * (street.halfWidthMetres() + 2.5 + setback + 1));
        add(new Building(manner == FARMS ? "farm" : manner.kind, "", shape, street.name(), number, households, door));
        if (manner == FARMS || (manner == VILLAS && random.nextDouble() < 0.18)) {
            outbuilding(line, at, side, front, aside, turned, manner);
        }
        if (manner == SHOPS) {
            parking(line.extractPoint(at, side * (street.halfWidthMetres() + 19)), front, 25, angle);
        }
        return true;
    }

    /** A villa with a wing at the back. */
    private Polygon angled(Polygon house, Coordinate centre, double angle, int side, double depth) {
        double wing = random.nextDouble(5, 7);
        double back = side * (depth / 2 + wing / 2 - 0.5);
        double along = random.nextDouble(-3, 3);
        double u = centre.x + along * Math.cos(angle) - back * Math.sin(angle);
        double v = centre.y + along * Math.sin(angle) + back * Math.cos(angle);
        Geometry both = Shapes.joined(house, Shapes.rectangle(u, v, wing, wing, angle));
        return both instanceof Polygon polygon ? polygon : house;
    }

    private void outbuilding(
            LengthIndexedLine line, double at, int side, double front, double aside, double angle, Manner manner) {
        boolean farm = manner == FARMS;
        double away = front / 2 + (farm ? 16 : 5.5);
        Coordinate place = line.extractPoint(Math.max(0, at + away), aside + side * (farm ? 12 : 3));
        Polygon shape = farm
                ? Shapes.rectangle(place.x, place.y, random.nextDouble(18, 34), 11, angle + Math.PI / 2)
                : Shapes.rectangle(place.x, place.y, 4, 6.5, angle);
        if (free(shape, 1)) {
            add(new Building("outbuilding", "", shape, "", 0, 0, place));
        }
    }

    /** Norrgården: slab blocks of the sixties around yards, with parking by the streets. */
    private void estate() {
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 5; column++) {
                double u = -640 + column * 142 + row * 12;
                double v = 1600 + row * 128 + column * 16;
                boolean upright = (row + column) % 3 == 0;
                Polygon slab = upright
                        ? Shapes.rectangle(u, v, 12.5, 68, 0.12)
                        : Shapes.rectangle(u, v, random.nextDouble(58, 78), 12.5, 0.12);
                if (free(slab, 4)) {
                    add(new Building(
                            "apartments",
                            "",
                            slab,
                            "",
                            0,
                            random.nextInt(12, 25),
                            slab.getCentroid().getCoordinate()));
                }
                Polygon lot = Shapes.rectangle(u + 14, v - 44, 62, 17, 0.12);
                if (!upright && free(lot, 1)) {
                    parking(lot);
                }
            }
        }
    }

    private void landmarks() {
        landmark("station", "Resecentrum", 60, -418, 58, 11, -0.03);
        landmark("public", "Stadsbiblioteket", -110, 92, 36, 26, -0.06);
        landmark("public", "Kommunhuset", 120, 72, 52, 18, -0.06);
        landmark("church", "Lägesby kyrka", -465, 245, 34, 13, 0.12);
        landmark("church", "", -484, 243, 9, 9, 0.12);
        landmark("school", "Ekbackens skola", -775, 850, 84, 15, 0.12);
        landmark("school", "", -810, 885, 15, 58, 0.12);
        landmark("school", "", -720, 905, 42, 22, 0.12);
        landmark("school", "Centralskolan", 390, -235, 110, 16, -0.06);
        landmark("school", "", 345, -275, 15, 50, -0.06);
        landmark("school", "", 430, -290, 46, 26, -0.06);
        landmark("public", "Lägesvallen", -800, -560, 60, 9, 0.03);
        landmark("public", "", -700, -705, 64, 34, 0.03);
        landmark("commercial", "Norrgårdens centrum", -370, 1830, 60, 30, 0.12);
        landmark("outbuilding", "Båthuset", -1068, -1062, 24, 9, 1.1);
        parking(Shapes.rectangle(-60, -418, 120, 20, -0.03));
        parking(Shapes.rectangle(-370, 1790, 66, 30, 0.12));
        parking(Shapes.rectangle(-640, -540, 60, 30, 0.03));
        parking(Shapes.rectangle(330, -200, 30, 24, -0.06));
    }

    private void landmark(String kind, String name, double u, double v, double length, double width, double angle) {
        Polygon shape = Shapes.rectangle(u, v, length, width, angle);
        add(new Building(kind, name, shape, "", 0, 0, shape.getCentroid().getCoordinate()));
    }

    private void parking(Coordinate centre, double length, double width, double angle) {
        Polygon lot = Shapes.rectangle(centre.x, centre.y, length, width, angle);
        if (free(lot, 0)) {
            parking(lot);
        }
    }

    private void parking(Polygon lot) {
        yards.add(new Piece(BaseRole.ROADS, "parking", "", lot));
        take(lot);
    }

    private void add(Building building) {
        buildings.add(building);
        take(building.shape());
    }

    private void take(Geometry geometry) {
        taken.insert(geometry.getEnvelopeInternal(), geometry);
    }

    private boolean free(Polygon shape, double clearance) {
        Geometry wanted = clearance > 0 ? shape.buffer(clearance, 1) : shape;
        for (Object other : taken.query(wanted.getEnvelopeInternal())) {
            if (overlaps((Geometry) other, wanted)) {
                return false;
            }
        }
        return true;
    }

    /** Walls may touch; anything more may not. */
    private static boolean overlaps(Geometry other, Geometry wanted) {
        return other.getEnvelopeInternal().intersects(wanted.getEnvelopeInternal())
                && other.intersects(wanted)
                && Shapes.common(other, wanted).getArea() > 0.6;
    }
}
