package se.lageskarta.service.waves;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final String[] TIMES = {"day", "dark", "other"};

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

    /** What a wave says, from its page and from files. */
    private record Voices(WaveCounts counts, int unsafePlaces, int safePlaces, int fromFiles) {}

    /** @param points true for those who may see single marks */
    Results of(SurveyWave wave, boolean points) {
        List<StoredMark> stored = marks.of(wave.id());
        Voices voices = voices(wave, stored);
        WaveCounts counts = voices.counts;
        @Nullable Integer[] told = shown(new int[] {counts.peopleUnsafe(), counts.peopleSafe()}, points);
        return new Results(
                counts.people(),
                told[0],
                told[1],
                voices.unsafePlaces,
                voices.safePlaces,
                voices.fromFiles,
                reasons(counts, points),
                said(TIMES, counts.times().stream().mapToInt(Integer::intValue).toArray(), points),
                own(wave, counts, points),
                days(counts),
                (int) stored.stream()
                        .filter(mark -> mark.wordsState() != WordsState.NONE)
                        .count(),
                (int) stored.stream()
                        .filter(mark -> mark.wordsState() == WordsState.WAITING)
                        .count(),
                points ? 0 : Mask.LEAST,
                earlier(wave, counts, points).orElse(null));
    }

    /** What people have answered on the page, as it can be counted before who said what is erased. */
    WaveCounts onPage(SurveyWave wave, List<StoredMark> stored) {
        List<UnsafePlace> places = OnceAPlace.of(MarkPlaces.of(stored, crs(wave, dataset(wave))));
        Map<Long, Map<String, Integer>> replies = new TreeMap<>();
        marks.replies(wave.id()).forEach((who, json) -> replies.put(who, JSON.readValue(json, ANSWERS)));
        Map<String, Integer> days = new TreeMap<>();
        stored.forEach(mark -> days.merge(mark.markedOn().toString(), 1, Integer::sum));
        return WaveCounts.of(places, replies, wave.questions(), days);
    }

    /** The metric system of the wave's dataset; before there is one, that of its area. */
    Crs crs(SurveyWave wave, @Nullable Dataset dataset) {
        if (dataset != null) {
            return dataset.crs();
        }
        Bounds box = area.bounds(wave);
        return MarkPlaces.system((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
    }

    private @Nullable Dataset dataset(SurveyWave wave) {
        Long id = wave.datasetId();
        return id == null ? null : datasets.find(id).orElse(null);
    }

    private Voices voices(SurveyWave wave, List<StoredMark> stored) {
        Dataset dataset = dataset(wave);
        List<UnsafePlace> page = OnceAPlace.of(MarkPlaces.of(stored, crs(wave, dataset)));
        Long own = wave.importId();
        List<UnsafePlace> files =
                dataset == null ? List.of() : OnceAPlace.of(facts.visibleOf(dataset, own == null ? 0 : own));
        WaveCounts answered = wave.isErased() ? wave.counted() : onPage(wave, stored);
        WaveCounts counts = answered.plus(WaveCounts.of(files, Map.of(), wave.questions(), Map.of()));
        int unsafe = (int) Stream.concat(page.stream(), files.stream())
                .filter(place -> !place.safe())
                .count();
        return new Voices(counts, unsafe, page.size() + files.size() - unsafe, files.size());
    }

    private static List<Said> reasons(WaveCounts counts, boolean points) {
        UnsafeReason[] all = UnsafeReason.values();
        int[] people = new int[all.length];
        String[] codes = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            codes[i] = WaveQuestions.code(all[i]);
            people[i] = counts.reasons().getOrDefault(codes[i], 0);
        }
        return said(codes, people, points).stream()
                .filter(said -> said.people == null || said.people > 0)
                .sorted(Comparator.comparingInt((Said said) -> said.people == null ? 0 : -said.people))
                .toList();
    }

    private static List<Answered> own(SurveyWave wave, WaveCounts counts, boolean points) {
        List<Answered> answered = new ArrayList<>();
        for (OwnQuestion question : wave.questions().own()) {
            boolean scale = question.kind().equals(OwnQuestion.SCALE);
            int[] people = counts.own(question);
            String[] codes = new String[people.length];
            for (int i = 0; i < people.length; i++) {
                codes[i] = scale ? "" + i : question.choices().get(i);
            }
            answered.add(new Answered(question.id(), question.text(), said(codes, people, points)));
        }
        return answered;
    }

    private static List<Day> days(WaveCounts counts) {
        List<Day> days = new ArrayList<>();
        counts.days().forEach((day, marked) -> days.add(new Day(LocalDate.parse(day), marked)));
        return days;
    }

    private Optional<Earlier> earlier(SurveyWave wave, WaveCounts now, boolean points) {
        return waves.all().stream()
                .filter(other -> other.id() != wave.id()
                        && other.hasBeenOpened()
                        && other.closesOn().isBefore(wave.opensOn()))
                .max(Comparator.comparing(SurveyWave::closesOn))
                .map(other -> compared(wave, other, now, points));
    }

    private Earlier compared(SurveyWave wave, SurveyWave other, WaveCounts now, boolean points) {
        String why = difference(wave, other);
        WaveCounts then = voices(other, marks.of(other.id())).counts;
        boolean enough = points
                ? then.people() > 0 && now.people() > 0
                : then.people() >= Mask.LEAST
                        && now.people() >= Mask.LEAST
                        && then.peopleUnsafe() >= Mask.LEAST
                        && now.peopleUnsafe() >= Mask.LEAST;
        boolean tell = why.equals("same") && enough;
        return new Earlier(
                other.id(),
                other.title(),
                other.opensOn(),
                other.closesOn(),
                why.equals("same") && !enough ? "few" : why,
                tell ? then.people() : null,
                tell ? (double) then.peopleUnsafe() / then.people() : null,
                tell ? (double) now.peopleUnsafe() / now.people() : null);
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
