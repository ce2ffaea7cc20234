package se.lageskarta.geo.privacy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sets of squares × months × types as sets of numbers that {@link ReleaseGate} can judge: squares that lie in the same sets are
 * one, and so are such months and types. A county of 60,000 squares in 12 months with 20 types becomes as many atoms as there
 * are areas and series. O(S log s) for sets of S squares together, of which s differ; sets with the same squares count once.
 */
public final class AtomClasses {
    private final int[] monthStarts;
    private final Map<String, Integer> typeClass;
    private final int typeClasses;
    private final long[] squares;
    private final int[] squareClass;
    private final int unplacedClass;

    private AtomClasses(List<CountedSet> sets) {
        monthStarts = monthStarts(sets);
        typeClass = typeClasses(sets);
        typeClasses = 1
                + typeClass.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<CountedSet> different = differentSquares(sets);
        squares = different.stream()
                .flatMapToLong(set -> Arrays.stream(set.keys()))
                .sorted()
                .distinct()
                .toArray();
        squareClass = new int[squares.length];
        unplacedClass = classifySquares(different);
    }

    /** The numbers in the same order, over atoms that mean the same in all of them. */
    public static List<PublishedNumber> published(List<ToldNumber> numbers) {
        List<int[]> atoms = of(numbers.stream().map(ToldNumber::over).toList());
        List<PublishedNumber> published = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            published.add(new PublishedNumber(
                    numbers.get(i).name(), atoms.get(i), numbers.get(i).value()));
        }
        return published;
    }

    /** The atoms of each set, ascending. */
    static List<int[]> of(List<CountedSet> sets) {
        AtomClasses classes = new AtomClasses(sets);
        Map<Squares, int[]> known = new HashMap<>();
        return sets.stream().map(set -> classes.atoms(set, known)).toList();
    }

    /** The squares of a set as a key. */
    private record Squares(CountedSet set) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Squares squares && Arrays.equals(set.runs(), squares.set.runs());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(set.runs());
        }
    }

    private int[] atoms(CountedSet set, Map<Squares, int[]> known) {
        int[] places = known.computeIfAbsent(new Squares(set), any -> classesOf(set.keys()));
        int[] types = set.types().isEmpty()
                ? IntStream.range(0, typeClasses).toArray()
                : set.types().stream()
                        .mapToInt(typeClass::get)
                        .sorted()
                        .distinct()
                        .toArray();
        int firstMonth = Arrays.binarySearch(monthStarts, month(set.from()));
        int endMonth = Arrays.binarySearch(monthStarts, month(set.to()) + 1);
        int places0 = places.length + (set.unplaced() ? 1 : 0);
        int[] atoms = new int[Math.multiplyExact(places0 * (endMonth - firstMonth), types.length)];
        int at = 0;
        for (int p = 0; p < places0; p++) {
            int place = p < places.length ? places[p] : unplacedClass;
            for (int month = firstMonth; month < endMonth; month++) {
                for (int type : types) {
                    atoms[at++] =
                            Math.addExact(Math.multiplyExact(place * monthStarts.length + month, typeClasses), type);
                }
            }
        }
        return atoms;
    }

    private int[] classesOf(long[] keys) {
        boolean[] found = new boolean[unplacedClass];
        int size = 0;
        for (long key : keys) {
            int each = squareClass[Arrays.binarySearch(squares, key)];
            if (!found[each]) {
                found[each] = true;
                size++;
            }
        }
        int[] classes = new int[size];
        int at = 0;
        for (int each = 0; at < size; each++) {
            if (found[each]) {
                classes[at++] = each;
            }
        }
        return classes;
    }

    /** Splits the squares again and again by whether they lie in a set; gives what follows the last class. */
    private int classifySquares(List<CountedSet> different) {
        int classes = 1;
        for (CountedSet set : different) {
            Map<Integer, Integer> split = new HashMap<>();
            for (long key : set.keys()) {
                int at = Arrays.binarySearch(squares, key);
                Integer to = split.get(squareClass[at]);
                if (to == null) {
                    to = classes++;
                    split.put(squareClass[at], to);
                }
                squareClass[at] = to;
            }
        }
        Map<Integer, Integer> used = new HashMap<>();
        for (int at = 0; at < squareClass.length; at++) {
            int to = used.size();
            Integer known = used.putIfAbsent(squareClass[at], to);
            squareClass[at] = known == null ? to : known;
        }
        return used.size();
    }

    private static List<CountedSet> differentSquares(List<CountedSet> sets) {
        return sets.stream().map(Squares::new).distinct().map(Squares::set).toList();
    }

    /** The months at which some set begins, or is over; between two of them every month lies in the same sets. */
    private static int[] monthStarts(List<CountedSet> sets) {
        TreeSet<Integer> starts = new TreeSet<>();
        for (CountedSet set : sets) {
            starts.add(month(set.from()));
            starts.add(month(set.to()) + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int month(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** Types that are in the same sets have the same class, from 1; class 0 is all types that no set names. */
    private static Map<String, Integer> typeClasses(List<CountedSet> sets) {
        Map<String, List<Integer>> memberOf = new TreeMap<>();
        List<List<String>> lists =
                sets.stream().map(CountedSet::types).distinct().toList();
        for (int i = 0; i < lists.size(); i++) {
            for (String type : lists.get(i)) {
                memberOf.computeIfAbsent(type, any -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        Map<String, Integer> classes = new HashMap<>();
        memberOf.forEach((type, in) -> {
            int next = numbers.size() + 1;
            numbers.putIfAbsent(in, next);
            classes.put(type, numbers.getOrDefault(in, next));
        });
        return classes;
    }
}
