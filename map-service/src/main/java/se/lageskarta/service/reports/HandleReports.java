package se.lageskarta.service.reports;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.reports.ReportRevision.Action;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What a coordinator does with a report. One that is merged into another brings along those merged into it, and counts
 * no longer: together they are one incident at most, and all who reported get the one answer.
 */
@Service
class HandleReports {
    private final Reports reports;
    private final SavedReports saved;
    private final ReportTypes types;
    private final CountReports counting;
    private final Measures measures;
    private final Clock clock;

    HandleReports(
            Reports reports,
            SavedReports saved,
            ReportTypes types,
            CountReports counting,
            Measures measures,
            Clock clock) {
        this.reports = reports;
        this.saved = saved;
        this.types = types;
        this.counting = counting;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * @return empty when there is no such report
     * @throws StaleReportException when someone has saved it since
     */
    public Optional<Report> handle(long id, ExpectedVersion expected, Handling handling, String who) {
        refuseUnlessFits(handling);
        return saved.change(id, expected, Action.HANDLED, report -> {
            boolean counted = counting.isCounted(report);
            boolean moved = !report.type().equals(handling.type())
                    || !java.util.Objects.equals(
                            report.place(), handling.place().point());
            report.handle(resolved(handling), who, clock);
            if (counted && (moved || !handling.counted())) {
                counting.takeBack(report);
            }
            if (handling.counted() && (moved || !counted)) {
                counting.add(report, who);
            }
            if (report.state() == ReportState.DUPLICATE) {
                bringAlong(report, who);
            }
        });
    }

    /** A duplicate of a duplicate is one of the report that stands for both. */
    private Handling resolved(Handling handling) {
        Long wanted = handling.duplicateOf();
        if (wanted == null) {
            return handling;
        }
        Report other = reports.find(wanted)
                .filter(report -> report.state() != ReportState.WITHDRAWN)
                .orElseThrow(() -> refused("duplicateOf", wanted.toString(), "report.duplicate.unknown"));
        Long main = other.state() == ReportState.DUPLICATE ? other.duplicateOf() : Long.valueOf(other.id());
        return new Handling(
                handling.state(),
                handling.forwardedTo(),
                handling.answer(),
                handling.type(),
                handling.place(),
                main,
                handling.measureId(),
                handling.counted());
    }

    private void bringAlong(Report merged, String who) {
        for (Report report : reports.duplicatesOf(List.of(merged.id()))) {
            report.follow(merged.duplicateOf(), who, clock);
            reports.save(report, Action.HANDLED);
        }
    }

    private void refuseUnlessFits(Handling handling) {
        types.refuseUnlessOffered(handling.type());
        if (handling.counted() && !types.isCountable(handling.type())) {
            throw refused("counted", "true", "report.counted.kind");
        }
        if (handling.counted() && handling.place().point() == null) {
            throw refused("counted", "true", "report.counted.place");
        }
        Long measure = handling.measureId();
        if (measure != null && measures.find(measure).isEmpty()) {
            throw refused("measureId", measure.toString(), "report.measure.unknown");
        }
    }

    private static RefusedRequestException refused(String field, String value, String code) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code)));
    }
}
