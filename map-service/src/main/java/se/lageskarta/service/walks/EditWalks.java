package se.lageskarta.service.walks;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Plans and changes walks, adds and changes what they find, and ticks off what a re-walk sees; each in one transaction. */
@Service
class EditWalks {
    static final String PHOTOS_OF = "walk-finding";
    private static final int MOST_FINDINGS = 200;
    private static final Set<String> OUTCOMES = Set.of("fixed", "better", "remains");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** A finding and whether it was made just now. */
    record Added(WalkFinding finding, boolean created) {}

    private final Walks walks;
    private final Measures measures;
    private final Photos photos;
    private final TransactionOperations transactions;
    private final Clock clock;

    EditWalks(Walks walks, Measures measures, Photos photos, TransactionOperations transactions, Clock clock) {
        this.walks = walks;
        this.measures = measures;
        this.photos = photos;
        this.transactions = transactions;
        this.clock = clock;
    }

    Walk plan(WalkPlan plan, String who) {
        refuseUnlessKnown(plan);
        Walk walk = new Walk(plan, who, clock);
        transactions.executeWithoutResult(status -> walks.save(walk));
        return walk;
    }

    /** @throws StaleWalkException when somebody has saved it since */
    Optional<Walk> change(long id, ExpectedVersion expected, WalkPlan plan, String who) {
        refuseUnlessKnown(plan);
        return edit(id, expected, walk -> walk.change(plan, who, clock));
    }

    Optional<Walk> withdraw(long id, ExpectedVersion expected, String who) {
        return edit(id, expected, walk -> walk.withdraw(who, clock));
    }

    /** Adds a finding under the key that the page has given it; one that is there is answered as it is. */
    Added add(Walk walk, String key, FindingPlan plan, String who) {
        if (!KEY.matcher(key).matches()) {
            throw Parameters.refused("key", key, "walk.key");
        }
        refuseUnlessKnown(plan);
        try {
            Added added = transactions.execute(status -> {
                WalkFinding known = walks.named(walk.id(), key).orElse(null);
                if (known != null) {
                    return new Added(known, false);
                }
                if (walks.findings(walk.id()).size() >= MOST_FINDINGS) {
                    throw ProblemException.of(409, "walk.findings.many", MOST_FINDINGS);
                }
                WalkFinding finding = new WalkFinding(walk.id(), key, plan, who, clock);
                walks.save(finding);
                return new Added(finding, true);
            });
            return java.util.Objects.requireNonNull(added);
        } catch (DataIntegrityViolationException raced) {
            return new Added(walks.named(walk.id(), key).orElseThrow(() -> raced), false);
        }
    }

    Optional<WalkFinding> change(long walkId, long id, ExpectedVersion expected, FindingPlan plan, String who) {
        refuseUnlessKnown(plan);
        return editFinding(walkId, id, expected, finding -> {
            finding.change(plan, who, clock);
            walks.save(finding);
        });
    }

    /** Takes a finding and its pictures away. */
    Optional<WalkFinding> remove(long walkId, long id, ExpectedVersion expected) {
        return editFinding(walkId, id, expected, finding -> {
            photos.eraseAll(PHOTOS_OF, id);
            walks.remove(finding);
        });
    }

    /** Notes what a re-walk saw of a finding of the walk before. */
    void recheck(Walk walk, long findingId, String outcome, String who) {
        if (!OUTCOMES.contains(outcome)) {
            throw Parameters.refused("outcome", outcome, "walk.word", "better, fixed, remains");
        }
        Long earlier = walk.earlierId();
        if (earlier == null || walks.finding(earlier, findingId).isEmpty()) {
            throw ProblemException.notFound();
        }
        transactions.executeWithoutResult(status -> walks.recheck(walk.id(), findingId, outcome, who, Walk.now(clock)));
    }

    private Optional<Walk> edit(long id, ExpectedVersion expected, Consumer<Walk> edit) {
        Optional<Walk> done =
                transactions.execute(status -> walks.findForChange(id).map(walk -> {
                    if (!expected.allows(walk.version())) {
                        throw new StaleWalkException(walk, walk.version(), walk.updatedBy());
                    }
                    edit.accept(walk);
                    walks.save(walk);
                    return walk;
                }));
        return done == null ? Optional.empty() : done;
    }

    private Optional<WalkFinding> editFinding(
            long walkId, long id, ExpectedVersion expected, Consumer<WalkFinding> edit) {
        Optional<WalkFinding> done = transactions.execute(
                status -> walks.findingForChange(walkId, id).map(finding -> {
                    if (!expected.allows(finding.version())) {
                        throw new StaleWalkException(finding, finding.version(), finding.updatedBy());
                    }
                    edit.accept(finding);
                    return finding;
                }));
        return done == null ? Optional.empty() : done;
    }

    private void refuseUnlessKnown(WalkPlan plan) {
        if (plan.earlierId() != null && walks.find(plan.earlierId()).isEmpty()) {
            throw WalkText.refused("earlierId", "" + plan.earlierId(), "walk.earlier");
        }
    }

    private void refuseUnlessKnown(FindingPlan plan) {
        if (plan.measureId() != null && measures.find(plan.measureId()).isEmpty()) {
            throw WalkText.refused("measureId", "" + plan.measureId(), "walk.measure");
        }
    }
}
