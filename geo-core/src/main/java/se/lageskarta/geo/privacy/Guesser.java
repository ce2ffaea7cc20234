package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.lageskarta.geo.incident.Incidents;

/**
 * Measures {@link GuessRisk}: the disclosure report of a release before anybody sees it. O(n log d + guesses) for n incidents and d
 * dwellings. The same seed gives the same guesses.
 */
public final class Guesser {
    /** More guesses make the simulated share no surer than people need. */
    private static final int MOST_GUESSES = 400_000;

    private static final int MOST_AN_INCIDENT = 200;

    /** Of no series but that of all. */
    private static final String OTHER_TYPE = "other";

    private final ReleasePlan plan;
    private final ReleaseTable table;
    private final PlacedIncidents incidents;
    private final int series;
    private final int areas;
    private final IncidentDwellings homes;
    /** Addresses by area, and how many households there are up to and with each. */
    private final List<int[]> addresses = new ArrayList<>();

    private final List<long[]> households = new ArrayList<>();

    /** The smallest group that a reader can tell an incident to be in. */
    private static final class Piece {
        private final List<Integer> rows = new ArrayList<>();
        private final int[] areas;

        private Piece(int[] areas) {
            this.areas = areas;
        }
    }

    private Guesser(ReleasePlan plan, PlacedIncidents incidents, IncidentDwellings homes, ReleaseTable table) {
        this.plan = plan;
        this.table = table;
        this.incidents = incidents;
        this.homes = homes;
        series = plan.series().size();
        areas = plan.areas().areas().size();
        sortAddresses();
    }

    /**
     * Measures a release.
     *
     * @param incidents those that the table was composed of
     * @param seed of the guesses
     */
    public static GuessRisk measure(ReleasePlan plan, Incidents incidents, ReleaseTable table, long seed) {
        IncidentDwellings homes = PlacedIncidents.homes(plan);
        PlacedIncidents placed = PlacedIncidents.of(plan, incidents, homes);
        return new Guesser(plan, placed, homes, table).measured(new SplittableRandom(seed));
    }

    /**
     * Simulates years on a municipality's real addresses, composes each year's release and measures it: what the rule is
     * worth there, before there is anything to release.
     *
     * @param worlds how many years, 1 to 1,000
     * @param seed of the first year; the others follow
     */
    public static GuessRisk simulate(ReleasePlan plan, SimulatedYear year, int worlds, long seed) {
        if (worlds < 1 || worlds > 1_000) {
            throw new IllegalArgumentException("worlds is " + worlds + ", but must be 1 to 1000");
        }
        List<String> types = new ArrayList<>(List.of(OTHER_TYPE));
        plan.series().forEach(series -> types.addAll(series.types()));
        IncidentDwellings homes = PlacedIncidents.homes(plan);
        List<GuessRisk> risks = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            PlacedIncidents placed =
                    PlacedIncidents.of(plan, year.incidents(plan.dwellings(), types, seed + world), homes);
            ReleaseTable table = ReleaseTable.compose(plan, placed, List.of());
            risks.add(new Guesser(plan, placed, homes, table).measured(new SplittableRandom(seed + world)));
        }
        return GuessRisk.over(risks);
    }

    private GuessRisk measured(SplittableRandom random) {
        Collection<Piece> pieces = pieces();
        long atHomes = 0;
        long known = 0;
        long amongFew = 0;
        long dominated = 0;
        double right = 0;
        double worst = 0;
        long guesses = 0;
        long hits = 0;
        int each = Math.max(1, Math.min(MOST_AN_INCIDENT, MOST_GUESSES / Math.max(1, incidents.size())));
        for (Piece piece : pieces) {
            int[] rows = piece.rows.stream().mapToInt(Integer::intValue).toArray();
            CellCount count = incidents.count(rows, any -> true);
            dominated += 2L * count.mostHit() > count.count() ? 1 : 0;
            long among =
                    Arrays.stream(piece.areas).mapToLong(this::householdsOf).sum();
            for (int row : rows) {
                if (isAtHome(row)) {
                    known++;
                    amongFew += among < GuessRisk.FEW ? 1 : 0;
                    right += among == 0 ? 1 : 1.0 / among;
                    worst = Math.max(worst, among == 0 ? 1 : 1.0 / among);
                    for (int guess = 0; guess < each; guess++) {
                        guesses++;
                        hits += isRight(row, piece.areas, among, random) ? 1 : 0;
                    }
                }
            }
        }
        for (int row = 0; row < incidents.size(); row++) {
            atHomes += incidents.area(row) >= 0 && isAtHome(row) ? 1 : 0;
        }
        long placed = table.placed();
        return new GuessRisk(
                1,
                placed,
                placed == 0 ? 0 : (double) table.shown() / placed,
                placed == 0 ? 0 : (double) shownInSquares() / placed,
                atHomes,
                amongFew,
                known == 0 ? 0 : right / known,
                worst,
                guesses == 0 ? 0 : (double) hits / guesses,
                dominated);
    }

    /** What is left of each told number beside the told numbers within it. */
    private Collection<Piece> pieces() {
        Map<Integer, Piece> pieces = new TreeMap<>();
        int[] hidden = IntStream.range(0, areas)
                .filter(area -> !table.cell(area, 0).isTold())
                .toArray();
        boolean total = table.totals().get(0).isTold();
        for (int row = 0; row < incidents.size(); row++) {
            int area = incidents.area(row);
            int cell = area < 0 ? -1 : toldCell(row, area);
            if (cell >= 0) {
                pieces.computeIfAbsent(cell, any -> new Piece(new int[] {area}))
                        .rows
                        .add(row);
            } else if (total && (area >= 0 || area == PlacedIncidents.UNPLACED && table.countsUnplaced())) {
                // what has no place may be anywhere
                pieces.computeIfAbsent(-1, any -> new Piece(hidden)).rows.add(row);
            }
        }
        return pieces.values();
    }

    /** The told cell with the fewest types that an incident is in; -1 when none is told. */
    private int toldCell(int row, int area) {
        for (int s = series - 1; s >= 0; s--) {
            if (incidents.isIn(row, s) && table.cell(area, s).isTold()) {
                return area * series + s;
            }
        }
        return -1;
    }

    private boolean isAtHome(int row) {
        int dwelling = incidents.dwelling(row);
        return dwelling != IncidentDwellings.NONE && dwelling < homes.addresses();
    }

    private boolean isRight(int row, int[] within, long among, SplittableRandom random) {
        if (among == 0) {
            return false;
        }
        long household = random.nextLong(among);
        for (int area : within) {
            long here = householdsOf(area);
            if (household < here) {
                int at = Arrays.binarySearch(households.get(area), household + 1);
                int address = addresses.get(area)[at >= 0 ? at : -at - 1];
                return address == incidents.dwelling(row) && random.nextInt(homes.households(address)) == 0;
            }
            household -= here;
        }
        throw new IllegalStateException("a household lies in one of the areas");
    }

    private long householdsOf(int area) {
        long[] upTo = households.get(area);
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    private long shownInSquares() {
        return table.cells().stream()
                .filter(cell -> cell.series() == 0 && cell.isTold())
                .filter(cell -> plan.areas().areas().get(cell.area()).size() == 1)
                .mapToLong(ReleaseCell::count)
                .sum();
    }

    private void sortAddresses() {
        List<List<Integer>> found = new ArrayList<>();
        for (int area = 0; area < areas; area++) {
            found.add(new ArrayList<>());
        }
        for (int address = 0; address < homes.addresses(); address++) {
            int area = plan.areas().areaAt(homes.x(address), homes.y(address));
            if (area != ReleaseAreas.NONE && homes.households(address) > 0) {
                found.get(area).add(address);
            }
        }
        for (List<Integer> here : found) {
            int[] numbers = here.stream().mapToInt(Integer::intValue).toArray();
            long[] upTo = new long[numbers.length];
            long sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += homes.households(numbers[i]);
                upTo[i] = sum;
            }
            addresses.add(numbers);
            households.add(upTo);
        }
    }
}
