package se.lageskarta.service.reports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Reports for those who handle them: listed, looked at, decided on. */
@RestController
class ReportsController {
    private static final int MOST_LISTED = 200;
    private static final String ALL = "all";
    private static final String WAITING = "waiting";
    private static final String DECIDED = "decided";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final Reports reports;
    private final HandleReports handling;
    private final TellReports telling;

    ReportsController(Reports reports, HandleReports handling, TellReports telling) {
        this.reports = reports;
        this.handling = handling;
        this.telling = telling;
    }

    /** A page of reports. */
    record Page(long waiting, long numberMatched, List<ToldReport> reports) {}

    record Waiting(long waiting) {}

    record History(List<ReportRevision.Told> states) {}

    @GetMapping("/api/reports")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "waiting (nobody has decided), decided, all, or one state; waiting when absent")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 200; 50 when absent")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over")
    ResponseEntity<Page> list(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("state", "limit", "offset"));
        Set<ReportState> states = states(parameters);
        List<Report> found = reports.in(
                states,
                parameters.whole("limit", 50, 1, MOST_LISTED),
                parameters.whole("offset", 0, 0, Integer.MAX_VALUE));
        return told(new Page(reports.countIn(ReportState.WAITING), reports.countIn(states), telling.toHandler(found)));
    }

    /** How many wait for a decision: what a badge shows. */
    @GetMapping("/api/reports/waiting")
    ResponseEntity<Waiting> waiting(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return told(new Waiting(reports.countIn(ReportState.WAITING)));
    }

    @PutMapping("/api/reports/{id}/handling")
    ResponseEntity<ToldReport> handle(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReportBody.Decision sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        try {
            Report report = handling.handle(number(id), expected, sent.read(), who.getName())
                    .orElseThrow(ProblemException::notFound);
            return told(report, telling.toHandler(report));
        } catch (StaleReportException stale) {
            Report current = stale.current();
            throw ProblemException.of(412, "report.stale", current.updatedBy(), (int) current.version())
                    .with("current", telling.toHandler(current))
                    .with("yours", sent);
        }
    }

    /** Every saved state of a report, the first first. */
    @GetMapping("/api/reports/{id}/history")
    ResponseEntity<History> history(@PathVariable String id) {
        List<ReportRevision.Told> states =
                reports.history(number(id)).stream().map(ReportRevision::told).toList();
        if (states.isEmpty()) {
            throw ProblemException.notFound();
        }
        return told(new History(states));
    }

    private static Set<ReportState> states(Parameters parameters) {
        List<String> words = new java.util.ArrayList<>(List.of(WAITING, DECIDED, ALL));
        for (ReportState state : ReportState.values()) {
            words.add(state.code());
        }
        String word = parameters.word("state", WAITING, words);
        return switch (word) {
            case WAITING -> ReportState.WAITING;
            case DECIDED -> EnumSet.complementOf(EnumSet.copyOf(ReportState.WAITING));
            case ALL -> EnumSet.allOf(ReportState.class);
            default -> EnumSet.of(ReportState.ofCode(word).orElseThrow());
        };
    }

    static ResponseEntity<ToldReport> told(Report report, ToldReport told) {
        return ResponseEntity.ok()
                .eTag("\"v" + report.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(told);
    }

    private static <T> ResponseEntity<T> told(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** The number in a path; a text that is no number names nothing. */
    static long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(id);
    }
}
