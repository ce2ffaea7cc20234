package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * A year of invented incidents around real addresses, for measuring what a release would give away.
 *
 * <p>Incidents at homes: every household is as likely, but one in {@value #REPEAT_OF} happens at a home where one has happened
 * before, for victims are victims again. Of the others one in four is at one of {@value #MEETING_PLACES} places, all of a
 * place on its coordinate, the second half as busy as the first, the third a third (Zipf); one in four is up to
 * {@value #ROAD_METRES} m from a home, along the roads of the country; the rest is in the streets within {@value #STREET_METRES} m of
 * one. Places are at addresses where nobody lives; where the layer does not know of any, at any address.
 *
 * @param count incidents, 0 to 1,000,000
 * @param shareAtHomes 0 to 1
 */
public record SimulatedYear(int count, double shareAtHomes) {
    private static final int REPEAT_OF = 6;
    private static final int MEETING_PLACES = 15;
    private static final int STREET_METRES = 150;
    private static final int ROAD_METRES = 1_500;
    /** Beyond the reach within which an incident belongs to a dwelling. */
    private static final double OUT_OF_REACH_METRES = 31;

    public SimulatedYear {
        if (count < 0 || count > 1_000_000) {
            throw new IllegalArgumentException("count is " + count + ", but must be 0 to 1000000");
        }
        if (!(shareAtHomes >= 0 && shareAtHomes <= 1)) {
            throw new IllegalArgumentException("shareAtHomes is " + shareAtHomes + ", but must be 0 to 1");
        }
    }

    /**
     * A year's incidents in the dwellings' system; ids from 1.
     *
     * @param types each as likely, at least one
     * @throws IllegalArgumentException when nobody lives anywhere
     */
    public Incidents incidents(Dwellings dwellings, List<String> types, long seed) {
        int[] homes = addresses(dwellings, true);
        if (homes.length == 0) {
            throw new IllegalArgumentException("dwellings hold no household, but must hold one or more");
        }
        return new Draw(dwellings, homes, types, new SplittableRandom(seed)).year(count, shareAtHomes);
    }

    private static int[] addresses(Dwellings dwellings, boolean lived) {
        return IntStream.range(0, dwellings.size())
                .filter(i -> dwellings.households()[i] > 0 == lived)
                .toArray();
    }

    /** One year being drawn. */
    private static final class Draw {
        private final Dwellings dwellings;
        private final int[] homes;
        private final long[] households;
        private final int[] places;
        private final List<String> types;
        private final SplittableRandom random;
        private final Incidents.Builder incidents;
        private final List<Integer> hit = new ArrayList<>();
        private long id = 1;

        private Draw(Dwellings dwellings, int[] homes, List<String> types, SplittableRandom random) {
            this.dwellings = dwellings;
            this.homes = homes;
            this.types = types;
            this.random = random;
            incidents = Incidents.builder(dwellings.crs(), 1_000);
            households = new long[homes.length];
            long sum = 0;
            for (int i = 0; i < homes.length; i++) {
                sum += dwellings.households()[homes[i]];
                households[i] = sum;
            }
            int[] empty = addresses(dwellings, false);
            places = new int[MEETING_PLACES];
            for (int i = 0; i < MEETING_PLACES; i++) {
                places[i] = empty.length > 0 ? empty[random.nextInt(empty.length)] : home();
            }
        }

        private Incidents year(int count, double shareAtHomes) {
            for (int i = 0; i < count; i++) {
                int kind = random.nextInt(4);
                if (random.nextDouble() < shareAtHomes) {
                    add(victim(), 0);
                } else if (kind == 0) {
                    add(place(), 0);
                } else {
                    add(home(), kind == 1 ? ROAD_METRES : STREET_METRES);
                }
            }
            return incidents.build();
        }

        private int victim() {
            int home = !hit.isEmpty() && random.nextInt(REPEAT_OF) == 0 ? hit.get(random.nextInt(hit.size())) : home();
            hit.add(home);
            return home;
        }

        /** The address of a household, each as likely. */
        private int home() {
            long household = random.nextLong(households[households.length - 1]);
            int at = Arrays.binarySearch(households, household + 1);
            int first = at >= 0 ? at : -at - 1;
            return homes[first];
        }

        private int place() {
            double sum = 0;
            for (int rank = 1; rank <= MEETING_PLACES; rank++) {
                sum += 1.0 / rank;
            }
            double left = random.nextDouble() * sum;
            int rank = 1;
            while (rank < MEETING_PLACES && left >= 1.0 / rank) {
                left -= 1.0 / rank++;
            }
            return places[rank - 1];
        }

        private void add(int address, double within) {
            double angle = 2 * Math.PI * random.nextDouble();
            double away = within == 0 ? 0 : OUT_OF_REACH_METRES + random.nextDouble() * (within - OUT_OF_REACH_METRES);
            incidents.add(
                    id++,
                    1,
                    dwellings.x()[address] + away * Math.cos(angle),
                    dwellings.y()[address] + away * Math.sin(angle),
                    PlacePrecision.ADDRESS,
                    0,
                    1,
                    types.get(random.nextInt(types.size())),
                    1);
        }
    }
}
