package se.lageskarta.geo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.geocode.FoldedName;
import se.lageskarta.geo.geocode.FoundPlaces;
import se.lageskarta.geo.geocode.PlaceFinder;
import se.lageskarta.geo.geocode.PlaceRegister;
import se.lageskarta.geo.geocode.WrittenPlace;

/**
 * One address with one slip of the pen in its street's name, looked for in a register of many streets. The peer compares
 * what is written with each name, letter by letter, and gives up a name at the third difference.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GeocodeBenchmark {
    private static final int ASKED = 1_000;
    private static final int DOORS = 6;
    private static final int MOST_EDITS = 2;
    private static final String[] FIRST = ("Björk Ek Gran Tall Lind Rönn Hägg Alm Ask Hassel Sälg Vide Enbär Lönn Al Sten Berg Dal"
                    + " Äng Hage Sjö Strand Udd Vik Bäck Å Källe Brunns Kvarn Smed Skol Kyrk Präst Kloster Torg Handels Hamn"
                    + " Fiskar Sjömans Tull Vall Slotts Kungs Drottning Prins Adel Borg Soldat Dragon Husar Trum Fan Korn"
                    + " Råg Havre Vete Lin Humle Äppel Päron Körsbärs Plommon Hallon Nypon Slån Blåklocke Ljung")
            .split(" ");
    private static final String[] MIDDLE =
            "backs lunds ängs dals bergs åkers hags gårds torps vads näs holms mossens kärrs skogs höjds vreten åsens kulle brinks moss hedens fors lids sands kils viks rum sala rotes"
                    .split(" ");
    private static final String[] LAST =
            "gatan vägen stigen gränd allén backen torget stråket gången slingan ringen plan".split(" ");

    /** As many streets as a town or as a county has. */
    @State(Scope.Benchmark)
    public static class Streets {
        @Param({"2000", "20000"})
        int n;

        PlaceFinder finder;
        String[] names;
        String[] folded;
        String[] asked;
        int next;

        @Setup
        public void make() {
            SplittableRandom random = new SplittableRandom(20261122);
            PlaceRegister register = new PlaceRegister();
            names = new String[n];
            for (int i = 0; i < n; i++) {
                names[i] = name(i);
                for (int door = 1; door <= DOORS; door++) {
                    register.address(
                            names[i], String.valueOf(door), "", 14 + i % 150 * 0.02, 57 + i / 150 * 0.02 + door * 1e-4);
                }
            }
            finder = register.build();
            folded = Arrays.stream(names).map(FoldedName::of).toArray(String[]::new);
            List<String> written = new ArrayList<>();
            for (int i = 0; i < ASKED; i++) {
                written.add(slip(names[random.nextInt(n)], random));
            }
            asked = written.toArray(String[]::new);
        }

        String ask() {
            next = (next + 1) % asked.length;
            return asked[next];
        }

        /** Different for different numbers; neighbours in number are no neighbours in spelling. */
        private static String name(int number) {
            int first = number % FIRST.length;
            int middle = number / FIRST.length % MIDDLE.length;
            int last = number / FIRST.length / MIDDLE.length;
            return FIRST[first] + MIDDLE[middle] + LAST[last];
        }

        private static String slip(String name, SplittableRandom random) {
            int at = 1 + random.nextInt(name.length() - 2);
            return switch (random.nextInt(3)) {
                case 0 -> name.substring(0, at) + name.substring(at + 1);
                case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
                default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            };
        }
    }

    /** From the words to the candidates with their chances. */
    @Benchmark
    public FoundPlaces geocode_ours(Streets streets) {
        return streets.finder.find(new WrittenPlace(streets.ask() + " 5", "", ""));
    }

    /** The nearest name alone, without its house number and without how sure it is. */
    @Benchmark
    public String geocode_everyName(Streets streets) {
        String written = FoldedName.of(streets.ask());
        String nearest = "";
        int least = MOST_EDITS + 1;
        for (int i = 0; i < streets.n; i++) {
            int edits = edits(written, streets.folded[i], least);
            if (edits < least) {
                least = edits;
                nearest = streets.names[i];
            }
        }
        return nearest;
    }

    /** Levenshtein's distance by the textbook, given up as soon as it cannot be less than {@code enough}. */
    private static int edits(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least >= enough) {
                return enough;
            }
            int[] spare = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
