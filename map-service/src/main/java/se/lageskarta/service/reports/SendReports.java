package se.lageskarta.service.reports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.reports.ReportRevision.Action;
import se.lageskarta.service.settings.ReportSettings;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What a reporter does: sends, sets right, takes back. The device names each report itself, so that one that is sent
 * again because nobody heard the answer is the same report and not another.
 */
@Service
public class SendReports {
    private static final Pattern KEY =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Reports reports;
    private final SavedReports saved;
    private final ReportTypes types;
    private final ReportArea area;
    private final CountReports counting;
    private final TransactionOperations transactions;
    private final ReportSettings settings;
    private final Clock clock;

    SendReports(
            Reports reports,
            SavedReports saved,
            ReportTypes types,
            ReportArea area,
            CountReports counting,
            TransactionOperations transactions,
            ReportSettings settings,
            Clock clock) {
        this.reports = reports;
        this.saved = saved;
        this.types = types;
        this.area = area;
        this.counting = counting;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A report as it is kept.
     *
     * @param fresh false when it had come before and nothing was stored now
     */
    public record Sent(Report report, boolean fresh) {}

    /**
     * Takes a report in, once for each key of an account.
     *
     * @param key a UUID that the sender's device made
     * @throws RefusedRequestException when a rule is broken; nothing has been stored then
     */
    public Sent send(String key, SentReport sent, Sender sender) {
        if (!KEY.matcher(key).matches()) {
            throw new RefusedRequestException(FieldFault.of("key", key, "report.key"));
        }
        Optional<Report> known = reports.sent(sender.account(), key);
        if (known.isPresent()) {
            return new Sent(known.get(), false);
        }
        refuseUnlessFits(sent);
        refuseWhenTooMany(sender);
        try {
            Report report = Objects.requireNonNull(transactions.execute(status -> {
                Report made = new Report(joined(sent), sender, key, clock);
                reports.save(made, Action.SENT);
                return made;
            }));
            return new Sent(report, true);
        } catch (DataIntegrityViolationException raced) {
            // the same report came by two requests at once: the other one stored it
            return new Sent(reports.sent(sender.account(), key).orElseThrow(() -> raced), false);
        }
    }

    /**
     * The reporter sets right what was written.
     *
     * @return empty when the sender has no such report
     * @throws StaleReportException when someone has saved it since
     */
    Optional<Report> change(long id, ExpectedVersion expected, SentReport sent, Sender sender) {
        if (own(id, sender).isEmpty()) {
            return Optional.empty();
        }
        refuseUnlessFits(sent);
        return saved.change(id, expected, Action.CHANGED, report -> {
            report.change(sent, sender.account(), clock);
            if (counting.isCounted(report)) {
                counting.takeBack(report);
            }
        });
    }

    /** The reporter, or a coordinator, takes a report back; those merged with it stand for themselves again. */
    Optional<Report> withdraw(long id, ExpectedVersion expected, Sender sender) {
        boolean may = reports.find(id)
                .filter(report -> sender.coordinator() || sender.owns(report))
                .isPresent();
        if (!may) {
            return Optional.empty();
        }
        return saved.change(id, expected, Action.WITHDRAWN, report -> {
            counting.takeBack(report);
            report.withdraw(sender.account(), clock);
            release(report, sender);
        });
    }

    private Optional<Report> own(long id, Sender sender) {
        return reports.find(id).filter(sender::owns);
    }

    /** Of reports whose main one is gone the first takes its place and waits for a decision; the others follow it. */
    private void release(Report gone, Sender sender) {
        List<Report> merged = reports.duplicatesOf(List.of(gone.id()));
        for (int i = 0; i < merged.size(); i++) {
            Report report = merged.get(i);
            report.follow(i == 0 ? null : merged.get(0).id(), sender.account(), clock);
            reports.save(report, Action.HANDLED);
        }
    }

    private SentReport joined(SentReport sent) {
        Long wanted = sent.joins();
        if (wanted == null) {
            return sent;
        }
        counting.inTurn();
        // the report that was shown may have been merged or taken back meanwhile: then this one stands for itself
        Long main = reports.find(wanted)
                .map(report ->
                        report.state() == ReportState.DUPLICATE ? report.duplicateOf() : Long.valueOf(report.id()))
                .flatMap(reports::find)
                .filter(report -> report.state() != ReportState.WITHDRAWN)
                .map(Report::id)
                .orElse(null);
        return new SentReport(sent.type(), sent.words(), sent.place(), sent.when(), main);
    }

    private void refuseUnlessFits(SentReport sent) {
        types.refuseUnlessOffered(sent.type());
        area.refuseUnlessInside(sent.place());
    }

    private void refuseWhenTooMany(Sender sender) {
        if (reports.countOf(sender.account(), clock.instant().minus(HOUR)) >= settings.mostAnHour()) {
            throw ProblemException.of(429, "report.too-many", settings.mostAnHour());
        }
    }
}
