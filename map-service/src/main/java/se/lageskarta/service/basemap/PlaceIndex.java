package se.lageskarta.service.basemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.geocode.FoldedName;

/**
 * Finds named places by what somebody has typed so far.
 *
 * <p>Names and the words within them are found by their beginning, whatever the case and diacritics; when too few are
 * found, also with one typing mistake from four letters on, with two from eight. A house number that nobody knows leads
 * to its street, not to the same number in a street of a like name. Best first: the whole name, the
 * beginning of the name, the beginning of a word in it, then with mistakes; then places before streets before
 * addresses, the nearer before the farther, and {@code Storgatan 2} before {@code Storgatan 10}. Looking up is
 * O(log n) in the number of names; mistakes cost O(n) in the number of streets and places, addresses not counted.
 * Unchanging and safe for several threads.
 */
final class PlaceIndex {
    /** Enough to rank the best of; one letter matches half the addresses of a town. */
    private static final int MAX_CANDIDATES = 3_000;

    private static final Pattern WITH_NUMBER = Pattern.compile("(.*\\D) (\\d{1,4} ?[a-z]?)");
    /** Distances below this do not matter for the order, degrees. */
    private static final double NEAR_STEP_DEGREES = 0.05;

    private final List<NamedPlace> places;
    private final String[] folded;
    private final Words names;
    private final Words addresses;

    private PlaceIndex(List<NamedPlace> places) {
        this.places = List.copyOf(places);
        folded = places.stream().map(p -> FoldedName.of(p.name())).toArray(String[]::new);
        names = Words.of(folded, i -> places.get(i).kind() != PlaceKind.ADDRESS);
        addresses = Words.of(folded, i -> places.get(i).kind() == PlaceKind.ADDRESS);
    }

    static PlaceIndex of(List<NamedPlace> places) {
        return new PlaceIndex(places);
    }

    /** How many named places there are. */
    int size() {
        return places.size();
    }

    /**
     * The best matches.
     *
     * @param typed what somebody has typed; nothing is found for blanks
     * @param limit at most this many, 1 or more
     * @param near where the map is; null when unknown
     */
    List<NamedPlace> search(String typed, int limit, @Nullable LonLat near) {
        String query = FoldedName.of(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        Set<Integer> found = new LinkedHashSet<>();
        names.addStartingWith(query, MAX_CANDIDATES, found);
        addresses.addStartingWith(query, MAX_CANDIDATES, found);
        List<Hit> hits = found.stream()
                .map(i -> new Hit(i, closeness(query, folded[i])))
                .collect(Collectors.toCollection(ArrayList::new));
        if (hits.size() < limit) {
            addMistyped(query, found, hits);
        }
        hits.sort(order(near));
        return hits.stream().limit(limit).map(hit -> places.get(hit.place)).toList();
    }

    /**
     * A match.
     *
     * @param place its row
     * @param closeness 0 for the whole name, more the further from it
     */
    private record Hit(int place, int closeness) {}

    private static int closeness(String query, String name) {
        if (name.equals(query)) {
            return 0;
        }
        return name.startsWith(query) ? 1 : 2;
    }

    private void addMistyped(String query, Set<Integer> found, List<Hit> hits) {
        Matcher numbered = WITH_NUMBER.matcher(query);
        String name = numbered.matches() ? numbered.group(1) : query;
        int most = name.length() < 4 ? 0 : name.length() < 8 ? 1 : 2;
        if (most == 0) {
            return;
        }
        boolean noHouse = hits.isEmpty();
        for (int i = 0; i < folded.length; i++) {
            if (places.get(i).kind() == PlaceKind.ADDRESS) {
                continue;
            }
            int edits = FoldedName.editsToPrefix(name, folded[i], most);
            if (edits > most) {
                continue;
            }
            if (!numbered.matches()) {
                if (found.add(i)) {
                    hits.add(new Hit(i, 2 + edits));
                }
            } else {
                Set<Integer> houses = new LinkedHashSet<>();
                addresses.addStartingWith(folded[i] + " " + numbered.group(2), MAX_CANDIDATES, houses);
                houses.stream().filter(found::add).forEach(house -> hits.add(new Hit(house, 2 + edits)));
                if (noHouse && houses.isEmpty() && places.get(i).kind() == PlaceKind.STREET && found.add(i)) {
                    hits.add(new Hit(i, 2 + edits));
                }
            }
        }
    }

    private Comparator<Hit> order(@Nullable LonLat near) {
        return Comparator.comparingInt(Hit::closeness)
                .thenComparing(hit -> places.get(hit.place).kind())
                .thenComparingLong(hit ->
                        near == null ? 0 : stepsFrom(near, places.get(hit.place).at()))
                .thenComparingInt(hit -> folded[hit.place].replaceAll("\\d", "").length())
                .thenComparing(hit -> padded(folded[hit.place]))
                .thenComparingInt(Hit::place);
    }

    private static long stepsFrom(LonLat near, LonLat at) {
        double east = (at.lon() - near.lon()) * Math.cos(Math.toRadians(near.lat()));
        return (long) (Math.hypot(east, at.lat() - near.lat()) / NEAR_STEP_DEGREES);
    }

    /** Numbers brought to one width, so that 2 comes before 10. */
    private static String padded(String name) {
        Matcher number = Pattern.compile("\\d+").matcher(name);
        return number.replaceAll(m -> "0".repeat(Math.max(0, 8 - m.group().length())) + m.group());
    }

    /** Every word's beginning to the end of its name, sorted, with the row of the name. */
    private static final class Words {
        private record Word(String rest, int place) {}

        private final Word[] sorted;

        private Words(Word[] sorted) {
            this.sorted = sorted;
        }

        static Words of(String[] names, java.util.function.IntPredicate wanted) {
            List<Word> words = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                if (!wanted.test(i)) {
                    continue;
                }
                int start = 0;
                while (start < names[i].length()) {
                    if (start == 0 || Character.isLetter(names[i].charAt(start))) {
                        words.add(new Word(names[i].substring(start), i));
                    }
                    int blank = names[i].indexOf(' ', start);
                    start = blank < 0 ? names[i].length() : blank + 1;
                }
            }
            Word[] sorted = words.toArray(Word[]::new);
            Arrays.sort(sorted, Comparator.comparing(Word::rest).thenComparingInt(Word::place));
            return new Words(sorted);
        }

        void addStartingWith(String query, int most, Set<Integer> found) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle].rest.compareTo(query) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            int end = Math.min(sorted.length, low + most);
            for (int i = low; i < end && sorted[i].rest.startsWith(query); i++) {
                found.add(sorted[i].place);
            }
        }
    }
}
