package se.lageskarta.service.causes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * The cause cards, at most one a spot. A spot without a card has an empty one of version 0, so that the first save follows the
 * same rule as all others: who has seen the present version may change it. Anyone may read; only this room writes.
 */
@Component
public class Causes {
    /** The version of a card that nobody has saved. */
    static final long NONE = 0;

    private final Register<CauseCard> cards;
    private final Spots spots;
    private final IncidentTypes types;
    private final TransactionOperations transactions;

    Causes(Registers registers, Spots spots, IncidentTypes types, TransactionOperations transactions) {
        cards = registers.open("cause", CauseCard.class);
        this.spots = spots;
        this.types = types;
        this.transactions = transactions;
    }

    /** The card of a spot; empty when nobody has saved one. */
    public Optional<Entry<CauseCard>> of(Spot spot) {
        return cards.about(spot.subject()).stream().findFirst();
    }

    /** Every saved state of a spot's card, the first first. */
    List<Register.Saved<CauseCard>> history(Spot spot) {
        return of(spot).map(entry -> cards.history(entry.id())).orElse(List.of());
    }

    /**
     * Saves a card. The spot is kept from other writers meanwhile, so that two first saves make one card.
     *
     * @throws se.lageskarta.service.register.StaleEntryException when somebody has saved it since
     * @throws ProblemException 412 when a version is expected and there is no card
     * @throws RefusedRequestException 422 when it is about a type that is not known
     */
    Entry<CauseCard> save(Spot spot, ExpectedVersion expected, CauseCard card, String who) {
        refuseUnknownTypes(card);
        Entry<CauseCard> saved = transactions.execute(status -> {
            spots.hold(spot.id());
            Optional<Entry<CauseCard>> before = of(spot);
            if (before.isPresent()) {
                return cards.change(before.get().id(), expected, unused -> card, who)
                        .orElseThrow(ProblemException::notFound);
            }
            if (!expected.allows(NONE)) {
                throw ProblemException.of(412, "cause.none");
            }
            return cards.add(spot.subject(), card, who);
        });
        return Objects.requireNonNull(saved);
    }

    private void refuseUnknownTypes(CauseCard card) {
        Set<String> known = types.codes();
        List<FieldFault> faults = card.types().stream()
                .filter(code -> !known.contains(code))
                .map(code -> FieldFault.of("types", code, "cause.type"))
                .toList();
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }
}
