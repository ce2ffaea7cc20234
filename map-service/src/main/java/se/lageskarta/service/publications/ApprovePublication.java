package se.lageskarta.service.publications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.publicpage.PublicFile;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Sha256;

/**
 * Publishes a draft: computes it once more, has the gate judge it together with everything ever published, and writes
 * release, files and numbers in one transaction. Of two who approve at once one wins; of two releases approved at once the
 * second is judged with the first.
 */
@Service
class ApprovePublication {
    /** Other releases may be approved meanwhile; then it is computed anew. */
    private static final int TRIES = 4;

    private final Publications publications;
    private final PublicReleases releases;
    private final PrepareRelease prepare;
    private final WriteRelease write;
    private final TransactionOperations transactions;
    private final Clock clock;
    /** Two who approve at once in this process need not both compute; the database decides in any case. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ApprovePublication(
            Publications publications,
            PublicReleases releases,
            PrepareRelease prepare,
            WriteRelease write,
            TransactionOperations transactions,
            Clock clock) {
        this.publications = publications;
        this.releases = releases;
        this.prepare = prepare;
        this.write = write;
        this.transactions = transactions;
        this.clock = clock.withZone(PrepareRelease.SWEDEN);
    }

    /**
     * @throws ProblemException 403 for who has written on it, 409 when it has not been sent or cannot be published
     * @throws se.lageskarta.service.register.StaleEntryException when somebody has saved it since
     */
    Optional<Entry<StoredPublication>> now(long id, ExpectedVersion expected, String note, String who) {
        oneAtATime.lock();
        try {
            return inTurn(id, expected, note, who);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Entry<StoredPublication>> inTurn(long id, ExpectedVersion expected, String note, String who) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Entry<StoredPublication>> found = publications.find(id);
            if (found.isEmpty()) {
                return found;
            }
            refuseUnlessMay(found.get().state(), who);
            if (!expected.allows(found.get().version())) {
                // says who saved it, and shows both
                return publications.register().change(id, expected, before -> before, who);
            }
            Optional<Entry<StoredPublication>> done = attempt(found.get(), note, who);
            if (done.isPresent()) {
                return done;
            }
        }
        throw ProblemException.of(503, "publication.busy");
    }

    private Optional<Entry<StoredPublication>> attempt(Entry<StoredPublication> entry, String note, String who) {
        long approvals = releases.approvals();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(at, PrepareRelease.SWEDEN);
        PrepareRelease.Prepared prepared;
        try {
            prepared = prepare.anew(entry.id(), entry.state().plan());
            if (!prepared.report().accepted()) {
                throw prepare.refused(prepared);
            }
        } catch (CannotPublishException cannot) {
            throw cannot.problem();
        }
        Release release = prepared.release(today);
        Map<String, PublicFile> files = write.files(release, prepared.plan());
        ExpectedVersion seen = new ExpectedVersion(java.util.Set.of(entry.version()));
        return transactions.execute(status -> releases.lock() != approvals
                ? Optional.empty()
                : publications
                        .register()
                        .change(
                                entry.id(),
                                seen,
                                before -> before.with(freeze(entry.id(), prepared, release, files, at, note, who)),
                                who));
    }

    private StoredPublication.Approved freeze(
            long id,
            PrepareRelease.Prepared prepared,
            Release release,
            Map<String, PublicFile> files,
            Instant at,
            String note,
            String who) {
        if (releases.named(release.slug()).isPresent()) {
            throw ProblemException.of(409, "publication.slug-used", release.slug());
        }
        Long known = prepared.areas().id();
        long areas = known == null ? releases.addAreas(prepared.areas().content(), at, who) : known;
        String text = write.text(release);
        String hash = Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<StoredPublication.FrozenFile> frozen = releases.add(
                new PublicReleases.Published(id, release.slug(), areas, release.from(), release.to(), at, hash, null),
                text,
                write.report(prepared.report()),
                files);
        releases.addNumbers(id, prepared.numbers());
        return new StoredPublication.Approved(
                at, who, note, hash, prepared.report().dataVersion(), frozen);
    }

    private static void refuseUnlessMay(StoredPublication stored, String who) {
        if (!stored.isDraft()) {
            throw ProblemException.of(409, "publication.approved");
        }
        if (stored.writers().contains(who)) {
            throw ProblemException.of(403, "publication.same-person");
        }
        if (!stored.isWaiting()) {
            throw ProblemException.of(409, "publication.not-sent");
        }
    }
}
