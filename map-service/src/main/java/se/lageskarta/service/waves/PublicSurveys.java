package se.lageskarta.service.waves;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;

/** Which waves the person asking may know of: those that have been opened, and drafts for those who write them. */
@Component
class PublicSurveys {
    private final SurveyWaves waves;
    private final Clock clock;

    PublicSurveys(SurveyWaves waves, Clock clock) {
        this.waves = waves;
        this.clock = clock.withZone(EditWaves.SWEDEN);
    }

    Optional<SurveyWave> find(String slug) {
        return waves.named(slug).filter(wave -> wave.hasBeenOpened() || mayPreview());
    }

    /** Those whose map and place names may be seen: while answers are taken, and always by those who write it. */
    Optional<SurveyWave> findOpen(String slug) {
        return find(slug).filter(wave -> wave.takesAnswers(LocalDate.now(clock)) || mayPreview());
    }

    /** What the public page calls it: {@code early}, {@code open}, {@code closed} or {@code preview}. */
    String phase(SurveyWave wave) {
        String phase = ToldWave.phase(wave, LocalDate.now(clock));
        return switch (phase) {
            case "draft" -> "preview";
            case "ended" -> "closed";
            default -> phase;
        };
    }

    private static boolean mayPreview() {
        Person person = Person.current();
        return person != null && person.isAny(Role.COMMUNICATOR, Role.EST_COORDINATOR);
    }
}
