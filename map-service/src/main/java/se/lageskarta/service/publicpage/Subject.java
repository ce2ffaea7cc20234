package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lageskarta.service.web.Texts;

/**
 * Something the map can show, one at a time: a series of reported incidents, or what people told.
 *
 * @param letter names it in the page's styles: {@code a} for the first
 * @param heading of its column
 * @param holds what it holds, in plain words
 * @param few what the lowest class stands for
 * @param people true when people are counted, false for incidents
 * @param classes one for each area, in the order of the release
 */
record Subject(char letter, String heading, String holds, String few, boolean people, List<CountClass> classes) {
    /** The series first, then unsafe and safe places when anybody told of any. */
    static List<Subject> of(Release release, Locale language, Texts texts) {
        List<Subject> subjects = new ArrayList<>();
        int series = release.series().size();
        for (int s = 0; s < series; s++) {
            Release.Series one = release.series().get(s);
            List<CountClass> classes = new ArrayList<>();
            for (int area = 0; area < release.areas().size(); area++) {
                classes.add(release.cells().get(area * series + s).count());
            }
            String few = texts.of("publicpage.few", language);
            subjects.add(new Subject(
                    letter(s), one.name().in(language), one.holds().in(language), few, false, List.copyOf(classes)));
        }
        if (!release.perceived().isEmpty()) {
            subjects.add(told(release, letter(series), "unsafe", language, texts));
            subjects.add(told(release, letter(series + 1), "safe", language, texts));
        }
        return subjects;
    }

    private static Subject told(Release release, char letter, String kind, Locale language, Texts texts) {
        Map<String, Release.Perceived> told = new HashMap<>();
        release.perceived().forEach(one -> told.put(one.area(), one));
        List<CountClass> classes = release.areas().stream()
                .map(area -> told.get(area.id()))
                .map(one -> one == null ? CountClass.FEW : kind.equals("unsafe") ? one.unsafe() : one.safe())
                .toList();
        return new Subject(
                letter,
                texts.of("publicpage.told." + kind, language),
                texts.of("publicpage.told." + kind + ".holds", language),
                texts.of("publicpage.told.few", language),
                true,
                classes);
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }
}
