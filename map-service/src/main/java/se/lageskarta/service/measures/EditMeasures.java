package se.lageskarta.service.measures;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.measures.MeasureRevision.Action;
import se.lageskarta.service.web.ExpectedVersion;

/**
 * Plans, changes, withdraws and restores measures, each in one transaction together with its history.
 *
 * <p>A change names the version it was made from. Of two people who change the same version one wins; the other is
 * told what the first has written and loses nothing of the own text: see {@link StaleMeasureException}.
 */
@Service
public class EditMeasures {
    /** Due dates and "today" are Swedish calendar days, wherever the server stands. */
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Measures measures;
    private final MeasureKinds kinds;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditMeasures(
            Measures measures,
            MeasureKinds kinds,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.kinds = kinds;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock.withZone(SWEDEN);
    }

    /**
     * Puts a new measure on the map.
     *
     * @param invented true for the demo's measures
     * @throws se.lageskarta.service.web.RefusedRequestException when a rule of {@link Measure} is broken
     */
    public Measure plan(MeasurePlan plan, boolean invented, String who) {
        return stored(Measure.plan(plan, kinds.named(plan.code()), invented, who, clock));
    }

    /** As {@link #plan(MeasurePlan, boolean, String)}, when what surrounds it allows it too. */
    Measure plan(MeasurePlan plan, PlanCheck check, String who) {
        MeasureKind kind = kinds.named(plan.code());
        Measure.plan(plan, kind, false, who, clock);
        return stored(Measure.plan(check.checked(plan, null), kind, false, who, clock));
    }

    private Measure stored(Measure measure) {
        transactions.executeWithoutResult(status -> {
            measures.save(measure, Action.PLANNED);
            events.publishEvent(new MeasureSaved(measure.id()));
        });
        return measure;
    }

    /**
     * Replaces what people write.
     *
     * @return empty when there is no such measure on the map
     * @throws StaleMeasureException when someone has saved it since
     */
    Optional<Measure> change(long id, ExpectedVersion expected, MeasurePlan plan, String who) {
        return change(id, expected, plan, (checked, before) -> checked, who);
    }

    /** As {@link #change(long, ExpectedVersion, MeasurePlan, String)}, when what surrounds it allows it too. */
    Optional<Measure> change(long id, ExpectedVersion expected, MeasurePlan plan, PlanCheck check, String who) {
        return onTheMap(id, expected, Action.CHANGED, measure -> {
            measure.change(check.checked(plan, measure), kinds.named(plan.code()), who, clock);
            return measure;
        });
    }

    /** Takes it off the map; what it said is kept. As {@link #change}. */
    Optional<Measure> withdraw(long id, ExpectedVersion expected, String who) {
        return onTheMap(id, expected, Action.WITHDRAWN, measure -> {
            measure.withdraw(who, clock);
            return measure;
        });
    }

    /** Puts a withdrawn one back as it was; one that is on the map is answered as it is. */
    Optional<Measure> restore(long id, String who) {
        return saved(() -> measures.findForChange(id).map(measure -> {
            if (measure.isWithdrawn()) {
                measure.restore(who, clock);
                save(measure, Action.RESTORED);
            }
            return measure;
        }));
    }

    private Optional<Measure> onTheMap(
            long id, ExpectedVersion expected, Action action, Function<Measure, Measure> edit) {
        try {
            return saved(() -> measures.findForChange(id)
                    .filter(measure -> !measure.isWithdrawn())
                    .map(measure -> {
                        if (!expected.allows(measure.version())) {
                            throw new StaleMeasureException(measure);
                        }
                        edit.apply(measure);
                        save(measure, action);
                        return measure;
                    }));
        } catch (ConcurrencyFailureException raced) {
            Measure current = measures.find(id).orElseThrow(() -> raced);
            if (expected.allows(current.version())) {
                throw raced; // nobody else has saved it: the database could not wait, and the writer may try again
            }
            throw new StaleMeasureException(current);
        }
    }

    private void save(Measure measure, Action action) {
        measures.save(measure, action);
        events.publishEvent(new MeasureSaved(measure.id()));
    }

    private Optional<Measure> saved(Supplier<Optional<Measure>> work) {
        Optional<Measure> done = transactions.execute(status -> work.get());
        return done == null ? Optional.empty() : done;
    }
}
