package se.lageskarta.geo.hotspot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;

/**
 * Identities made from places: the 50 m square that holds a hotspot's centre. Hotspots that share a square
 * get a finer square appended, and those that share even that a number in order of place; so an identity
 * survives a rerun, another order of rows, and new incidents that do not move the centre out of its square.
 */
public final class HotspotIds {
    private static final double SQUARE_METRES = 50;
    /** Nothing on Earth lies farther from the origin of a working system, metres. */
    private static final double FARTHEST_METRES = 20_000_000;

    private static final Pattern SQUARE = Pattern.compile("[a-z]-(m?[0-9a-z]{1,6})-(m?[0-9a-z]{1,6})(-.*)?");
    private static final double FINE_METRES = 1;
    private static final int BASE = 36;
    private static final char MINUS = 'm';

    private HotspotIds() {}

    /**
     * The square that an id is made of, also when no hotspot has it any more.
     *
     * @return metres in the working system that the hotspot was found in; empty for what is no id of this kind
     */
    public static Optional<Envelope> squareOf(String id) {
        Matcher square = SQUARE.matcher(id);
        if (!square.matches()) {
            return Optional.empty();
        }
        double west = number(square.group(1)) * SQUARE_METRES;
        double south = number(square.group(2)) * SQUARE_METRES;
        boolean possible = Math.max(Math.abs(west), Math.abs(south)) < FARTHEST_METRES;
        return possible
                ? Optional.of(new Envelope(west, west + SQUARE_METRES, south, south + SQUARE_METRES))
                : Optional.empty();
    }

    /** Ranks and names hotspots that are already in order. */
    static List<Hotspot> rankedAndNamed(List<Hotspot> ordered) {
        TreeMap<String, List<Integer>> bySquare = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            bySquare.computeIfAbsent(square(ordered.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        String[] ids = new String[ordered.size()];
        bySquare.forEach((square, sharing) -> {
            Set<String> taken = new HashSet<>();
            for (int i : sharing) {
                String id = sharing.size() == 1 ? square : square + "-" + fine(ordered.get(i));
                String free = id;
                for (int again = 2; !taken.add(free); again++) {
                    free = id + "-" + again;
                }
                ids[i] = free;
            }
        });
        List<Hotspot> named = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            named.add(ordered.get(i).ranked(i + 1, ids[i]));
        }
        return named;
    }

    private static String square(Hotspot hotspot) {
        String prefix = hotspot.stream().code().substring(0, 1).toLowerCase(Locale.ROOT);
        return prefix + "-" + digits(Math.floor(hotspot.centreX() / SQUARE_METRES)) + "-"
                + digits(Math.floor(hotspot.centreY() / SQUARE_METRES));
    }

    private static String fine(Hotspot hotspot) {
        double east = Math.floor((hotspot.centreX() % SQUARE_METRES + SQUARE_METRES) % SQUARE_METRES / FINE_METRES);
        double north = Math.floor((hotspot.centreY() % SQUARE_METRES + SQUARE_METRES) % SQUARE_METRES / FINE_METRES);
        return digits(east * SQUARE_METRES + north);
    }

    private static long number(String digits) {
        boolean negative = digits.length() > 1 && digits.charAt(0) == MINUS;
        return negative ? -Long.parseLong(digits.substring(1), BASE) : Long.parseLong(digits, BASE);
    }

    /** No place that the method is for lies so far east or north that its own digits begin with the letter for minus. */
    private static String digits(double number) {
        long value = (long) number;
        return (value < 0 ? String.valueOf(MINUS) : "") + Long.toString(Math.abs(value), BASE);
    }
}
