package se.lageskarta.service.geocoding;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.storage.StalePlaceException;
import se.lageskarta.service.storage.WaitingPlace;
import se.lageskarta.service.storage.WaitingPlaces;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** The queue of rows whose places a person must settle. */
@RestController
class PlaceQueueController {
    private static final int MOST_LISTED = 200;
    private static final int LISTED = 50;
    private static final Set<String> PARAMETERS = Set.of("state", "import", "distinct", "limit", "offset");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final WaitingPlaces places;
    private final SettlePlaces settling;
    private final LookUpAgain lookingUp;

    PlaceQueueController(WaitingPlaces places, SettlePlaces settling, LookUpAgain lookingUp) {
        this.places = places;
        this.settling = settling;
        this.lookingUp = lookingUp;
    }

    /** @param waiting how many rows wait in all */
    record Page(long waiting, List<ToldPlace> items) {}

    record Leaving(@Nullable String reason, @Nullable Boolean sameText) {}

    record Reopening(@Nullable Boolean sameText) {}

    /** @param rows how many rows the decision was about */
    record Decided(long rows, ToldPlace item) {}

    @GetMapping("/api/place-queue")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "waiting, settled or left; waiting when absent")
    @Parameter(name = "import", in = ParameterIn.QUERY, description = "Only the rows of one import")
    @Parameter(
            name = "distinct",
            in = ParameterIn.QUERY,
            description = "true: of rows that say the same place only the first")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 200; 50 when absent")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over")
    ResponseEntity<Page> list(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        String state = parameters.word("state", "waiting", List.of("waiting", "settled", "left"));
        int importId = parameters.whole("import", 0, 1, Integer.MAX_VALUE);
        boolean distinct =
                parameters.word("distinct", "false", List.of("true", "false")).equals("true");
        List<WaitingPlace> found = places.page(
                WaitingPlace.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)),
                importId == 0 ? null : (long) importId,
                distinct,
                parameters.whole("limit", LISTED, 1, MOST_LISTED),
                parameters.whole("offset", 0, 0, Integer.MAX_VALUE));
        return told(new Page(
                places.count(WaitingPlace.State.WAITING),
                found.stream().map(place -> ToldPlace.of(place, places)).toList()));
    }

    @GetMapping("/api/place-queue/{id}")
    ResponseEntity<ToldPlace> one(@PathVariable String id) {
        WaitingPlace place = places.find(number(id)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .eTag("\"v" + place.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(ToldPlace.of(place, places));
    }

    @PostMapping("/api/place-queue/look-up")
    ResponseEntity<LookUpAgain.Outcome> lookUp(Principal who) {
        return told(lookingUp.all(who.getName()));
    }

    @PostMapping("/api/place-queue/{id}/settle")
    ResponseEntity<Decided> settle(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentPlace sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return decide(id, sent, number -> settling.settle(number, expected, sent, who.getName()));
    }

    @PostMapping("/api/place-queue/{id}/leave")
    ResponseEntity<Decided> leave(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Leaving sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        String reason = Objects.requireNonNullElse(sent.reason, "");
        boolean all = Boolean.TRUE.equals(sent.sameText);
        return decide(id, sent, number -> settling.leave(number, expected, reason, all, who.getName()));
    }

    @PostMapping("/api/place-queue/{id}/reopen")
    ResponseEntity<Decided> reopen(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reopening sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        boolean all = Boolean.TRUE.equals(sent.sameText);
        return decide(id, sent, number -> settling.reopen(number, expected, all, who.getName()));
    }

    private ResponseEntity<Decided> decide(String id, Object sent, ToIntFunction<Long> decision) {
        long number = number(id);
        try {
            int rows = decision.applyAsInt(number);
            WaitingPlace now = places.find(number).orElseThrow(ProblemException::notFound);
            return ResponseEntity.ok()
                    .eTag("\"v" + now.version() + "\"")
                    .cacheControl(CacheControl.noStore())
                    .body(new Decided(rows, ToldPlace.of(now, places)));
        } catch (StalePlaceException stale) {
            WaitingPlace current = stale.current();
            WaitingPlace.Decision made = current.decision();
            throw ProblemException.of(412, "place.stale", made == null ? "–" : made.by(), (int) current.version())
                    .with("current", ToldPlace.of(current, places))
                    .with("yours", sent);
        }
    }

    private static <T> ResponseEntity<T> told(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** The number in a path; a text that is no number names nothing. */
    private static long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(id);
    }
}
