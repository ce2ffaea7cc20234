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

/** The register of agreements. */
@RestController
class AgreementsController {
    private final Register<Agreement> register;

    AgreementsController(DutyRegisters registers) {
        register = registers.agreements();
    }

    record Listing(List<Entry<Agreement>> agreements) {}

    @GetMapping("/api/agreements")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(register.all()));
    }

    @PostMapping("/api/agreements")
    ResponseEntity<Entry<Agreement>> add(@RequestBody Agreement sent, Principal who) {
        return EntryAnswers.added("/api/agreements/", register.add(null, sent, who.getName()));
    }

    @PutMapping("/api/agreements/{id}")
    ResponseEntity<Entry<Agreement>> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Agreement sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(register.change(Numbers.of(id), expected, before -> sent, who.getName()));
    }

    @DeleteMapping("/api/agreements/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.gone(register.withdraw(Numbers.of(id), expected, who.getName()));
    }

    /** Brings a withdrawn one back. */
    @PostMapping("/api/agreements/{id}/restore")
    ResponseEntity<Entry<Agreement>> restore(@PathVariable String id, Principal who) {
        return EntryAnswers.present(register.restore(Numbers.of(id), who.getName()));
    }

    @GetMapping("/api/agreements/{id}/history")
    ResponseEntity<EntryAnswers.History<Agreement>> history(@PathVariable String id) {
        return EntryAnswers.history(register.history(Numbers.of(id)));
    }
}
