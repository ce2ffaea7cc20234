package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The house numbers along one street, in order. Unchanging. */
final class StreetNumbers {
    /** Between neighbours farther apart than this a number that is not known may be anywhere. */
    private static final double INTERPOLATED_DEGREES = 0.0013;
    /** Doors of one number farther apart than this are different places. */
    private static final double ONE_PLACE_DEGREES = 0.001;

    static final StreetNumbers NONE = new StreetNumbers(List.of());

    private final int[] keys;
    private final double[] lon;
    private final double[] lat;

    /** @param at longitude and latitude */
    record Door(HouseNumber number, Coordinate at) {}

    /** How well the number asked for is known. */
    enum Match {
        /** It is there. */
        EXACT,
        /** The number is there, but with another letter or none. */
        OTHER_LETTER,
        /** It lies between two neighbours that are near each other. */
        BETWEEN,
        /** It is not there. */
        MISSING;

        boolean isThere() {
            return this == EXACT || this == OTHER_LETTER;
        }
    }

    /** @param at where; null when it is not there, or in two places */
    record Found(Match match, @Nullable Coordinate at) {}

    StreetNumbers(List<Door> doors) {
        List<Door> sorted = new ArrayList<>(doors);
        sorted.sort(Comparator.comparingInt(door -> door.number.key()));
        keys = sorted.stream().mapToInt(door -> door.number.key()).toArray();
        lon = sorted.stream().mapToDouble(door -> door.at.x).toArray();
        lat = sorted.stream().mapToDouble(door -> door.at.y).toArray();
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    /** The doors in order of their numbers. */
    Coordinate[] doors() {
        Coordinate[] doors = new Coordinate[keys.length];
        for (int i = 0; i < keys.length; i++) {
            doors[i] = new Coordinate(lon[i], lat[i]);
        }
        return doors;
    }

    Found find(HouseNumber asked) {
        if (asked.last() > asked.number()) {
            return range(asked);
        }
        return one(asked.number(), asked.letter());
    }

    /** 5–7: the middle between the two, or the one of them that is there. */
    private Found range(HouseNumber asked) {
        Found first = one(asked.number(), asked.letter());
        Found last = one(asked.last(), (char) 0);
        if (first.at != null && last.at != null && isNear(first.at, last.at, INTERPOLATED_DEGREES)) {
            Match worse = first.match.compareTo(last.match) >= 0 ? first.match : last.match;
            return new Found(worse, new Coordinate((first.at.x + last.at.x) / 2, (first.at.y + last.at.y) / 2));
        }
        return first.match.compareTo(last.match) <= 0 ? first : last;
    }

    /** The two doors of a range that are too far apart to be one place; null when they are not, or not both there. */
    Coordinate @Nullable [] farEnds(HouseNumber asked) {
        if (asked.last() <= asked.number()) {
            return null;
        }
        Found first = one(asked.number(), asked.letter());
        Found last = one(asked.last(), (char) 0);
        if (first.at == null || last.at == null || isNear(first.at, last.at, INTERPOLATED_DEGREES)) {
            return null;
        }
        return first.match.isThere() && last.match.isThere() ? new Coordinate[] {first.at, last.at} : null;
    }

    private Found one(int number, char letter) {
        int from = firstAtLeast(HouseNumber.keyOf(number, (char) 0));
        int to = firstAtLeast(HouseNumber.keyOf(number + 1, (char) 0));
        int exact = firstAtLeast(HouseNumber.keyOf(number, letter));
        if (exact < to && keys[exact] == HouseNumber.keyOf(number, letter)) {
            int end = exact;
            while (end < to && keys[end] == keys[exact]) {
                end++;
            }
            return new Found(Match.EXACT, middle(exact, end));
        }
        if (from < to) {
            return new Found(letter == 0 ? Match.EXACT : Match.OTHER_LETTER, middle(from, to));
        }
        return between(number, from);
    }

    private @Nullable Coordinate middle(int from, int to) {
        double x = 0;
        double y = 0;
        for (int i = from; i < to; i++) {
            if (Math.abs(lon[i] - lon[from]) > 2 * ONE_PLACE_DEGREES
                    || Math.abs(lat[i] - lat[from]) > ONE_PLACE_DEGREES) {
                return null;
            }
            x += lon[i];
            y += lat[i];
        }
        return new Coordinate(x / (to - from), y / (to - from));
    }

    /** Between the nearest numbers of the same side of the street. */
    private Found between(int number, int at) {
        int below = at - 1;
        while (below >= 0 && (keys[below] >> 16) % 2 != number % 2) {
            below--;
        }
        int above = at;
        while (above < keys.length && (keys[above] >> 16) % 2 != number % 2) {
            above++;
        }
        if (below < 0 || above >= keys.length) {
            return new Found(Match.MISSING, null);
        }
        Coordinate low = new Coordinate(lon[below], lat[below]);
        Coordinate high = new Coordinate(lon[above], lat[above]);
        if (!isNear(low, high, INTERPOLATED_DEGREES)) {
            return new Found(Match.MISSING, null);
        }
        double share = (double) (number - (keys[below] >> 16)) / ((keys[above] >> 16) - (keys[below] >> 16));
        return new Found(
                Match.BETWEEN, new Coordinate(low.x + share * (high.x - low.x), low.y + share * (high.y - low.y)));
    }

    private static boolean isNear(Coordinate a, Coordinate b, double degrees) {
        return Math.abs(a.y - b.y) < degrees && Math.abs(a.x - b.x) < 2 * degrees;
    }

    private int firstAtLeast(int key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
