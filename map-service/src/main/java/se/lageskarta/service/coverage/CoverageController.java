package se.lageskarta.service.coverage;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Coverage against published counts, and the counts themselves. */
@RestController
class CoverageController {
    private static final Set<String> PARAMETERS = Set.of("datasets");

    private final Questions questions;
    private final PublishedCounts counts;
    private final IncidentTypes types;
    private final TransactionOperations transactions;

    CoverageController(
            Questions questions, PublishedCounts counts, IncidentTypes types, TransactionOperations transactions) {
        this.questions = questions;
        this.counts = counts;
        this.types = types;
        this.transactions = transactions;
    }

    /** @param version of the published counts, for If-Match */
    record Answer(
            long version,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long withoutTime,
            List<Coverage.Row> rows) {}

    @GetMapping("/api/coverage")
    @Parameter(
            name = "datasets",
            in = ParameterIn.QUERY,
            description = "Numbers of datasets, such as 1,2; absent for the group with the newest import")
    ResponseEntity<Answer> coverage(HttpServletRequest request) {
        return answer(Parameters.of(request.getParameterMap(), PARAMETERS));
    }

    /** Replaces the published counts, from the version in If-Match. */
    @PutMapping("/api/coverage")
    ResponseEntity<Answer> save(
            HttpServletRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentCounts sent,
            Principal who) {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        List<PublishedCount> read = sent.read(types.codes());
        long version = counts.version();
        boolean saved = expected.allows(version)
                && Boolean.TRUE.equals(transactions.execute(status -> counts.replace(read, version, who.getName())));
        if (!saved) {
            throw ProblemException.of(412, "coverage.stale")
                    .with("current", counts.all())
                    .with("yours", read);
        }
        return answer(parameters);
    }

    private ResponseEntity<Answer> answer(Parameters parameters) {
        long version = counts.version();
        Coverage coverage = Coverage.of(questions.everything(parameters), counts.all());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag("\"v" + version + "\"")
                .body(new Answer(version, coverage.from(), coverage.to(), coverage.withoutTime(), coverage.rows()));
    }
}
