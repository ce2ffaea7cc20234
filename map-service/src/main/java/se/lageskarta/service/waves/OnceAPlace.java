package se.lageskarta.service.waves;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/**
 * Counts a person once a place: of one person's marks of one feeling within {@value #METRES} m the first stays, with the
 * reasons of all, the strongest feeling, and the time of day when all agree. A place may be both safe (by day) and unsafe
 * (in the dark) to the same person; those are two things said. O(n · marks of a person).
 */
final class OnceAPlace {
    /** Nearer marks of one person mean the same place: as wide as a crossing or a bus stop. */
    static final double METRES = 50;

    private OnceAPlace() {}

    /** @param marks in the order they were made, x and y in metres */
    static List<UnsafePlace> of(List<UnsafePlace> marks) {
        Map<Long, List<UnsafePlace>> voices = new LinkedHashMap<>();
        List<UnsafePlace> nameless = new ArrayList<>();
        for (UnsafePlace mark : marks) {
            if (mark.respondent() == 0) {
                nameless.add(mark);
            } else {
                take(voices.computeIfAbsent(mark.respondent(), who -> new ArrayList<>()), mark);
            }
        }
        List<UnsafePlace> once = new ArrayList<>(nameless);
        voices.values().forEach(once::addAll);
        return once;
    }

    /** True when the mark says nothing that another of the same person's has not said of the same place. */
    static boolean isSamePlace(UnsafePlace one, UnsafePlace other) {
        return one.safe() == other.safe() && Math.hypot(one.x() - other.x(), one.y() - other.y()) <= METRES;
    }

    private static void take(List<UnsafePlace> list, UnsafePlace mark) {
        for (int i = 0; i < list.size(); i++) {
            if (isSamePlace(list.get(i), mark)) {
                list.set(i, joined(list.get(i), mark));
                return;
            }
        }
        list.add(mark);
    }

    private static UnsafePlace joined(UnsafePlace first, UnsafePlace later) {
        Set<UnsafeReason> reasons = EnumSet.noneOf(UnsafeReason.class);
        reasons.addAll(first.reasons());
        reasons.addAll(later.reasons());
        @Nullable Boolean dark = Objects.equals(first.dark(), later.dark()) ? first.dark() : null;
        return new UnsafePlace(
                first.id(),
                first.datasetId(),
                first.sourceKey(),
                first.x(),
                first.y(),
                first.radiusMetres(),
                first.safe(),
                Math.max(first.severity(), later.severity()),
                first.respondent(),
                first.day(),
                dark,
                reasons);
    }
}
