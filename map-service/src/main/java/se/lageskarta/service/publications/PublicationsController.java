package se.lageskarta.service.publications;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.security.ConfirmPassword;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Publications: drafts, what was approved, and what was taken back. */
@RestController
class PublicationsController {
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_PASSWORD = 200;

    private final Publications publications;
    private final EditPublications editing;
    private final SendPublication sending;
    private final ApprovePublication approving;
    private final WithdrawPublication withdrawing;
    private final ConfirmPassword password;
    private final TellPublication tell;

    PublicationsController(
            Publications publications,
            EditPublications editing,
            SendPublication sending,
            ApprovePublication approving,
            WithdrawPublication withdrawing,
            ConfirmPassword password,
            TellPublication tell) {
        this.publications = publications;
        this.editing = editing;
        this.sending = sending;
        this.approving = approving;
        this.withdrawing = withdrawing;
        this.password = password;
        this.tell = tell;
    }

    record Listing(List<TellPublication.Listed> publications) {}

    record SentBack(@Nullable String note) {}

    record SentApproval(@Nullable String password, @Nullable String note) {}

    record SentWithdrawal(@Nullable Words reason) {}

    record History(List<TellPublication.Event> events) {}

    @GetMapping("/api/publications")
    ResponseEntity<Listing> all(HttpServletRequest request, Principal who) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<TellPublication.Listed> listed = publications.all().stream()
                .map(entry -> tell.line(entry, who.getName()))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(listed));
    }

    @PostMapping("/api/publications")
    ResponseEntity<TellPublication.Told> begin(@RequestBody PublicationPlan sent, Principal who) {
        Entry<StoredPublication> added = editing.begin(sent, who.getName());
        return ResponseEntity.created(URI.create("/api/publications/" + added.id()))
                .eTag(added.tag())
                .body(tell.whole(added, who.getName()));
    }

    @GetMapping("/api/publications/{id}")
    ResponseEntity<TellPublication.Told> one(@PathVariable String id, HttpServletRequest request, Principal who) {
        Parameters.of(request.getParameterMap(), Set.of());
        return answer(found(id), who);
    }

    @PutMapping("/api/publications/{id}")
    ResponseEntity<TellPublication.Told> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PublicationPlan sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = found(id).id();
        return answer(
                editing.change(number, expected, sent, who.getName()).orElseThrow(ProblemException::notFound), who);
    }

    @DeleteMapping("/api/publications/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        editing.remove(found(id).id(), expected, who.getName()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.noContent().build();
    }

    /** The draft waits for a second person from now on. */
    @PostMapping("/api/publications/{id}/send")
    ResponseEntity<TellPublication.Told> send(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal who) {
        Parameters.of(request.getParameterMap(), Set.of());
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = found(id).id();
        return answer(sending.forward(number, expected, who.getName()).orElseThrow(ProblemException::notFound), who);
    }

    /** A draft again: sent back by a second person, who says why, or taken back by who prepares it. */
    @PostMapping("/api/publications/{id}/return")
    ResponseEntity<TellPublication.Told> giveBack(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentBack sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Entry<StoredPublication> entry = found(id);
        boolean own = entry.state().writers().contains(who.getName());
        Written written = new Written();
        String note = written.text("note", sent.note, own ? 0 : 1, MAX_NOTE);
        written.refuseFaults();
        return answer(
                sending.back(entry.id(), expected, note, who.getName()).orElseThrow(ProblemException::notFound), who);
    }

    /** The second person's decision: the password is asked for before anything else is looked at. */
    @PostMapping("/api/publications/{id}/approve")
    ResponseEntity<TellPublication.Told> approve(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentApproval sent,
            HttpServletRequest request,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Written written = new Written();
        String note = written.text("note", sent.note, 0, MAX_NOTE);
        String secret = sent.password == null ? "" : sent.password;
        if (secret.isEmpty() || secret.length() > MAX_PASSWORD) {
            written.fault("password", "", "written.missing");
        }
        written.refuseFaults();
        long number = found(id).id();
        password.of(request, secret);
        return answer(
                approving.now(number, expected, note, who.getName()).orElseThrow(ProblemException::notFound), who);
    }

    @PostMapping("/api/publications/{id}/withdraw")
    ResponseEntity<TellPublication.Told> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentWithdrawal sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Written written = new Written();
        Words sentWords = sent.reason == null ? new Words("", "") : sent.reason;
        Words reason = new Words(
                written.text("reason.sv", sentWords.sv(), 1, MAX_NOTE),
                written.text("reason.en", sentWords.en(), 1, MAX_NOTE));
        written.refuseFaults();
        long number = found(id).id();
        return answer(
                withdrawing.now(number, expected, reason, who.getName()).orElseThrow(ProblemException::notFound), who);
    }

    @GetMapping("/api/publications/{id}/history")
    ResponseEntity<History> history(@PathVariable String id) {
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new History(tell.events(found(id))));
    }

    private Entry<StoredPublication> found(String id) {
        return publications.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<TellPublication.Told> answer(Entry<StoredPublication> entry, Principal who) {
        return ResponseEntity.ok()
                .eTag(entry.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(tell.whole(entry, who.getName()));
    }
}
