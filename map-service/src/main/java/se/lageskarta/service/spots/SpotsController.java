package se.lageskarta.service.spots;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.basemap.CoarseOutlines;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.spots.SpotRows.Seen;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Spots: all of them, one with its months and names, and what people call it. */
@RestController
class SpotsController {
    private final Spots spots;
    private final NameSpot naming;
    private final SpotNames names;
    private final Questions questions;
    private final CoarseOutlines outlines;

    SpotsController(Spots spots, NameSpot naming, SpotNames names, Questions questions, CoarseOutlines outlines) {
        this.spots = spots;
        this.naming = naming;
        this.names = names;
        this.questions = questions;
        this.outlines = outlines;
    }

    record Listing(List<SpotAnswer> spots) {}

    /** @param name what people call it, 1 to 120 characters */
    record Sent(@Nullable String name) {}

    /** Spots that the person may know of, the oldest first. */
    @GetMapping("/api/spots")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        boolean masked = masked(request);
        List<SpotAnswer> told = spots.book().pages().stream()
                .flatMap(page -> readable(page, masked).stream())
                .flatMap(page -> masked ? coarse(page).stream() : Stream.of(SpotAnswer.of(page, null, null)))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(told));
    }

    /** Without an ETag: months come while the name stays at its version, which is in the answer. */
    @GetMapping("/api/spots/{id}")
    ResponseEntity<SpotAnswer> one(@PathVariable String id, HttpServletRequest request) {
        boolean masked = masked(request);
        SpotBook.Page page = readable(Numbers.of(id), masked);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(masked ? coarse(page).orElseThrow(ProblemException::notFound) : whole(page));
    }

    /** Names it, from the version in If-Match. */
    @PutMapping("/api/spots/{id}")
    ResponseEntity<SpotAnswer> name(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Sent sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = Numbers.of(id);
        readable(number, false);
        Written written = new Written();
        String name = written.text("name", sent.name(), 1, SpotNames.MAX_NAME);
        written.refuseFaults();
        NameSpot.Outcome outcome =
                naming.of(number, expected, name, who.getName()).orElseThrow(ProblemException::notFound);
        SpotBook.Page page = outcome.page();
        SpotAnswer answer = whole(readable(page, false).orElse(page));
        if (!outcome.saved()) {
            String by = Stream.ofNullable(answer.names())
                    .flatMap(List::stream)
                    .map(SpotAnswer.Naming::savedBy)
                    .findFirst()
                    .orElse("");
            throw ProblemException.of(412, "spot.stale", by, (int) answer.version())
                    .with("current", answer)
                    .with("yours", sent);
        }
        return ResponseEntity.ok().eTag("\"v" + answer.version() + "\"").body(answer);
    }

    /** Those who may not see single incidents know of spots that had enough of them in some month, in squares. */
    private Optional<SpotAnswer> coarse(SpotBook.Page page) {
        boolean enough = page.months().stream().anyMatch(month -> month.count() >= Mask.LEAST);
        return enough
                ? outlines.of(page.spot().outline()).map(outline -> SpotAnswer.of(page, outline, null))
                : Optional.empty();
    }

    private SpotAnswer whole(SpotBook.Page page) {
        return SpotAnswer.of(page, null, names.history(page.named().id()));
    }

    private SpotBook.Page readable(long id, boolean masked) {
        return spots.book().page(id).flatMap(page -> readable(page, masked)).orElseThrow(ProblemException::notFound);
    }

    /**
     * What the person may know of a spot: months that were looked through with a dataset that is kept from them are left
     * out, and the spot with the last of them. One that no month tells of any more is for those who work with spots.
     */
    private Optional<SpotBook.Page> readable(SpotBook.Page page, boolean masked) {
        List<Seen> seen = page.seen().stream()
                .filter(one -> questions.mayRead(new TreeSet<>(one.datasets())))
                .toList();
        if (seen.size() == page.seen().size()) {
            return seen.isEmpty() && masked ? Optional.empty() : Optional.of(page);
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(page.knowing(seen));
    }

    private static boolean masked(HttpServletRequest request) {
        return !Viewer.of(request).hasAny(Viewer.POINT_ROLES);
    }
}
