package se.lageskarta.service.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
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
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.EntryAnswers;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;

/** The wheel of the year (årshjul): what comes when. */
@RestController
class YearEventsController {
    static final String REGISTER = "year-event";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Register<YearEvent> events;
    private final Clock clock;

    YearEventsController(Registers registers, Clock clock) {
        events = registers.open(REGISTER, YearEvent.class);
        this.clock = clock.withZone(SWEDEN);
    }

    /** Everything that has been entered, and when it comes in a year. */
    record Wheel(int year, List<Entry<YearEvent>> events, List<YearEvent.Coming> coming) {}

    @GetMapping("/api/year-events")
    ResponseEntity<Wheel> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("year"));
        int year = parameters.whole("year", Year.now(clock).getValue(), FIRST_YEAR, LAST_YEAR);
        List<Entry<YearEvent>> all = events.all();
        List<YearEvent.Coming> coming = all.stream()
                .flatMap(entry ->
                        entry
                                .state()
                                .between(entry.id(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                                .stream())
                .sorted(YearEvent.IN_ORDER)
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Wheel(year, all, coming));
    }

    @PostMapping("/api/year-events")
    ResponseEntity<Entry<YearEvent>> add(@RequestBody YearEvent sent, Principal who) {
        return EntryAnswers.added("/api/year-events/", events.add(null, sent, who.getName()));
    }

    @PutMapping("/api/year-events/{id}")
    ResponseEntity<Entry<YearEvent>> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody YearEvent sent,
            Principal who) {
        return EntryAnswers.present(
                events.change(Numbers.of(id), ExpectedVersion.of(ifMatch), state -> sent, who.getName()));
    }

    @DeleteMapping("/api/year-events/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        return EntryAnswers.gone(events.withdraw(Numbers.of(id), ExpectedVersion.of(ifMatch), who.getName()));
    }

    @GetMapping("/api/year-events/{id}/history")
    ResponseEntity<EntryAnswers.History<YearEvent>> history(@PathVariable String id) {
        return EntryAnswers.history(events.history(Numbers.of(id)));
    }

    /** Takes a withdrawal back. */
    @PostMapping("/api/year-events/{id}/restore")
    ResponseEntity<Entry<YearEvent>> restore(@PathVariable String id, Principal who) {
        return EntryAnswers.present(events.restore(Numbers.of(id), who.getName()));
    }
}
