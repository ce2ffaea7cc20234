package se.lageskarta.service.documents;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Templates of documents. One that nobody has saved has version 0, so that the first save follows the same rule. */
@RestController
class TemplatesController {
    private final Templates templates;
    private final TransactionOperations transactions;

    TemplatesController(Templates templates, TransactionOperations transactions) {
        this.templates = templates;
        this.transactions = transactions;
    }

    /**
     * A template as it is used.
     *
     * @param version 0 for the one that comes with the service
     * @param placeholders what may stand in brackets
     */
    record Told(
            long version,
            Template template,
            List<String> placeholders,
            @Nullable Instant updatedAt,
            @Nullable String updatedBy) {
        String tag() {
            return "\"v" + version + "\"";
        }
    }

    record History(List<Register.Saved<Template>> states) {}

    @GetMapping("/api/document-templates/{kind}/{language}")
    ResponseEntity<Told> one(@PathVariable String kind, @PathVariable String language) {
        return answer(told(known(kind, language), language));
    }

    @PutMapping("/api/document-templates/{kind}/{language}")
    ResponseEntity<Told> change(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Template sent,
            Principal who) {
        DocumentKind of = known(kind, language);
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        if (!sent.kind().equals(kind) || !sent.language().equals(language)) {
            throw new RefusedRequestException(422, List.of(FieldFault.of("kind", sent.kind(), "document.kind")));
        }
        synchronized (templates) {
            // two first words are not two entries, of which one would never be read
            transactions.executeWithoutResult(status -> save(of, language, expected, sent, who.getName()));
        }
        return answer(told(of, language));
    }

    private void save(DocumentKind kind, String language, ExpectedVersion expected, Template sent, String who) {
        Optional<Entry<Template>> before = templates.saved(kind, language);
        if (before.isPresent()) {
            templates.register().change(before.get().id(), expected, old -> sent, who);
        } else if (expected.allows(0)) {
            templates.register().add(Template.subject(kind.code(), language), sent, who);
        } else {
            throw ProblemException.of(412, "document.template.none");
        }
    }

    /** Back to the one that comes with the service; the history stays. */
    @DeleteMapping("/api/document-templates/{kind}/{language}")
    ResponseEntity<Told> reset(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        DocumentKind of = known(kind, language);
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        templates
                .saved(of, language)
                .ifPresent(entry -> templates.register().withdraw(entry.id(), expected, who.getName()));
        return answer(told(of, language));
    }

    @GetMapping("/api/document-templates/{kind}/{language}/history")
    ResponseEntity<History> history(@PathVariable String kind, @PathVariable String language) {
        List<Register.Saved<Template>> states = templates
                .saved(known(kind, language), language)
                .map(entry -> templates.register().history(entry.id()))
                .orElse(List.of());
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new History(states));
    }

    private static DocumentKind known(String kind, String language) {
        if (!DocumentPlan.LANGUAGES.contains(language)) {
            throw ProblemException.notFound();
        }
        return DocumentKind.of(kind).orElseThrow(ProblemException::notFound);
    }

    private Told told(DocumentKind kind, String language) {
        List<String> names = Placeholders.names(Locale.forLanguageTag(language));
        return templates
                .saved(kind, language)
                .map(entry -> new Told(entry.version(), entry.state(), names, entry.updatedAt(), entry.updatedBy()))
                .orElseGet(() -> new Told(0, templates.standard(kind, language), names, null, null));
    }

    private static ResponseEntity<Told> answer(Told told) {
        return ResponseEntity.ok()
                .eTag(told.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told);
    }
}
