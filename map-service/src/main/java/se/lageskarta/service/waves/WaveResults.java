package se.lageskarta.service.waves;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.UnsafePlaceFacts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a wave says as a whole: people, not clicks. Counts of 1 to 4 people are left out for those who may not see single
 * marks, and the next smallest too where subtraction would tell. Files imported into the wave's dataset count as well.
 */
@Component
class WaveResults {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Integer>> ANSWERS = new TypeReference<>() {};

    private final SurveyMarks marks;
    private final SurveyWaves waves;
    private final WaveArea area;
    private final Datasets datasets;
    private final UnsafePlaceFacts facts;

    WaveResults(SurveyMarks marks, SurveyWaves waves, WaveArea area, Datasets datasets, UnsafePlaceFacts facts) {
        this.marks = marks;
        this.waves = waves;
        this.area = area;
        this.datasets = datasets;
        this.facts = facts;
    }

    /**
     * How many people said something.
     *
     * @param code what they said
     * @param people how many; null when too few to be told
     */
    record Said(String code, @Nullable Integer people) {}

    /** Answers to one of the wave's own questions: how many people for each choice, or step from 0 to 6. */
    record Answered(String id, String text, List<Said> answers) {}

    /** Marks of one day. */
    record Day(LocalDate day, int marks) {}

    /**
     * The latest earlier wave, when it asked the same of the same area.
     *
     * @param why {@code same}, or why the two cannot be set side by side: {@code area}, {@code questions}, {@code season}
     *     or {@code few} people; the figures are null then
     * @param unsafeThen what part of the people marked an unsafe place
     * @param unsafeNow the same in this wave
     */
    record Earlier(
            long id,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            String why,
            @Nullable Integer people,
            @Nullable Double unsafeThen,
            @Nullable Double unsafeNow) {}

    /**
     * The whole.
     *
     * @param people who have marked or answered
     * @param unsafePlaces unsafe places, each person once a place
     * @param fromFiles marks that came by file
     * @param reasons by people who marked unsafe places
     * @param times when unsafe places are felt so: {@code day}, {@code dark}, {@code other} (both or not told)
     * @param least fewer people than this are not told; 0 when all are
     */
    record Results(
            int people,
            @Nullable Integer peopleUnsafe,
            @Nullable Integer peopleSafe,
            int unsafePlaces,
            int safePlaces,
            int fromFiles,
            List<Said> reasons,
            List<Said> times,
            List<Answered> own,
            List<Day> days,
            int words,
            int wordsWaiting,
            int least,
            @Nullable Earlier earlier) {}

    /** One wave's voices: each person once a place, in metres. */
    private record Voices(List<UnsafePlace> places, int fromFiles, Set<Long> people) {}

    /** @param points true for those who may see single marks */
    Results of(SurveyWave wave, boolean points) {
        List<StoredMark> stored = marks.of(wave.id());
        Map<Long, String> replies = marks.replies(wave.id());
        Voices voices = voices(wave, stored, replies.keySet());
        List<UnsafePlace> unsafe =
                voices.places.stream().filter(place -> !place.safe()).toList();
        int[] feelings = {people(unsafe, place -> true), people(voices.places, UnsafePlace::safe)};
        @Nullable Integer[] told = shown(feelings, points);
        return new Results(
                voices.people.size(),
                told[0],
                told[1],
                unsafe.size(),
                voices.places.size() - unsafe.size(),
                voices.fromFiles,
                reasons(unsafe, points),
                times(unsafe, points),
                own(wave, replies, points),
                days(stored),
                (int) stored.stream()
                        .filter(mark -> mark.wordsState() != WordsState.NONE)
                        .count(),
                (int) stored.stream()
                        .filter(mark -> mark.wordsState() == WordsState.WAITING)
                        .count(),
                points ? 0 : Mask.LEAST,
                earlier(wave, voices, feelings[0], points).orElse(null));
    }

    private Voices voices(SurveyWave wave, List<StoredMark> stored, Set<Long> repliers) {
        Dataset dataset = wave.datasetId() == null
                ? null
                : datasets.find(wave.datasetId()).orElse(null);
        Bounds box = area.bounds(wave);
        Crs crs = dataset != null
                ? dataset.crs()
                : MarkPlaces.system((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
        List<UnsafePlace> places = new ArrayList<>(OnceAPlace.of(MarkPlaces.of(stored, crs)));
        Long own = wave.importId();
        List<UnsafePlace> files =
                dataset == null ? List.of() : OnceAPlace.of(facts.visibleOf(dataset, own == null ? 0 : own));
        places.addAll(files);
        Set<Long> people = new HashSet<>(repliers);
        places.forEach(place -> people.add(person(place)));
        return new Voices(places, files.size(), people);
    }

    /** Where a file tells no person each mark is its own; negative numbers cannot be people's. */
    private static long person(UnsafePlace place) {
        return place.respondent() != 0 ? place.respondent() : -1 - place.id();
    }

    private static int people(List<UnsafePlace> places, Predicate<UnsafePlace> which) {
        return (int) places.stream()
                .filter(which)
                .mapToLong(WaveResults::person)
                .distinct()
                .count();
    }

    private static List<Said> reasons(List<UnsafePlace> unsafe, boolean points) {
        UnsafeReason[] all = UnsafeReason.values();
        int[] counts = new int[all.length];
        String[] codes = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            UnsafeReason reason = all[i];
            counts[i] = people(unsafe, place -> place.reasons().contains(reason));
            codes[i] = WaveQuestions.code(reason);
        }
        return said(codes, counts, points).stream()
                .filter(said -> said.people == null || said.people > 0)
                .sorted(Comparator.comparingInt((Said said) -> said.people == null ? 0 : -said.people))
                .toList();
    }

    private static List<Said> times(List<UnsafePlace> unsafe, boolean points) {
        int[] counts = {
            people(unsafe, place -> Boolean.FALSE.equals(place.dark())),
            people(unsafe, place -> Boolean.TRUE.equals(place.dark())),
            people(unsafe, place -> place.dark() == null)
        };
        return said(new String[] {"day", "dark", "other"}, counts, points);
    }

    private static List<Answered> own(SurveyWave wave, Map<Long, String> replies, boolean points) {
        List<Map<String, Integer>> read = replies.values().stream()
                .map(json -> JSON.readValue(json, ANSWERS))
                .toList();
        List<Answered> answered = new ArrayList<>();
        for (OwnQuestion question : wave.questions().own()) {
            boolean scale = question.kind().equals(OwnQuestion.SCALE);
            int steps = scale ? OwnQuestion.MAX_SCALE + 1 : question.choices().size();
            int[] counts = new int[steps];
            String[] codes = new String[steps];
            for (int i = 0; i < steps; i++) {
                codes[i] = scale ? "" + i : question.choices().get(i);
            }
            for (Map<String, Integer> reply : read) {
                Integer answer = reply.get(question.id());
                if (answer != null && question.takes(answer)) {
                    counts[answer]++;
                }
            }
            answered.add(new Answered(question.id(), question.text(), said(codes, counts, points)));
        }
        return answered;
    }

    private static List<Day> days(List<StoredMark> stored) {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        stored.forEach(mark -> counts.merge(mark.markedOn(), 1, Integer::sum));
        List<Day> days = new ArrayList<>();
        counts.forEach((day, count) -> days.add(new Day(day, count)));
        return days;
    }

    private Optional<Earlier> earlier(SurveyWave wave, Voices now, int unsafeNow, boolean points) {
        return waves.all().stream()
                .filter(other -> other.id() != wave.id()
                        && other.hasBeenOpened()
                        && other.closesOn().isBefore(wave.opensOn()))
                .max(Comparator.comparing(SurveyWave::closesOn))
                .map(other -> compared(wave, other, now, unsafeNow, points));
    }

    private Earlier compared(SurveyWave wave, SurveyWave other, Voices now, int unsafeNow, boolean points) {
        String why = difference(wave, other);
        Voices then =
                voices(other, marks.of(other.id()), marks.replies(other.id()).keySet());
        int unsafeThen = people(then.places, place -> !place.safe());
        boolean enough = points
                ? !then.people.isEmpty() && !now.people.isEmpty()
                : then.people.size() >= Mask.LEAST
                        && now.people.size() >= Mask.LEAST
                        && unsafeThen >= Mask.LEAST
                        && unsafeNow >= Mask.LEAST;
        boolean tell = why.equals("same") && enough;
        return new Earlier(
                other.id(),
                other.title(),
                other.opensOn(),
                other.closesOn(),
                why.equals("same") && !enough ? "few" : why,
                tell ? then.people.size() : null,
                tell ? (double) unsafeThen / then.people.size() : null,
                tell ? (double) unsafeNow / now.people.size() : null);
    }

    /** Why two waves cannot be set side by side; {@code same} when they can. */
    private static String difference(SurveyWave wave, SurveyWave other) {
        var here = wave.area();
        var there = other.area();
        boolean sameArea = here == null || there == null ? here == there : here.equalsTopo(there);
        if (!sameArea) {
            return "area";
        }
        boolean sameQuestions =
                wave.questions().reasons().equals(other.questions().reasons())
                        && wave.questions().timeOfDay() == other.questions().timeOfDay();
        if (!sameQuestions) {
            return "questions";
        }
        int months = Math.abs(wave.opensOn().getMonthValue() - other.opensOn().getMonthValue());
        return Math.min(months, 12 - months) > 2 ? "season" : "same";
    }

    private static List<Said> said(String[] codes, int[] counts, boolean points) {
        @Nullable Integer[] shown = shown(counts, points);
        List<Said> said = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            said.add(new Said(codes[i], shown[i]));
        }
        return said;
    }

    private static @Nullable Integer[] shown(int[] counts, boolean points) {
        return points ? Mask.all(counts) : Mask.shown(counts);
    }
}
