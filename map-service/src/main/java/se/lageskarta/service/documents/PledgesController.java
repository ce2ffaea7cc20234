package se.lageskarta.service.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;

/** The register of pledges. */
@RestController
class PledgesController {
    private final Register<Pledge> register;

    PledgesController(DutyRegisters registers) {
        register = registers.pledges();
    }

    record Listing(List<Entry<Pledge>> pledges) {}

    @GetMapping("/api/pledges")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(register.all()));
    }

    @PostMapping("/api/pledges")
    ResponseEntity<Entry<Pledge>> add(@RequestBody Pledge sent, Principal who) {
        return EntryAnswers.added("/api/pledges/", register.add(null, sent, who.getName()));
    }

    @PutMapping("/api/pledges/{id}")
    ResponseEntity<Entry<Pledge>> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Pledge sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(register.change(Numbers.of(id), expected, before -> sent, who.getName()));
    }

    @DeleteMapping("/api/pledges/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.gone(register.withdraw(Numbers.of(id), expected, who.getName()));
    }

    /** Brings a withdrawn one back. */
    @PostMapping("/api/pledges/{id}/restore")
    ResponseEntity<Entry<Pledge>> restore(@PathVariable String id, Principal who) {
        return EntryAnswers.present(register.restore(Numbers.of(id), who.getName()));
    }

    @GetMapping("/api/pledges/{id}/history")
    ResponseEntity<EntryAnswers.History<Pledge>> history(@PathVariable String id) {
        return EntryAnswers.history(register.history(Numbers.of(id)));
    }
}
