package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.privacy.PublishedNumber;
import se.lageskarta.geo.privacy.ReleaseGate;

/**
 * Ten thousand overlapping checks while data are imported and corrected between them, and a planner who keeps every number
 * and solves the equations. Twenty towns for each seed, a hundred checks a town.
 */
class SubtractionAttackTest {
    private static final List<String> GROUPS = List.of("A", "B", "C", "D", "E");
    private static final int AREAS = 10;
    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 6;
    private static final int TOWNS = 20;
    private static final int CHECKS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_sum_and_difference_of_all_numbers_told_isolates_one_to_four_incidents(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int town = 0; town < TOWNS; town++) {
            Town world = new Town(random);
            for (int check = 0; check < CHECKS; check++) {
                world.live();
                world.check();
            }
            told += world.rows.size();
            for (int area = 0; area < AREAS; area++) {
                List<PublishedNumber> numbers = new Laminar(GROUPS).numbers(world.ledger.getOrDefault(area, List.of()));
                assertThat(new ReleaseGate(Told.LEAST).judge(numbers).accepted())
                        .isTrue();
            }
            assertThat(world.attack())
                    .as("groups isolated in town " + town + " of seed " + seed)
                    .isEmpty();
        }
        assertThat(told).as("numbers told, or the test would prove nothing").isGreaterThan(TOWNS * 100);
    }

    /** A town whose incidents come, are corrected and go. */
    private static final class Town {
        private final Random random;
        private final List<Counted.Row> incidents = new ArrayList<>();
        private final Map<Integer, List<SeenNumbers.Seen>> ledger = new HashMap<>();
        private final List<Block> blocks = new ArrayList<>();
        private final TreeSet<Long> datasets = new TreeSet<>(List.of(1L));
        /** What is told: which cells it is summed over, and the sum. */
        private final Map<String, Integer> cells = new LinkedHashMap<>();

        private final List<double[]> rows = new ArrayList<>();
        private final List<Map<Integer, Double>> equations = new ArrayList<>();

        Town(Random random) {
            this.random = random;
            for (int i = 0; i < 600; i++) {
                incidents.add(incident());
            }
        }

        private Counted.Row incident() {
            int area = (int) (AREAS * Math.pow(random.nextDouble(), 2));
            YearMonth month = YearMonth.of(FIRST_YEAR + random.nextInt(YEARS), 1 + random.nextInt(12));
            String group = GROUPS.get((int) (GROUPS.size() * Math.pow(random.nextDouble(), 2)));
            Long[] sets = datasets.toArray(Long[]::new);
            return new Counted.Row(area, month, sets[random.nextInt(sets.length)], group, null);
        }

        void live() {
            if (random.nextInt(30) == 0 && datasets.size() < 4) {
                datasets.add(datasets.last() + 1);
                for (int i = 0; i < 150; i++) {
                    incidents.add(incident());
                }
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                incidents.add(incident());
                incidents.remove(random.nextInt(incidents.size()));
            }
        }

        void check() {
            int from = FIRST_YEAR + random.nextInt(YEARS);
            int to = from + random.nextInt(FIRST_YEAR + YEARS - from);
            Block.Cover cover =
                    Block.covering(YearMonth.of(from, 1), YearMonth.of(to, 12), datasets, List.copyOf(blocks));
            List<Integer> wanted = new ArrayList<>();
            int first = random.nextInt(AREAS);
            int last = Math.min(AREAS - 1, first + random.nextInt(4));
            for (int area = first; area <= last; area++) {
                wanted.add(area);
            }
            TellNumbers.Answer answer = TellNumbers.answer(
                    wanted,
                    cover.blocks(),
                    Counted.ofRows(incidents),
                    new Laminar(GROUPS),
                    ledger,
                    (area, block, told) -> new SeenNumbers.Seen(area, block, told, Instant.EPOCH));
            cover.blocks().stream().filter(block -> !blocks.contains(block)).forEach(blocks::add);
            note(answer, cover.blocks(), wanted);
        }

        /** Everything that stands on the page: each area's count, the total, and the sum of each group. */
        private void note(TellNumbers.Answer answer, List<Block> told, List<Integer> wanted) {
            Map<Integer, Double> total = new HashMap<>();
            double sum = 0;
            Map<String, Map<Integer, Double>> byGroup = new HashMap<>();
            Map<String, Double> groupSums = new HashMap<>();
            for (int area : wanted) {
                Map<Integer, Double> here = new HashMap<>();
                double count = 0;
                for (int b = 0; b < told.size(); b++) {
                    Told number = answer.areas().get(area).get(b);
                    if (number.total() == null) {
                        continue;
                    }
                    count += number.total();
                    for (String group : GROUPS) {
                        here.put(cell(area, told.get(b), group), 1.0);
                    }
                    for (Map.Entry<String, Integer> group : number.groups().entrySet()) {
                        byGroup.computeIfAbsent(group.getKey(), unused -> new HashMap<>())
                                .put(cell(area, told.get(b), group.getKey()), 1.0);
                        groupSums.merge(group.getKey(), (double) group.getValue(), Double::sum);
                    }
                }
                add(here, count);
                total.putAll(here);
                sum += count;
            }
            add(total, sum);
            byGroup.forEach((group, parts) -> add(parts, groupSums.get(group)));
        }

        private int cell(int area, Block block, String group) {
            String name = area + "|" + block.from() + "|" + block.to() + "|" + block.key() + "|" + group;
            return cells.computeIfAbsent(name, unused -> cells.size());
        }

        private void add(Map<Integer, Double> parts, double value) {
            if (!parts.isEmpty()) {
                Map<Integer, Double> equation = new HashMap<>(parts);
                equation.put(-1, value);
                equations.add(equation);
                rows.add(new double[0]);
            }
        }

        /** Solves for every cell and every two cells of an area; returns those that come out as 1 to 4. */
        List<String> attack() {
            Solved solved = new Solved(cells.size());
            equations.forEach(solved::add);
            solved.reduce();
            List<String> names = new ArrayList<>(cells.keySet());
            List<String> isolated = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                look(solved, names, new int[] {i}, isolated);
                String area = names.get(i).split("\\|")[0];
                for (int j = i + 1; j < names.size(); j++) {
                    if (names.get(j).startsWith(area + "|")) {
                        look(solved, names, new int[] {i, j}, isolated);
                    }
                }
            }
            return isolated;
        }

        private static void look(Solved solved, List<String> names, int[] wanted, List<String> isolated) {
            Double value = solved.valueOf(wanted);
            if (value != null && value > 0.5 && value < Told.LEAST - 0.5) {
                isolated.add(names.get(wanted[0]) + " and " + (wanted.length - 1) + " more: " + value);
            }
        }
    }

    /** Equations in reduced row echelon form, the sum last. */
    private static final class Solved {
        private static final double NOTHING = 1e-7;

        private final int unknowns;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        Solved(int unknowns) {
            this.unknowns = unknowns;
        }

        void add(Map<Integer, Double> equation) {
            double[] row = new double[unknowns + 1];
            equation.forEach((cell, factor) -> row[cell < 0 ? unknowns : cell] = factor);
            for (int i = 0; i < rows.size(); i++) {
                take(row, rows.get(i), pivots.get(i));
            }
            int pivot = 0;
            while (pivot < unknowns && Math.abs(row[pivot]) < NOTHING) {
                pivot++;
            }
            if (pivot == unknowns) {
                assertThat(row[unknowns])
                        .as("numbers told contradict each other")
                        .isBetween(-1e-4, 1e-4);
                return;
            }
            double factor = row[pivot];
            for (int c = 0; c <= unknowns; c++) {
                row[c] /= factor;
            }
            rows.add(row);
            pivots.add(pivot);
        }

        void reduce() {
            for (int i = rows.size() - 1; i >= 0; i--) {
                for (int j = 0; j < i; j++) {
                    take(rows.get(j), rows.get(i), pivots.get(i));
                }
            }
        }

        /** The sum of some cells when the equations tell it. */
        @org.jspecify.annotations.Nullable
        Double valueOf(int[] wanted) {
            double[] left = new double[unknowns + 1];
            for (int cell : wanted) {
                left[cell] = 1;
            }
            for (int i = 0; i < rows.size(); i++) {
                take(left, rows.get(i), pivots.get(i));
            }
            for (int c = 0; c < unknowns; c++) {
                if (Math.abs(left[c]) > NOTHING) {
                    return null;
                }
            }
            return -left[unknowns];
        }

        private void take(double[] from, double[] row, int pivot) {
            double factor = from[pivot];
            if (Math.abs(factor) > NOTHING) {
                for (int c = 0; c <= unknowns; c++) {
                    from[c] -= factor * row[c];
                }
            }
        }
    }
}
