package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Random releases, one after another over the same town, against somebody who tries every sum and difference of all numbers
 * ever told and even knows where nothing happened.
 */
class ReleaseAttackTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 24;
    private static final int SQUARES = 4;
    private static final int HOMES = 5;
    private static final List<String> TYPES = List.of("graffiti", "theft", "other");
    private static final double EAST = 400_000;
    private static final double NORTH = 6_400_000;

    /** @param square -1 when it has no place */
    private record Event(int square, int home, int month, String type) {
        private double x() {
            return EAST + 500 * Math.max(0, square) + 50 + 80 * home;
        }

        private double y() {
            return NORTH + 100;
        }
    }

    /** What lies in exactly the same told numbers. */
    private static final class Piece {
        private int count;
        private final Map<Integer, Integer> hits = new HashMap<>();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void in_twelve_thousand_histories_nothing_told_can_be_subtracted_to_a_small_group(long seed) {
        Random random = new Random(seed);
        int told = 0;
        int leaksOfHidingSmallOnesOnly = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Event> town = town(random);
            List<ToldNumber> history = new ArrayList<>();
            List<ToldNumber> careless = new ArrayList<>();
            int releases = 1 + random.nextInt(3);
            for (int release = 0; release < releases; release++) {
                ReleasePlan plan = plan(random);
                ReleaseTable table = ReleaseTable.compose(plan, incidents(town, plan), history);
                history.addAll(table.numbers());
                careless.addAll(notSmall(plan, table));
            }
            assertThat(leak(history, town, 0)).as(() -> words(history)).isZero();
            told += history.size();
            leaksOfHidingSmallOnesOnly += leak(careless.subList(0, Math.min(12, careless.size())), town, 0) > 0 ? 1 : 0;
        }
        assertThat(told).as("numbers told").isGreaterThan(9_000);
        assertThat(leaksOfHidingSmallOnesOnly).as("the attacker can count").isGreaterThan(300);
    }

    @Test
    void in_one_release_no_sum_or_difference_is_about_one_home() {
        Random random = new Random(9);
        for (int round = 0; round < 3_000; round++) {
            List<Event> town = town(random);
            ReleasePlan plan = plan(random);
            ReleaseTable table = ReleaseTable.compose(plan, incidents(town, plan), List.of());
            assertThat(leak(table.numbers(), town, 1))
                    .as(() -> words(table.numbers()))
                    .isZero();
        }
    }

    private static List<Event> town(Random random) {
        List<Event> town = new ArrayList<>();
        for (int square = -1; square < SQUARES; square++) {
            int events = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(40);
            int favourite = random.nextInt(HOMES);
            boolean haunted = random.nextInt(4) == 0;
            for (int i = 0; i < events; i++) {
                int home = haunted && random.nextBoolean() ? favourite : random.nextInt(HOMES);
                town.add(new Event(square, home, random.nextInt(MONTHS), TYPES.get(random.nextInt(3))));
            }
        }
        return town;
    }

    private static ReleasePlan plan(Random random) {
        List<ReleaseArea> areas = new ArrayList<>();
        int first = (int) EAST / 500;
        int row = (int) NORTH / 500;
        for (int square = 0; square < SQUARES; square++) {
            boolean joined = square < SQUARES - 1 && random.nextInt(8) == 0;
            int[] squares =
                    joined ? new int[] {first + square, row, first + ++square, row} : new int[] {first + square, row};
            areas.add(new ReleaseArea(areas.size() + 1, 100, squares));
        }
        List<ReleaseSeries> series = new ArrayList<>(List.of(ReleaseSeries.ALL));
        int groups = random.nextInt(3);
        for (int g = 0; g < groups; g++) {
            series.add(new ReleaseSeries(TYPES.get(g), List.of(TYPES.get(g))));
        }
        int[] lengths = {12, 12, 12, 24, 6, 3};
        int length = lengths[random.nextInt(lengths.length)];
        int start = random.nextInt(10) == 0
                ? random.nextInt(MONTHS - length + 1)
                : length * random.nextInt(MONTHS / length);
        YearMonth from = FIRST.plusMonths(start);
        return new ReleasePlan(
                ReleaseAreas.restored(Crs.SWEREF99_TM, 500, areas, null),
                dwellings(),
                series,
                from,
                from.plusMonths(length - 1L),
                ShowRule.DEFAULT,
                random.nextInt(4) > 0,
                null);
    }

    private static Dwellings dwellings() {
        double[] x = new double[SQUARES * HOMES];
        double[] y = new double[SQUARES * HOMES];
        int[] households = new int[SQUARES * HOMES];
        for (int i = 0; i < x.length; i++) {
            Event there = new Event(i / HOMES, i % HOMES, 0, "");
            x[i] = there.x();
            y[i] = there.y();
            households[i] = 20;
        }
        return new Dwellings(Crs.SWEREF99_TM, x, y, households);
    }

    private static Incidents incidents(List<Event> town, ReleasePlan plan) {
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, town.size());
        for (int i = 0; i < town.size(); i++) {
            Event event = town.get(i);
            YearMonth month = FIRST.plusMonths(event.month);
            if (!month.isBefore(plan.from()) && !month.isAfter(plan.to())) {
                PlacePrecision place = event.square < 0 ? PlacePrecision.AREA : PlacePrecision.ADDRESS;
                incidents.add(i, 1, event.x(), event.y(), place, 0, 1, event.type, 1);
            }
        }
        return incidents.build();
    }

    /** What would be told if only small counts were hidden. */
    private static List<ToldNumber> notSmall(ReleasePlan plan, ReleaseTable table) {
        List<ToldNumber> numbers = new ArrayList<>();
        for (ReleaseCell cell : table.cells()) {
            if (cell.count() >= 5) {
                numbers.add(new ToldNumber("cell", plan.cell(cell.area(), cell.series()), cell.count(), cell.count()));
            }
        }
        ReleaseCell whole = table.totals().get(0);
        numbers.add(new ToldNumber("total", plan.total(table.countsUnplaced(), 0), whole.count(), whole.count()));
        return numbers;
    }

    /** The size of a group that can be isolated and must not be; 0 when there is none. */
    private static int leak(List<ToldNumber> numbers, List<Event> town, int homes) {
        Map<Long, Piece> pieces = new HashMap<>();
        for (Event event : town) {
            long in = 0;
            for (int i = 0; i < numbers.size(); i++) {
                in |= holds(numbers.get(i).over(), event) ? 1L << i : 0;
            }
            Piece piece = pieces.computeIfAbsent(in, any -> new Piece());
            piece.count++;
            if (event.square >= 0) {
                piece.hits.merge(event.square * HOMES + event.home, 1, Integer::sum);
            }
        }
        pieces.remove(0L);
        long[] in = pieces.keySet().stream().mapToLong(Long::longValue).toArray();
        Piece[] piece = Arrays.stream(in).mapToObj(pieces::get).toArray(Piece[]::new);
        return leak(numbers.size() - 1, in, piece, new int[in.length], homes);
    }

    /** Every number is added, taken away or left out; what can no longer become 0 or 1 times anything is left. */
    private static int leak(int number, long[] in, Piece[] piece, int[] times, int homes) {
        if (number < 0) {
            return judged(piece, times, homes);
        }
        for (int sign = -1; sign <= 1; sign++) {
            boolean hope = true;
            for (int p = 0; p < in.length; p++) {
                times[p] += (in[p] >> number & 1) == 1 ? sign : 0;
                int open = Long.bitCount(in[p] & ((1L << number) - 1));
                hope &= times[p] <= 1 + open && times[p] >= -open;
            }
            int found = hope ? leak(number - 1, in, piece, times, homes) : 0;
            for (int p = 0; p < in.length; p++) {
                times[p] -= (in[p] >> number & 1) == 1 ? sign : 0;
            }
            if (found > 0) {
                return found;
            }
        }
        return 0;
    }

    private static int judged(Piece[] piece, int[] times, int homes) {
        int count = 0;
        Map<Integer, Integer> hits = new HashMap<>();
        for (int p = 0; p < piece.length; p++) {
            if (times[p] == 1) {
                count += piece[p].count;
                if (homes > 0) {
                    piece[p].hits.forEach((home, times0) -> hits.merge(home, times0, Integer::sum));
                }
            }
        }
        int mostHit = hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean leaks = count > 0 && (count < 5 || homes > 0 && (count - mostHit < 3 || 2 * mostHit > count));
        return leaks ? count : 0;
    }

    private static boolean holds(CountedSet set, Event event) {
        YearMonth month = FIRST.plusMonths(event.month);
        if (month.isBefore(set.from()) || month.isAfter(set.to())) {
            return false;
        }
        if (!set.types().isEmpty() && !set.types().contains(event.type)) {
            return false;
        }
        if (event.square < 0) {
            return set.unplaced();
        }
        int column = (int) Math.floor(event.x() / CountedSet.ATOM_METRES);
        int row = (int) Math.floor(event.y() / CountedSet.ATOM_METRES);
        for (int i = 0; i < set.runs().length; i += 3) {
            if (set.runs()[i] == row && set.runs()[i + 1] <= column && column <= set.runs()[i + 2]) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<ToldNumber> history) {
        StringBuilder words = new StringBuilder();
        history.forEach(each ->
                words.append(each.name()).append('=').append(each.value()).append('\n'));
        return words.toString();
    }
}
