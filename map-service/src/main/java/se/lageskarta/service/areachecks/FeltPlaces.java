package se.lageskarta.service.areachecks;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.survey.UnsafeReason;

/** What people have told in surveys, by planner area: people are counted and not marks, and none of fewer than five. */
final class FeltPlaces {
    private static final int[] CLASSES = {5, 10, 20, 50};
    private static final String[] NAMES = {"few", "5-9", "10-19", "20-49", "50+"};

    private final Map<Integer, Set<String>> unsafe = new HashMap<>();
    private final Map<Integer, Set<String>> safe = new HashMap<>();
    private final Map<Integer, Map<UnsafeReason, Set<String>>> reasons = new HashMap<>();

    private FeltPlaces() {}

    static FeltPlaces of(List<UnsafePlaces> sets, PlannerAreas areas) {
        FeltPlaces felt = new FeltPlaces();
        for (UnsafePlaces set : sets) {
            double[] x = set.x();
            double[] y = set.y();
            if (!set.crs().equals(areas.crs())) {
                Projection.of(set.crs()).toLonLat(x, y, 0, x.length, x, y);
                areas.projection().fromLonLat(x, y, 0, x.length, x, y);
            }
            for (int i = 0; i < x.length; i++) {
                int area = Double.isFinite(x[i]) ? areas.areas().areaAt(x[i], y[i]) : ReleaseAreas.NONE;
                if (area != ReleaseAreas.NONE) {
                    felt.add(area, set.marks().get(i));
                }
            }
        }
        return felt;
    }

    private void add(int area, UnsafePlace mark) {
        String person = mark.respondent() == 0
                ? "mark " + mark.datasetId() + " " + mark.id()
                : mark.datasetId() + " " + mark.respondent();
        (mark.safe() ? safe : unsafe)
                .computeIfAbsent(area, unused -> new HashSet<>())
                .add(person);
        if (!mark.safe()) {
            for (UnsafeReason reason : mark.reasons()) {
                reasons.computeIfAbsent(area, unused -> new EnumMap<>(UnsafeReason.class))
                        .computeIfAbsent(reason, unused -> new HashSet<>())
                        .add(person);
            }
        }
    }

    CheckAnswer.Felt unsafe(Collection<Integer> areas) {
        Map<UnsafeReason, Integer> people = new TreeMap<>();
        for (int area : areas) {
            reasons.getOrDefault(area, Map.of()).forEach((reason, who) -> {
                if (who.size() >= Told.LEAST) {
                    people.merge(reason, who.size(), Integer::sum);
                }
            });
        }
        List<String> commonest = people.entrySet().stream()
                .sorted(Map.Entry.<UnsafeReason, Integer>comparingByValue().reversed())
                .map(reason -> reason.getKey().name().toLowerCase(Locale.ROOT))
                .toList();
        return new CheckAnswer.Felt(named(unsafe, areas), commonest);
    }

    CheckAnswer.Felt safe(Collection<Integer> areas) {
        return new CheckAnswer.Felt(named(safe, areas), List.of());
    }

    private static String named(Map<Integer, Set<String>> people, Collection<Integer> areas) {
        int told = areas.stream()
                .mapToInt(area -> people.getOrDefault(area, Set.of()).size())
                .filter(count -> count >= Told.LEAST)
                .sum();
        int at = 0;
        while (at < CLASSES.length && told >= CLASSES[at]) {
            at++;
        }
        return NAMES[at];
    }
}
