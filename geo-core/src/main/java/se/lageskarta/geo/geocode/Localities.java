package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Towns, villages and districts by their names, and whether what somebody wrote is one of them. Unchanging. */
final class Localities {
    private static final double SLIP = 1.0;
    private static final int SHORT_NAME = 5;
    private static final double SLIP_IN_SHORT_NAME = 0.5;

    private final NameIndex index;
    private final Map<String, Integer> numbers;
    private final List<String> written = new ArrayList<>();
    private final BitSet everywhere = new BitSet();

    /**
     * @param names of localities
     * @param municipal names of the whole municipality: they are right wherever a place is
     */
    Localities(Set<String> names, Set<String> municipal) {
        numbers = new LinkedHashMap<>();
        Set<String> all = new HashSet<>(names);
        all.addAll(municipal);
        for (String name : all.stream().sorted().toList()) {
            String plain = Spelling.plain(name);
            if (!plain.isEmpty() && numbers.putIfAbsent(plain, numbers.size()) == null) {
                written.add(name.strip());
            }
        }
        index = new NameIndex(new ArrayList<>(numbers.keySet()));
        for (String name : municipal) {
            Integer number = numbers.get(Spelling.plain(name));
            if (number != null) {
                everywhere.set(number);
            }
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** Number of a name exactly as it was handed in, -1 when it was not. */
    int numberOf(String name) {
        return numbers.getOrDefault(Spelling.plain(name), -1);
    }

    /** As the source writes it. */
    String nameOf(int number) {
        return written.get(number);
    }

    boolean isEverywhere(int number) {
        return everywhere.get(number);
    }

    /** The localities that the words may be; empty when they are none. */
    BitSet find(String written) {
        BitSet found = new BitSet();
        String plain = withoutForm(Spelling.plain(written));
        if (plain.length() < 2) {
            return found;
        }
        double most = plain.length() <= SHORT_NAME ? SLIP_IN_SHORT_NAME : SLIP;
        double least = most;
        List<NameIndex.Hit> hits = index.find(plain);
        for (NameIndex.Hit hit : hits) {
            least = Math.min(least, hit.cost());
        }
        for (NameIndex.Hit hit : hits) {
            if (hit.cost() <= least) {
                found.set(hit.name());
            }
        }
        return found;
    }

    private static String withoutForm(String plain) {
        for (String form : List.of(" kommun", " tätort", " stad", " centrum")) {
            if (plain.endsWith(form)) {
                return plain.substring(0, plain.length() - form.length());
            }
        }
        return plain;
    }
}
