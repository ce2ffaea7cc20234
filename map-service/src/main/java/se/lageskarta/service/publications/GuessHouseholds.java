package se.lageskarta.service.publications;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Simulates how often somebody who reads the release would guess the right household of an incident. */
@Component
class GuessHouseholds {
    Optional<DisclosureReport.Guess> of(PublicAreas.Made areas, CountRelease.Counted counted) {
        return Optional.empty();
    }
}
