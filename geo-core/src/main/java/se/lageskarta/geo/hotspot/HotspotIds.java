package se.lageskarta.geo.hotspot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Identities made from places: the 50 m square that holds a hotspot's centre. Hotspots that share a square
 * get a finer square appended, and those that share even that a number in order of place; so an identity
 * survives a rerun, another order of rows, and new incidents that do not move the centre out of its square.
 */
final class HotspotIds {
    private static final double SQUARE_METRES = 50;
    private static final double FINE_METRES = 1;
    private static final int BASE = 36;

    private HotspotIds() {}

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

    private static String digits(double number) {
        long value = (long) number;
        return (value < 0 ? "m" : "") + Long.toString(Math.abs(value), BASE);
    }
}
