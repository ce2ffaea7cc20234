package se.lageskarta.service.waves;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.survey.UnsafeReason;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * A mark as the public page sends it.
 *
 * @param respondent the random word that the page keeps
 * @param lon degrees
 * @param lat degrees
 * @param accuracyMetres how exactly the place is meant; absent when drawn
 * @param safe true for a place that feels safe
 * @param reasons codes of the wave's reasons
 * @param time {@code day}, {@code dark} or {@code both}; absent when not told
 * @param severity 1 to 3; absent when not told
 * @param words in the person's own words
 * @param website a field that no person sees; whoever fills it in is a program
 * @param seconds since the page was opened
 */
record SentMark(
        @Nullable String respondent,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Double accuracyMetres,
        @Nullable Boolean safe,
        @Nullable List<@Nullable String> reasons,
        @Nullable String time,
        @Nullable Integer severity,
        @Nullable String words,
        @Nullable String website,
        @Nullable Double seconds) {
    /** Nobody reads the page, finds a place and chooses a reason in less. */
    static final double LEAST_SECONDS = 2;

    private static final int MAX_WORDS = 600;
    private static final double MAX_ACCURACY = 5_000;

    /** What is asked for, or every fault: 400 when it cannot be understood, 422 when the wave does not ask it. */
    Mark mark(WaveQuestions asked) {
        double east = degrees("lon", lon, 180);
        double north = degrees("lat", lat, 90);
        if (safe == null) {
            throw Parameters.refused("safe", "", "survey.safe");
        }
        String text = Written.orEmpty(words).strip();
        List<FieldFault> faults = new java.util.ArrayList<>();
        Written.check("words", text, 0, MAX_WORDS, faults);
        if (!text.isEmpty() && !asked.words()) {
            faults.add(FieldFault.of("words", "", "survey.not-asked"));
        }
        TimeOfDay when = time(asked, faults);
        int strength = severity(asked, faults);
        Set<UnsafeReason> why = reasons(asked, faults);
        double accuracy = accuracyMetres == null ? 0 : accuracyMetres;
        if (!(accuracy >= 0 && accuracy <= MAX_ACCURACY)) {
            faults.add(FieldFault.of("accuracyMetres", "" + accuracy, "survey.accuracy", (int) MAX_ACCURACY));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return new Mark(east, north, accuracy, safe, when, strength, why, text);
    }

    /** @throws RefusedRequestException 422 when it looks as if a program had filled the page in */
    void refuseUnlessPerson() {
        if (!Written.orEmpty(website).isEmpty() || seconds == null || !(seconds >= LEAST_SECONDS)) {
            throw SurveyWave.refused("seconds", "" + seconds, "survey.person");
        }
    }

    private static double degrees(String field, @Nullable Double value, double most) {
        if (value == null || !(Math.abs(value) <= most)) {
            throw Parameters.refused(field, "" + value, "survey.place");
        }
        return value;
    }

    private TimeOfDay time(WaveQuestions asked, List<FieldFault> faults) {
        TimeOfDay when = time == null ? TimeOfDay.NONE : TimeOfDay.of(time);
        if (when == null || (when != TimeOfDay.NONE && !asked.timeOfDay())) {
            faults.add(FieldFault.of("time", Written.orEmpty(time), "survey.time"));
            return TimeOfDay.NONE;
        }
        return when;
    }

    private int severity(WaveQuestions asked, List<FieldFault> faults) {
        int strength = severity == null ? 0 : severity;
        if (strength < 0 || strength > WaveQuestions.MAX_SEVERITY || (strength > 0 && !asked.severity())) {
            faults.add(FieldFault.of("severity", "" + severity, "survey.severity", WaveQuestions.MAX_SEVERITY));
        }
        return strength;
    }

    private Set<UnsafeReason> reasons(WaveQuestions asked, List<FieldFault> faults) {
        Set<UnsafeReason> why = EnumSet.noneOf(UnsafeReason.class);
        for (String code : Written.all(reasons)) {
            UnsafeReason reason = asked.reasons().contains(code) ? WaveQuestions.reason(code) : null;
            if (reason == null) {
                faults.add(FieldFault.of("reasons", code, "survey.reason", String.join(", ", asked.reasons())));
            } else {
                why.add(reason);
            }
        }
        return why;
    }
}
