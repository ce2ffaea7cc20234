package se.lageskarta.service.waves;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * New numbers for people whose answers are erased: a random one for each person and square kilometre, so that nobody's
 * places can be linked to each other across the town, nor to a page, while people within a neighbourhood are still
 * counted as people. Known limit: in an area larger than a square kilometre somebody may count more than once.
 */
final class LocalVoices {
    /** Side of the square that a number holds within. */
    static final double SIDE_METRES = 1_000;

    private record Voice(long respondent, long column, long row) {}

    private final RandomGenerator random;
    private final Map<Voice, Long> numbers = new HashMap<>();

    LocalVoices(RandomGenerator random) {
        this.random = random;
    }

    /** The number that the mark's person has here, positive and odd; 0 where nobody was told. */
    long of(UnsafePlace mark) {
        if (mark.respondent() == 0) {
            return 0;
        }
        Voice voice = new Voice(mark.respondent(), (long) Math.floor(mark.x() / SIDE_METRES), (long)
                Math.floor(mark.y() / SIDE_METRES));
        return numbers.computeIfAbsent(voice, any -> random.nextLong() & Long.MAX_VALUE | 1);
    }
}
