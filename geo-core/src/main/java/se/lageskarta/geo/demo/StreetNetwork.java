package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Fills the districts with streets: neighbouring streets that wander together, side streets that seldom meet
 * straight across, some ends left blind. The centre is a grid.
 */
final class StreetNetwork {
    private static final double SAMPLE_METRES = 14;
    /** A street end so near another street was meant to reach it. */
    private static final double REACH_METRES = 85;

    private final SplittableRandom random;
    private final StreetNames names;
    private final List<Street> streets = new ArrayList<>(TownPlan.MAIN_STREETS);
    private final Geometry mainLines;
    private final Geometry keepOut;
    private final Geometry border;

    StreetNetwork(SplittableRandom random, Landscape landscape) {
        border = landscape.border();
        Geometry water = landscape.water();
        this.random = random;
        names = new StreetNames(random.split());
        for (Street road : TownPlan.COUNTRY_ROADS) {
            for (LineString part : Shapes.pieces(Shapes.common(road.line(), border), 50)) {
                streets.add(new Street(road.name(), road.kind(), road.district(), part));
            }
        }
        streets.forEach(street -> names.fixed(street.name()));
        mainLines = UnaryUnionOp.union(streets.stream().map(Street::line).toList());
        keepOut = TownPlan.reserved(water);
    }

    List<Street> build() {
        for (District district : TownPlan.DISTRICTS) {
            fill(district);
        }
        tracks();
        return List.copyOf(streets);
    }

    private void fill(District district) {
        boolean grid = district.kind().equals("centre");
        double clearance =
                grid ? 62 : district.kind().equals("works") || district.kind().equals("shops") ? 70 : 40;
        Geometry room = Shapes.without(district.area(), keepOut, mainLines.buffer(clearance, 4));
        Frame frame = new Frame(district, random);
        List<LineString> longways = new ArrayList<>();
        int rows = (int) (frame.reach / district.acrossMetres());
        for (int row = -rows; row <= rows; row++) {
            LineString whole = frame.longway(row * district.acrossMetres());
            for (LineString piece : Shapes.pieces(Shapes.common(whole, room), grid ? 50 : 75)) {
                longways.add(piece);
                add(district, reaching(piece, mainLines, district));
            }
        }
        if (grid) {
            crossStreets(district, frame, room);
            return;
        }
        Geometry both =
                longways.isEmpty() ? mainLines : UnaryUnionOp.union(longways).union(mainLines);
        for (int row = -rows; row < rows; row++) {
            sideStreets(district, frame, room, both, row);
        }
    }

    /** In the grid a cross street keeps its name from end to end. */
    private void crossStreets(District district, Frame frame, Geometry room) {
        int columns = (int) (frame.reach / district.alongMetres());
        for (int column = -columns; column <= columns; column++) {
            LineString whole = frame.sideway(column * district.alongMetres(), -frame.reach, frame.reach);
            for (LineString piece : Shapes.pieces(Shapes.common(whole, room), 60)) {
                add(district, reaching(piece, mainLines, district));
            }
        }
    }

    private void sideStreets(District district, Frame frame, Geometry room, Geometry others, int row) {
        double across = district.acrossMetres();
        int columns = (int) (frame.reach / district.alongMetres());
        double shift = random.nextDouble(-0.4, 0.4) * district.alongMetres();
        for (int column = -columns; column <= columns; column++) {
            if (random.nextDouble() < 0.28) {
                continue;
            }
            double s = column * district.alongMetres() + shift;
            LineString whole = frame.sideway(s, row * across, (row + 1) * across);
            Geometry inside = Shapes.without(Shapes.common(whole, room.buffer(30, 4)), keepOut);
            for (LineString piece : Shapes.pieces(inside, 0.5 * across)) {
                add(district, reaching(piece, others, district));
            }
        }
    }

    private void add(District district, LineString line) {
        String kind = district.kind().equals("works") || district.kind().equals("shops") ? "industrial" : "residential";
        String name = line.getLength() < 110 && !streets.isEmpty() && random.nextDouble() < 0.75
                ? sameNameAs(district, line)
                : names.next(district.theme());
        streets.add(new Street(name, kind, district.name(), line));
    }

    /** A short side street often goes by the name of the street it leaves. */
    private String sameNameAs(District district, LineString line) {
        String best = "";
        double bestMetres = 60;
        for (Street street : streets) {
            if (street.district().equals(district.name())) {
                double metres = street.line().distance(line);
                if (metres < bestMetres) {
                    bestMetres = metres;
                    best = street.name();
                }
            }
        }
        return best.isEmpty() ? names.next(district.theme()) : best;
    }

    /** The line with its ends led to a street close by, unless river or railway lies between. */
    private LineString reaching(LineString line, Geometry others, District district) {
        List<Coordinate> places = new ArrayList<>(List.of(line.getCoordinates()));
        Coordinate first = nearest(places.get(0), others);
        if (first != null) {
            places.add(0, first);
        }
        Coordinate last = nearest(places.get(places.size() - 1), others);
        boolean blind = district.kind().equals("villas") && first != null && random.nextDouble() < 0.25;
        if (last != null && !blind) {
            places.add(last);
        }
        return Shapes.FACTORY.createLineString(places.toArray(new Coordinate[0]));
    }

    private @Nullable Coordinate nearest(Coordinate from, Geometry others) {
        Geometry point = Shapes.FACTORY.createPoint(from);
        Coordinate[] pair = DistanceOp.nearestPoints(point, others);
        double metres = pair[0].distance(pair[1]);
        if (metres < 0.5 || metres > REACH_METRES) {
            return null;
        }
        LineString way = Shapes.FACTORY.createLineString(pair);
        return way.intersects(keepOut) ? null : pair[1];
    }

    /** Forest tracks off the country roads. */
    private void tracks() {
        for (Street road : TownPlan.COUNTRY_ROADS) {
            LengthIndexedLine line = new LengthIndexedLine(road.line());
            for (double at = 900; at < road.line().getLength() - 500; at += random.nextDouble(1100, 2400)) {
                double side = random.nextBoolean() ? 1 : -1;
                Coordinate start = line.extractPoint(at);
                double away = Shapes.direction(line, at) + side * random.nextDouble(0.9, 1.9);
                double length = random.nextDouble(300, 1100);
                double bend = random.nextDouble(-0.25, 0.25) * length;
                LineString track = Shapes.curve(
                        start.x,
                        start.y,
                        start.x + 0.5 * length * Math.cos(away) - bend * Math.sin(away),
                        start.y + 0.5 * length * Math.sin(away) + bend * Math.cos(away),
                        start.x + length * Math.cos(away),
                        start.y + length * Math.sin(away));
                boolean clear = border.contains(track)
                        && !track.intersects(keepOut)
                        && streets.stream()
                                .noneMatch(other -> other != road
                                        && !other.kind().equals("track")
                                        && other.line().intersects(track));
                if (clear) {
                    streets.add(new Street("", "track", "", track));
                }
            }
        }
    }

    /** The bent coordinate system of a district: s along its streets, t across them. */
    private static final class Frame {
        private final double centreU;
        private final double centreV;
        private final double cos;
        private final double sin;
        private final double bend;
        private final double[] phase;
        final double reach;

        Frame(District district, SplittableRandom random) {
            Polygon area = district.area();
            centreU = area.getEnvelopeInternal().centre().x;
            centreV = area.getEnvelopeInternal().centre().y;
            cos = Math.cos(district.angle());
            sin = Math.sin(district.angle());
            bend = district.bendMetres();
            phase = random.doubles(4, 0, 2 * Math.PI).toArray();
            reach = 0.75 * area.getEnvelopeInternal().getDiameter();
        }

        LineString longway(double t) {
            int samples = (int) (2 * reach / SAMPLE_METRES);
            Coordinate[] places = new Coordinate[samples + 1];
            for (int i = 0; i <= samples; i++) {
                places[i] = at(-reach + i * SAMPLE_METRES, t);
            }
            return Shapes.FACTORY.createLineString(places);
        }

        LineString sideway(double s, double fromT, double toT) {
            Coordinate[] places = new Coordinate[7];
            for (int i = 0; i < places.length; i++) {
                places[i] = at(s, fromT + (toT - fromT) * i / (places.length - 1.0));
            }
            return Shapes.FACTORY.createLineString(places);
        }

        private Coordinate at(double s, double t) {
            double bentT = t + bend * (Math.sin(s / 190 + phase[0]) + 0.35 * Math.sin(s / 95 + t / 200 + phase[1]));
            double bentS =
                    s + 0.7 * bend * (Math.sin(t / 150 + phase[2]) + 0.3 * Math.sin(t / 80 + s / 300 + phase[3]));
            return new Coordinate(centreU + bentS * cos - bentT * sin, centreV + bentS * sin + bentT * cos);
        }
    }
}
