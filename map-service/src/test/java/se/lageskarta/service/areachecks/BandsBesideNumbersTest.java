package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.evidence.CountBand;
import se.lageskarta.service.hotspots.ToldAreas;
import se.lageskarta.service.hotspots.ToldParts;

/**
 * A planner who has checked every area and sees every hotspot of the year writes both down as equations and inequalities, and
 * narrows them until nothing more follows. No group of one to four incidents may be certain then: neither in an area, nor in a
 * hotspot's part of an area, nor of a group of types in either, nor beside the hotspots.
 */
class BandsBesideNumbersTest {
    private static final List<String> GROUPS = List.of("A", "B", "C");
    private static final int AREAS = 5;
    private static final int MONTHS = 12;
    private static final int WORLDS = 1_000;
    private static final int MANY = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hotspots_and_numbers_of_areas_together_isolate_nobody(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(random, true);
            told += world.hotspots.size();
            assertThat(world.isolated()).as("world " + i + " of seed " + seed).isEmpty();
        }
        assertThat(told).as("hotspots told, or the test would prove nothing").isGreaterThan(WORLDS / 2);
    }

    @Test
    void the_same_attack_succeeds_when_hotspots_are_told_whole_and_with_their_types() {
        Random random = new Random(1);
        int isolated = 0;
        for (int i = 0; i < WORLDS; i++) {
            isolated += new World(random, false).isolated().isEmpty() ? 0 : 1;
        }
        assertThat(isolated).as("worlds in which somebody is isolated").isGreaterThan(2);
    }

    /** @param hotspot number, or -1 for none */
    private record Happened(int area, String group, YearMonth month, int hotspot) {}

    /** @param areas which ones its squares lie in */
    private record ToldHotspot(
            List<Happened> members,
            CountBand band,
            @Nullable CountBand[] months,
            @Nullable CountBand[] types,
            TreeSet<Integer> areas) {}

    private static final class World {
        private final List<Happened> all = new ArrayList<>();
        private final List<ToldHotspot> hotspots = new ArrayList<>();
        private final Map<Integer, List<Told>> numbers;
        private final Block block;
        private final boolean ruled;
        private final Narrowing narrowing = new Narrowing();

        World(Random random, boolean ruled) {
            this.ruled = ruled;
            int firstYear = 2024 + random.nextInt(2);
            block = new Block(YearMonth.of(firstYear, 1), YearMonth.of(2025, 12), new TreeSet<>(List.of(1L)));
            int count = 1 + random.nextInt(4);
            for (int area = ToldAreas.NONE; area < AREAS; area++) {
                for (int i = random.nextInt(18); i > 0; i--) {
                    all.add(happened(random, area, firstYear, count));
                }
            }
            numbers = numbers();
            for (int hotspot = 0; hotspot < count; hotspot++) {
                tell(hotspot);
            }
        }

        /** Hotspots lie in two areas beside each other, and beyond the last. */
        private static Happened happened(Random random, int area, int firstYear, int hotspots) {
            YearMonth month = YearMonth.of(
                    firstYear + random.nextInt(2026 - firstYear), 1 + random.nextInt(1 + random.nextInt(MONTHS)));
            String group = GROUPS.get(random.nextInt(1 + random.nextInt(GROUPS.size())));
            int near = Math.floorMod(area - random.nextInt(2), AREAS);
            boolean gathered = month.getYear() == 2025 && near < hotspots && random.nextInt(10) > 0;
            return new Happened(area, group, month, gathered ? near : -1);
        }

        private Map<Integer, List<Told>> numbers() {
            List<Counted.Row> rows = all.stream()
                    .filter(one -> one.area != ToldAreas.NONE)
                    .map(one -> new Counted.Row(one.area, one.month, 1, one.group, null))
                    .toList();
            return TellNumbers.answer(
                            IntStream.range(0, AREAS).boxed().toList(),
                            List.of(block),
                            Counted.ofRows(rows),
                            new Laminar(GROUPS),
                            new HashMap<>(),
                            (area, told, number) -> new SeenNumbers.Seen(area, told, number, Instant.EPOCH))
                    .areas();
        }

        private void tell(int hotspot) {
            List<Happened> members =
                    all.stream().filter(one -> one.hotspot == hotspot).toList();
            if (ruled) {
                List<Happened> whole = members;
                members = Arrays.stream(ToldParts.kept(
                                members.stream().mapToInt(Happened::area).toArray()))
                        .mapToObj(whole::get)
                        .toList();
            }
            CountBand band = CountBand.of(members.size());
            if (band != null) {
                TreeSet<Integer> areas = new TreeSet<>();
                members.forEach(one -> areas.add(one.area));
                int[] months = new int[MONTHS];
                members.forEach(one -> months[one.month.getMonthValue() - 1]++);
                int[] types = new int[GROUPS.size()];
                members.forEach(one -> types[GROUPS.indexOf(one.group)]++);
                hotspots.add(new ToldHotspot(
                        members,
                        band,
                        CountBand.of(months, members.size()),
                        ruled ? new CountBand[0] : CountBand.of(types, members.size()),
                        areas));
            }
        }

        /** What is certain to be one to four, after everything has been written down and narrowed. */
        List<String> isolated() {
            for (int h = 0; h < hotspots.size(); h++) {
                writeHotspot(h);
            }
            for (int area = 0; area < AREAS; area++) {
                writeArea(area);
            }
            narrowing.narrow();
            checkAgainstTruth();
            return narrowing.certain();
        }

        private void writeHotspot(int h) {
            ToldHotspot told = hotspots.get(h);
            List<String> parts = new ArrayList<>();
            for (int area : told.areas) {
                List<String> cells = new ArrayList<>();
                GROUPS.forEach(group -> cells.add(cell(h, area, group)));
                narrowing.sum(part(h, area), cells);
                parts.add(part(h, area));
                if (ruled && area != ToldAreas.NONE) {
                    narrowing.know(part(h, area), Told.LEAST, MANY);
                }
            }
            String row = "hotspot " + h;
            narrowing.sum(row, parts);
            int least = Arrays.stream(told.months)
                    .mapToInt(band -> band == null ? 0 : band.from())
                    .sum();
            narrowing.know(row, Math.max(told.band.from(), least), told.band.to());
            for (int g = 0; g < told.types.length; g++) {
                CountBand band = told.types[g];
                String group = GROUPS.get(g);
                String type = row + " " + group;
                narrowing.sum(
                        type,
                        told.areas.stream().map(area -> cell(h, area, group)).toList());
                if (band != null) {
                    narrowing.know(type, band.from(), band.to());
                }
            }
        }

        private void writeArea(int area) {
            String name = "area " + area;
            List<String> parts = new ArrayList<>(List.of("beside " + area));
            for (int h = 0; h < hotspots.size(); h++) {
                if (hotspots.get(h).areas.contains(area)) {
                    parts.add(part(h, area));
                }
            }
            narrowing.sum(name, parts);
            List<String> groups = new ArrayList<>();
            List<String> beside = new ArrayList<>();
            for (String group : GROUPS) {
                List<String> cells = new ArrayList<>(List.of("beside " + area + " " + group));
                beside.add(cells.get(0));
                for (int h = 0; h < hotspots.size(); h++) {
                    if (hotspots.get(h).areas.contains(area)) {
                        cells.add(cell(h, area, group));
                    }
                }
                narrowing.sum(name + " " + group, cells);
                groups.add(name + " " + group);
            }
            narrowing.sum(name, groups);
            narrowing.sum("beside " + area, beside);
            Told told = numbers.getOrDefault(area, List.of(Told.FEW)).get(0);
            Integer total = told.total();
            narrowing.know(name, total == null ? 0 : total, total == null ? Told.LEAST - 1 : total);
            told.groups().forEach((group, count) -> narrowing.know(name + " " + group, count, count));
        }

        private void checkAgainstTruth() {
            for (Map.Entry<String, int[]> known : narrowing.bounds.entrySet()) {
                assertThat(truth(known.getKey()))
                        .as(known.getKey())
                        .isBetween(known.getValue()[0], known.getValue()[1]);
            }
        }

        private int truth(String name) {
            String[] words = name.split(" ");
            boolean beside = words[0].equals("beside");
            int number = Integer.parseInt(words[1]);
            List<Happened> of = words[0].equals("hotspot")
                    ? hotspots.get(number).members
                    : all.stream().filter(one -> one.area == number).toList();
            Set<Happened> told = Collections.newSetFromMap(new IdentityHashMap<>());
            hotspots.forEach(hotspot -> told.addAll(hotspot.members));
            String last = words[words.length - 1];
            int area = name.contains(" in ") ? Integer.parseInt(words[3]) : MANY;
            return (int) of.stream()
                    .filter(one -> !beside || !told.contains(one))
                    .filter(one -> area == MANY || one.area == area)
                    .filter(one -> !GROUPS.contains(last) || one.group.equals(last))
                    .count();
        }

        private static String part(int hotspot, int area) {
            return "hotspot " + hotspot + " in " + area;
        }

        private static String cell(int hotspot, int area, String group) {
            return part(hotspot, area) + " " + group;
        }
    }

    /** Sums with their parts, narrowed in both directions until nothing changes. */
    private static final class Narrowing {
        private final Map<String, int[]> bounds = new TreeMap<>();
        private final Map<String, List<List<String>>> sums = new TreeMap<>();

        void sum(String whole, List<String> parts) {
            sums.computeIfAbsent(whole, unused -> new ArrayList<>()).add(parts);
            know(whole, 0, MANY);
            parts.forEach(part -> know(part, 0, MANY));
        }

        boolean know(String name, int least, int most) {
            int[] known = bounds.computeIfAbsent(name, unused -> new int[] {0, MANY});
            boolean narrower = least > known[0] || most < known[1];
            known[0] = Math.max(known[0], least);
            known[1] = Math.min(known[1], most);
            return narrower;
        }

        void narrow() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Map.Entry<String, List<List<String>>> sum : sums.entrySet()) {
                    for (List<String> parts : sum.getValue()) {
                        changed |= narrow(sum.getKey(), parts);
                    }
                }
            }
        }

        private boolean narrow(String whole, List<String> parts) {
            int least = parts.stream().mapToInt(part -> of(part)[0]).sum();
            int most = parts.stream().mapToInt(part -> of(part)[1]).sum();
            boolean changed = know(whole, least, most);
            int[] sum = of(whole);
            for (String part : parts) {
                int[] own = of(part);
                changed |= know(part, sum[0] - (most - own[1]), sum[1] - (least - own[0]));
            }
            return changed;
        }

        private int[] of(String name) {
            return bounds.getOrDefault(name, new int[] {0, MANY});
        }

        List<String> certain() {
            return bounds.entrySet().stream()
                    .filter(known -> known.getValue()[0] >= 1 && known.getValue()[1] < Told.LEAST)
                    .map(known -> known.getKey() + ": " + known.getValue()[0] + " to " + known.getValue()[1])
                    .toList();
        }
    }
}
