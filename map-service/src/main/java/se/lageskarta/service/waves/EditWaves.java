package se.lageskarta.service.waves;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/**
 * Drafts, changes, opens, closes and removes waves, each in one transaction. A change names the version it was made from;
 * of two people who change the same version one wins and the other is told what the first has written.
 */
@Service
class EditWaves {
    /** A wave's days are Swedish calendar days, wherever the server stands. */
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final int SALT_BYTES = 24;

    private final SurveyWaves waves;
    private final SurveyMarks marks;
    private final PublishWave publishing;
    private final WaveArea area;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EditWaves(
            SurveyWaves waves,
            SurveyMarks marks,
            PublishWave publishing,
            WaveArea area,
            TransactionOperations transactions,
            Clock clock) {
        this.waves = waves;
        this.marks = marks;
        this.publishing = publishing;
        this.area = area;
        this.transactions = transactions;
        this.clock = clock.withZone(SWEDEN);
    }

    /** @throws ProblemException 409 when another wave has the address */
    SurveyWave draft(WavePlan plan, String who) {
        refuseElsewhere(plan);
        return orTaken(() -> transactions.execute(status -> {
                    SurveyWave wave = new SurveyWave(plan, salt(), who, clock);
                    waves.save(wave);
                    marks.begin(wave.id());
                    return Optional.of(wave);
                }))
                .orElseThrow();
    }

    /**
     * @return empty when there is no such wave
     * @throws StaleWaveException when someone has saved it since
     */
    Optional<SurveyWave> change(long id, ExpectedVersion expected, WavePlan plan, String who) {
        refuseElsewhere(plan);
        return edit(id, expected, wave -> {
            wave.change(plan, who, clock);
            waves.save(wave);
        });
    }

    /** Opens it; with the first opening its dataset begins. */
    Optional<SurveyWave> open(long id, ExpectedVersion expected, String who) {
        return edit(id, expected, wave -> {
            wave.open(who, clock);
            publishing.begin(wave, who);
            waves.save(wave);
        });
    }

    /** Closes it and puts its last answers on the map. */
    Optional<SurveyWave> close(long id, ExpectedVersion expected, String who) {
        Optional<SurveyWave> closed = edit(id, expected, wave -> {
            wave.close(who, clock);
            waves.save(wave);
        });
        closed.ifPresent(wave -> publishing.publish(wave.id()));
        return closed;
    }

    /** Removes a draft that was never opened. As {@link #change}. */
    Optional<SurveyWave> remove(long id, ExpectedVersion expected) {
        return edit(id, expected, wave -> {
            if (wave.hasBeenOpened()) {
                throw ProblemException.of(409, "wave.answered");
            }
            marks.forget(wave.id());
            waves.remove(wave);
        });
    }

    private void refuseElsewhere(WavePlan plan) {
        Geometry own = plan.area();
        if (own != null && !area.meets(own)) {
            throw SurveyWave.refused("area", "", "wave.area.elsewhere");
        }
    }

    private Optional<SurveyWave> edit(long id, ExpectedVersion expected, Consumer<SurveyWave> edit) {
        try {
            return orTaken(
                    () -> transactions.execute(status -> waves.findForChange(id).map(wave -> {
                        if (!expected.allows(wave.version())) {
                            throw new StaleWaveException(wave);
                        }
                        edit.accept(wave);
                        return wave;
                    })));
        } catch (ConcurrencyFailureException raced) {
            SurveyWave current = waves.find(id).orElseThrow(() -> raced);
            if (expected.allows(current.version())) {
                throw raced;
            }
            throw new StaleWaveException(current);
        }
    }

    private static Optional<SurveyWave> orTaken(Supplier<Optional<SurveyWave>> work) {
        try {
            Optional<SurveyWave> done = work.get();
            return done == null ? Optional.empty() : done;
        } catch (DataIntegrityViolationException taken) {
            throw ProblemException.of(409, "wave.slug.taken");
        }
    }

    private String salt() {
        return salt(random);
    }

    /** A word to make people's numbers with. */
    static String salt(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
