package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import se.lageskarta.geo.geocode.KnownPlace.Kind;

/**
 * Finds parts of streets: what lies between two crossings, two houses, or two places at the street. When an end is not
 * found the street as a whole is proposed, and somebody is asked. Safe for several threads.
 */
final class Stretches {
    /** A street or a square that comes so near may be meant, but somebody is asked. */
    private static final double NEAR_METRES = 60;
    /** As much of a name as somebody compares. */
    private static final int MOST_NAMES = 6;

    private static final int MOST_LINKS = 6;
    private static final int MOST_REMEMBERED = 500;
    /** How likely it is that the street is meant though an end is not found at it. */
    private static final double END_NOT_FOUND = 0.02;
    /** How likely it is that somebody means the part with another crossing of the same street within. */
    private static final double LONGER = 0.25;
    /** Streets that do meet are seldom written by mistake for others that meet as well. */
    private static final double NONE_THAT_MEET = 0.2;

    private static final double ON_METRES = 5;

    private final NameIndex names;
    private final IntFunction<List<KnownPlace>> placesOfName;
    private final List<KnownPlace> streets;
    private final Crossings crossings;
    private final Map<KnownPlace, StreetNetwork> networks = new ConcurrentHashMap<>();

    Stretches(NameIndex names, List<List<KnownPlace>> placesOfName, Crossings crossings) {
        this.names = names;
        this.placesOfName = placesOfName::get;
        this.crossings = crossings;
        streets = placesOfName.stream()
                .flatMap(List::stream)
                .filter(place -> place.kind == Kind.STREET)
                .distinct()
                .toList();
    }

    /**
     * Where a part of a street may begin or end.
     *
     * @param at on the street or beside it, longitude and latitude; more than one where it meets the street twice
     * @param likelihood of what is written
     * @param none likelihood that something unknown is meant
     * @param sure false when it only comes near
     */
    private record Located(String name, List<Coordinate> at, double likelihood, double none, boolean sure) {}

    /** Adds what one way to understand a text may mean. */
    void weigh(Between between, Whereabouts where, Weighing weighing) {
        List<Meant> firsts = meant(between.first().name());
        List<Meant> seconds = meant(between.second().name());
        if (between.street().name().isEmpty()) {
            links(firsts, seconds, where, weighing);
            return;
        }
        for (Meant street : meant(between.street().name())) {
            double likelihood =
                    Meant.likelihood(street.cost() + between.street().cost());
            for (KnownPlace place : placesOfName.apply(street.name())) {
                if (place.kind == Kind.STREET) {
                    double weight = likelihood * where.factor(place);
                    List<Located> from = ends(place, between.first(), firsts);
                    List<Located> to = ends(place, between.second(), seconds);
                    double none = Meant.likelihood(street.noneCost());
                    if (!weigh(place, from, to, weight, none, where, weighing)) {
                        weighing.add(place, Spot.whole(1), weight * END_NOT_FOUND, none, true);
                    }
                }
            }
        }
    }

    /** The part of a street between two doors that are far apart; null when it cannot be told. */
    @Nullable
    Geometry between(KnownPlace street, Coordinate first, Coordinate second) {
        Geometry lines = street.shape();
        if (lines == null || lines.getDimension() != 1) {
            return null;
        }
        Coordinate origin = street.reach().centre();
        if (networks.size() > MOST_REMEMBERED) {
            networks.clear();
        }
        StreetNetwork network = networks.computeIfAbsent(street, any -> new StreetNetwork(Plane.flat(lines, origin)));
        Geometry way = network.between(Plane.metresFrom(first, origin), Plane.metresFrom(second, origin));
        return way == null ? null : Plane.degrees(way, origin);
    }

    private List<Meant> meant(String written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Meant> meant = Meant.by(written, names);
        return meant.size() <= MOST_NAMES ? meant : meant.subList(0, MOST_NAMES);
    }

    private List<Located> ends(KnownPlace street, Between.End end, List<Meant> meant) {
        if (end.name().isEmpty()) {
            HouseNumber number = end.number();
            StreetNumbers.Found door = number == null ? null : street.numbers().find(number);
            return door == null || door.at() == null
                    ? List.of()
                    : List.of(new Located(
                            String.valueOf(number),
                            List.of(door.at()),
                            Spot.likelihood(door.match()),
                            Meant.likelihood(2),
                            true));
        }
        List<Located> found = new ArrayList<>();
        for (Meant one : meant) {
            double likelihood = Meant.likelihood(one.cost());
            double none = Meant.likelihood(one.noneCost());
            Located nearest = null;
            for (KnownPlace place : placesOfName.apply(one.name())) {
                Located located = place == street ? null : at(street, place, likelihood, none);
                boolean better = located != null
                        && (nearest == null
                                || located.sure && !nearest.sure
                                || place.kind == Kind.STREET && located.sure);
                nearest = better ? located : nearest;
            }
            if (nearest != null) {
                found.add(nearest);
            }
        }
        return found;
    }

    /** Where a street or a place is at another street; null when it is not. */
    private @Nullable Located at(KnownPlace street, KnownPlace place, double likelihood, double none) {
        if (place.kind == Kind.LABEL
                || place.kind == Kind.BLOCK
                || Plane.metres(street.reach(), place.reach()) > NEAR_METRES) {
            return null;
        }
        if (place.kind == Kind.STREET) {
            List<Coordinate> met = crossings.of(street, place);
            if (!met.isEmpty()) {
                return new Located(place.name, met, likelihood, none, true);
            }
        }
        Geometry lines = street.shape();
        Geometry other = place.shape();
        if (lines == null) {
            return null;
        }
        Coordinate origin = street.reach().centre();
        Geometry there = other == null ? Plane.FACTORY.createPoint(place.middle()) : other;
        Coordinate[] nearest = new DistanceOp(Plane.flat(lines, origin), Plane.flat(there, origin)).nearestPoints();
        double metres = nearest[0].distance(nearest[1]);
        if (metres > NEAR_METRES) {
            return null;
        }
        boolean sure = place.kind != Kind.STREET;
        return new Located(place.name, List.of(Plane.degrees(nearest[0], origin)), likelihood * 0.5, none, sure);
    }

    private boolean weigh(
            KnownPlace street,
            List<Located> from,
            List<Located> to,
            double weight,
            double none,
            Whereabouts where,
            Weighing weighing) {
        boolean any = false;
        for (Located first : from) {
            for (Located second : to) {
                List<Geometry> parts = first.name.equals(second.name) ? List.of() : parts(street, first, second);
                double[] shares = shares(parts);
                double ends = first.likelihood * second.likelihood;
                double unknown =
                        none * ends + weight * (first.none * second.likelihood + second.none * first.likelihood);
                String suffix = " (" + first.name + " – " + second.name + ")";
                for (int i = 0; i < parts.size(); i++) {
                    any = true;
                    weighing.add(
                            street,
                            Spot.stretch(suffix, parts.get(i), 1),
                            weight * ends * shares[i],
                            unknown * NONE_THAT_MEET,
                            where.neverSure() || !first.sure || !second.sure);
                }
            }
        }
        return any;
    }

    /** One part, or several where an end is at the street more than once. */
    private List<Geometry> parts(KnownPlace street, Located first, Located second) {
        List<Geometry> parts = new ArrayList<>();
        for (Coordinate a : first.at) {
            for (Coordinate b : second.at) {
                Geometry part = between(street, a, b);
                if (part != null && parts.stream().noneMatch(part::equalsExact)) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /** How likely each is meant; a part that holds another, because a street meets it twice, is so more seldom. */
    private static double[] shares(List<Geometry> parts) {
        double[] shares = new double[parts.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            Geometry part = parts.get(i);
            boolean longer = parts.stream().anyMatch(other -> other != part && holds(part, other));
            shares[i] = longer ? LONGER : 1;
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static boolean holds(Geometry longer, Geometry shorter) {
        double slack = ON_METRES / Plane.METRES_PER_DEGREE;
        if (longer.getLength() <= shorter.getLength()) {
            return false;
        }
        for (Coordinate place : shorter.getCoordinates()) {
            if (longer.distance(Plane.FACTORY.createPoint(place)) > slack) {
                return false;
            }
        }
        return true;
    }

    /** Only two names: the streets that lead from one to the other are proposed, and somebody is asked. */
    private void links(List<Meant> firsts, List<Meant> seconds, Whereabouts where, Weighing weighing) {
        int links = 0;
        for (Meant first : firsts) {
            for (Meant second : seconds) {
                double weight = Meant.likelihood(first.cost() + second.cost());
                double none = Meant.likelihood(first.noneCost()) + Meant.likelihood(second.noneCost());
                for (KnownPlace a : placesOfName.apply(first.name())) {
                    for (KnownPlace b : placesOfName.apply(second.name())) {
                        if (a == b || Plane.metres(a.reach(), b.reach()) > 2_000) {
                            continue;
                        }
                        double here = weight * Math.sqrt(where.factor(a) * where.factor(b));
                        for (KnownPlace street : links < MOST_LINKS ? streets : List.<KnownPlace>of()) {
                            links += link(street, a, b, here, none, weighing) ? 1 : 0;
                        }
                        weighing.add(a, Spot.whole(1), here * END_NOT_FOUND, none, true);
                        weighing.add(b, Spot.whole(1), here * END_NOT_FOUND, none, true);
                    }
                }
            }
        }
    }

    private boolean link(KnownPlace street, KnownPlace a, KnownPlace b, double weight, double none, Weighing weighing) {
        if (street == a
                || street == b
                || Plane.metres(street.reach(), a.reach()) > NEAR_METRES
                || Plane.metres(street.reach(), b.reach()) > NEAR_METRES) {
            return false;
        }
        Located from = at(street, a, 1, 0);
        Located to = at(street, b, 1, 0);
        if (from == null || to == null || !from.sure || !to.sure) {
            return false;
        }
        List<Geometry> parts = parts(street, from, to);
        String suffix = " (" + from.name + " – " + to.name + ")";
        parts.forEach(part -> weighing.add(street, Spot.stretch(suffix, part, 1), weight, none, true));
        return !parts.isEmpty();
    }
}
