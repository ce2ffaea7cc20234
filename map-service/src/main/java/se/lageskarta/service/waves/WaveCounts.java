package se.lageskarta.service.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/**
 * What can be counted in a wave's answers: people, not clicks. It is all that is left of who said what when the single
 * answers have been erased; kept as JSON.
 *
 * @param people who have marked or answered
 * @param peopleUnsafe who have marked an unsafe place
 * @param peopleSafe who have marked a safe place
 * @param reasons people who named each reason for an unsafe place, by its code
 * @param times people to whom unsafe places are so: by day, in the dark, both or not told
 * @param own people by answer to each of the wave's own questions, by the question's id
 * @param days marks by day, {@code 2026-05-31}
 */
record WaveCounts(
        int people,
        int peopleUnsafe,
        int peopleSafe,
        Map<String, Integer> reasons,
        List<Integer> times,
        Map<String, List<Integer>> own,
        Map<String, Integer> days) {
    static final WaveCounts NONE = new WaveCounts(0, 0, 0, Map.of(), List.of(0, 0, 0), Map.of(), Map.of());

    WaveCounts {
        reasons = new TreeMap<>(reasons);
        times = List.copyOf(times);
        own = new TreeMap<>(own);
        days = new TreeMap<>(days);
    }

    /**
     * Counts.
     *
     * @param places each person once a place
     * @param replies answers to the wave's own questions, by person
     * @param asked what was asked
     * @param days marks by day
     */
    static WaveCounts of(
            List<UnsafePlace> places,
            Map<Long, Map<String, Integer>> replies,
            WaveQuestions asked,
            Map<String, Integer> days) {
        Set<Long> people = new HashSet<>(replies.keySet());
        places.forEach(place -> people.add(person(place)));
        Map<String, Integer> reasons = new TreeMap<>();
        for (UnsafeReason reason : UnsafeReason.values()) {
            int count = people(places, place -> !place.safe() && place.reasons().contains(reason));
            if (count > 0) {
                reasons.put(WaveQuestions.code(reason), count);
            }
        }
        return new WaveCounts(
                people.size(),
                people(places, place -> !place.safe()),
                people(places, UnsafePlace::safe),
                reasons,
                List.of(
                        people(places, place -> !place.safe() && Boolean.FALSE.equals(place.dark())),
                        people(places, place -> !place.safe() && Boolean.TRUE.equals(place.dark())),
                        people(places, place -> !place.safe() && place.dark() == null)),
                own(asked, replies),
                days);
    }

    /** Both together, when nobody is in both. */
    WaveCounts plus(WaveCounts other) {
        Map<String, Integer> allReasons = new TreeMap<>(reasons);
        other.reasons.forEach((code, count) -> allReasons.merge(code, count, Integer::sum));
        Map<String, Integer> allDays = new TreeMap<>(days);
        other.days.forEach((day, count) -> allDays.merge(day, count, Integer::sum));
        Map<String, List<Integer>> allOwn = new TreeMap<>(own);
        other.own.forEach((id, counts) -> allOwn.merge(id, counts, WaveCounts::sum));
        return new WaveCounts(
                people + other.people,
                peopleUnsafe + other.peopleUnsafe,
                peopleSafe + other.peopleSafe,
                allReasons,
                sum(times, other.times),
                allOwn,
                allDays);
    }

    /** People by step or choice of a question. */
    int[] own(OwnQuestion question) {
        int[] counts = new int[steps(question)];
        List<Integer> known = own.getOrDefault(question.id(), List.of());
        for (int i = 0; i < Math.min(counts.length, known.size()); i++) {
            counts[i] = known.get(i);
        }
        return counts;
    }

    /** How many answers a question has: 0 to 6, or its choices. */
    static int steps(OwnQuestion question) {
        return question.kind().equals(OwnQuestion.SCALE)
                ? OwnQuestion.MAX_SCALE + 1
                : question.choices().size();
    }

    private static Map<String, List<Integer>> own(WaveQuestions asked, Map<Long, Map<String, Integer>> replies) {
        Map<String, List<Integer>> own = new TreeMap<>();
        for (OwnQuestion question : asked.own()) {
            int[] counts = new int[steps(question)];
            for (Map<String, Integer> reply : replies.values()) {
                Integer answer = reply.get(question.id());
                if (answer != null && question.takes(answer)) {
                    counts[answer]++;
                }
            }
            own.put(question.id(), Arrays.stream(counts).boxed().toList());
        }
        return own;
    }

    private static int people(List<UnsafePlace> places, Predicate<UnsafePlace> which) {
        return (int) places.stream()
                .filter(which)
                .mapToLong(WaveCounts::person)
                .distinct()
                .count();
    }

    /** Where a file tells no person each mark is its own; negative numbers cannot be people's. */
    private static long person(UnsafePlace place) {
        return place.respondent() != 0 ? place.respondent() : -1 - place.id();
    }

    private static List<Integer> sum(List<Integer> one, List<Integer> other) {
        List<Integer> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            sum.add((i < one.size() ? one.get(i) : 0) + (i < other.size() ? other.get(i) : 0));
        }
        return sum;
    }
}
