package se.lageskarta.service.reports;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.web.ExpectedVersion;

/** Changes one report in a transaction of its own, from a version that its writer has seen. */
@Component
class SavedReports {
    private final Reports reports;
    private final CountReports counting;
    private final TransactionOperations transactions;

    SavedReports(Reports reports, CountReports counting, TransactionOperations transactions) {
        this.reports = reports;
        this.counting = counting;
        this.transactions = transactions;
    }

    /**
     * Changes a report and saves it with its history.
     *
     * @return empty when there is no such report
     * @throws StaleReportException when someone has saved it since
     */
    Optional<Report> change(long id, ExpectedVersion expected, ReportRevision.Action action, Consumer<Report> edit) {
        try {
            Optional<Report> changed = within(() -> oneAtATime(id).map(report -> {
                if (!expected.allows(report.version())) {
                    throw new StaleReportException(report);
                }
                edit.accept(report);
                reports.save(report, action);
                return report;
            }));
            counting.tell();
            return changed;
        } catch (ConcurrencyFailureException raced) {
            Report current = reports.find(id).orElseThrow(() -> raced);
            if (expected.allows(current.version())) {
                throw raced; // nobody else has saved it: the database could not wait, and the writer may try again
            }
            throw new StaleReportException(current);
        }
    }

    private Optional<Report> oneAtATime(long id) {
        counting.inTurn();
        return reports.findForChange(id);
    }

    private Optional<Report> within(Supplier<Optional<Report>> work) {
        Optional<Report> done = transactions.execute(status -> work.get());
        return done == null ? Optional.empty() : done;
    }
}
