package se.lageskarta.service.walks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** What a walk finds: added while walking, followed up afterwards, and all of it as a table. */
@RestController
class FindingsController {
    private static final String FORMULA_STARTS = "=+-@\t\r\n|＝＋－＠";
    private static final String LINE_END = "\r\n";

    private final Walks walks;
    private final EditWalks editing;
    private final WalkFindings findings;

    FindingsController(Walks walks, EditWalks editing, WalkFindings findings) {
        this.walks = walks;
        this.editing = editing;
        this.findings = findings;
    }

    /** Adds a finding; the same key again answers the one that is there. */
    @PostMapping("/api/walks/{id}/findings")
    ResponseEntity<WalkFindings.Told> add(@PathVariable String id, @RequestBody FindingPlan.Sent sent, Principal who) {
        Walk walk = walk(id);
        EditWalks.Added added =
                editing.add(walk, Objects.requireNonNullElse(sent.key(), ""), FindingPlan.of(sent), who.getName());
        WalkFindings.Told told = findings.of(added.finding());
        ResponseEntity.BodyBuilder answer = added.created()
                ? ResponseEntity.created(URI.create("/api/walks/" + walk.id() + "/findings/" + told.id()))
                : ResponseEntity.ok();
        return answer.eTag("\"v" + told.version() + "\"").body(told);
    }

    @PutMapping("/api/walks/{id}/findings/{finding}")
    ResponseEntity<WalkFindings.Told> change(
            @PathVariable String id,
            @PathVariable String finding,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FindingPlan.Sent sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Walk walk = walk(id);
        WalkFinding changed = edited(
                () -> editing.change(walk.id(), Numbers.of(finding), expected, FindingPlan.of(sent), who.getName()),
                sent);
        return ResponseEntity.ok()
                .eTag("\"v" + changed.version() + "\"")
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(findings.of(changed));
    }

    @DeleteMapping("/api/walks/{id}/findings/{finding}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @PathVariable String finding,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Walk walk = walk(id);
        edited(() -> editing.remove(walk.id(), Numbers.of(finding), expected), null);
        return ResponseEntity.noContent().build();
    }

    /** The protocol's table; text that a spreadsheet would take for a formula gets an apostrophe in front. */
    @GetMapping("/api/walks/{id}/findings.csv")
    void table(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Walk walk = walk(id);
        StringBuilder csv = new StringBuilder("\ufeffnumber,category,place,lon,lat,words,status,owner,plan,measure")
                .append(LINE_END);
        for (WalkFindings.Told told : findings.of(walk)) {
            csv.append(told.number()).append(',').append(told.category()).append(',');
            csv.append(cell(told.place())).append(String.format(Locale.ROOT, ",%.6f,%.6f,", told.lon(), told.lat()));
            csv.append(cell(told.words())).append(',').append(told.status()).append(',');
            csv.append(cell(told.owner())).append(',').append(cell(told.plan())).append(',');
            csv.append(cell(told.measureTitle())).append(LINE_END);
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"walk-" + walk.id() + ".csv\"");
        response.setHeader("Cache-Control", Answers.ASK_EACH_TIME);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Walk walk(String id) {
        return walks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
    }

    private WalkFinding edited(Supplier<Optional<WalkFinding>> edit, FindingPlan.@Nullable Sent sent) {
        try {
            return edit.get().orElseThrow(ProblemException::notFound);
        } catch (StaleWalkException stale) {
            ProblemException problem = ProblemException.of(412, "walk.stale", stale.updatedBy(), (int) stale.version())
                    .with("current", findings.of((WalkFinding) stale.current()));
            throw sent == null ? problem : problem.with("yours", sent);
        }
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
