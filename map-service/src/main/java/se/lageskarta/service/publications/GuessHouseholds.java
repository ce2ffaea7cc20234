package se.lageskarta.service.publications;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.privacy.GuessRisk;
import se.lageskarta.geo.privacy.Guesser;
import se.lageskarta.geo.privacy.SimulatedYear;

/**
 * Measures how often somebody who reads the release would guess the right household of an incident: on the release's own
 * incidents, and on invented years of as many incidents at the municipality's own addresses.
 */
@Component
class GuessHouseholds {
    private static final double LIMIT = 0.02;
    private static final int MOST_WORLDS = 20;
    private static final int LEAST_WORLDS = 2;
    /** Together in all invented years, so that a county's report takes seconds. */
    private static final int MOST_INVENTED = 60_000;

    private static final long SEED = 1466;
    private static final double TEN = 10;
    private static final double THOUSAND = 1_000;

    private final Say say;

    GuessHouseholds(Say say) {
        this.say = say;
    }

    /** Empty when nothing happened at a home. */
    Optional<DisclosureReport.Guess> of(PublicAreas.Made areas, CountRelease.Counted counted) {
        GuessRisk real = Guesser.measure(counted.plan(), counted.incidents(), counted.table(), SEED);
        if (real.atHomes() == 0) {
            return Optional.empty();
        }
        int incidents = (int) real.incidents();
        int worlds = Math.max(LEAST_WORLDS, Math.min(MOST_WORLDS, MOST_INVENTED / Math.max(1, incidents)));
        SimulatedYear year = new SimulatedYear(incidents, (double) real.atHomes() / real.incidents());
        GuessRisk invented = Guesser.simulate(counted.plan(), year, worlds, SEED);
        double best = Math.max(real.bestGuess(), invented.bestGuess());
        long least = areas.areas().areas().stream()
                .mapToLong(area -> area.households())
                .min()
                .orElse(0);
        return Optional.of(new DisclosureReport.Guess(
                worlds,
                (int) Math.round(real.atHomes() / TEN) * (int) TEN,
                Math.round(real.bestGuess() * THOUSAND) / THOUSAND,
                Math.round(invented.bestGuess() * THOUSAND) / THOUSAND,
                LIMIT,
                best <= LIMIT,
                least,
                say.both("guess", percent(real.bestGuess()), worlds, percent(invented.bestGuess()), percent(LIMIT))));
    }

    private static double percent(double share) {
        return Math.round(share * THOUSAND) / TEN;
    }
}
