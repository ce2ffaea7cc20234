package se.lageskarta.service.reports;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.jobs.Nightly;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.reports.ReportRevision.Action;
import se.lageskarta.service.settings.ReportSettings;

/**
 * Erases (gallrar) words and pictures of reports when their time has come and a decision says so. What was reported,
 * where and when stays, and so does what was counted. Each report is a transaction of its own, so the work may be
 * interrupted and taken up again.
 */
@Service
public class EraseOldReports implements Nightly {
    private static final Logger LOG = LoggerFactory.getLogger(EraseOldReports.class);
    private static final int AT_A_TIME = 200;

    private final Reports reports;
    private final Photos photos;
    private final TransactionOperations transactions;
    private final ReportSettings settings;
    private final Clock clock;

    EraseOldReports(
            Reports reports, Photos photos, TransactionOperations transactions, ReportSettings settings, Clock clock) {
        this.reports = reports;
        this.photos = photos;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "erasing words and pictures of old reports";
    }

    @Override
    public void doNightly() {
        erase();
    }

    /**
     * Erases what is due; nothing without a decision.
     *
     * @return how many reports there were
     */
    public int erase() {
        if (settings.decision().isEmpty()) {
            return 0;
        }
        int erased = 0;
        List<Long> due = due();
        while (!due.isEmpty()) {
            for (Long id : due) {
                transactions.executeWithoutResult(status -> erase(id));
            }
            erased += due.size();
            due = due();
        }
        if (erased > 0) {
            LOG.info("words and pictures of {} reports erased by decision {}", erased, settings.decision());
        }
        return erased;
    }

    private List<Long> due() {
        return reports.keptFromBefore(clock.instant().minus(settings.keepText()), AT_A_TIME);
    }

    private void erase(long id) {
        reports.findForChange(id).ifPresent(report -> {
            report.erase(settings.decision(), clock);
            reports.save(report, Action.ERASED);
            reports.eraseHistory(id);
            photos.eraseAll(ReportPhotos.SUBJECT, id);
        });
    }
}
