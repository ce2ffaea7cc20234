package se.lageskarta.service.meetings;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;

/** The protocol as a file, and the draft of what reporters are told. */
@RestController
class ProtocolController {
    private final Meetings meetings;
    private final ProtocolPaper protocols;
    private final PaperForms forms;
    private final DraftFeedback drafts;
    private final Readers readers;

    ProtocolController(
            Meetings meetings, ProtocolPaper protocols, PaperForms forms, DraftFeedback drafts, Readers readers) {
        this.meetings = meetings;
        this.protocols = protocols;
        this.forms = forms;
        this.drafts = drafts;
        this.readers = readers;
    }

    record Draft(String text) {}

    @GetMapping("/api/meetings/{id}/protocol.{form}")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "sv or en; that of the request when absent")
    ResponseEntity<byte[]> protocol(@PathVariable String id, @PathVariable String form, HttpServletRequest request) {
        Locale language = language(request);
        PaperForm kind = PaperForm.of(form).orElseThrow(ProblemException::notFound);
        Entry<Meeting> entry = meetings.find(Numbers.of(id))
                .filter(found -> readers.mayRead(request, found.state()))
                .orElseThrow(ProblemException::notFound);
        return forms.write(protocols.of(entry, language), kind).answer();
    }

    @GetMapping("/api/meetings/{id}/feedback-draft")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "sv or en; that of the request when absent")
    Draft draft(@PathVariable String id, HttpServletRequest request) {
        Locale language = language(request);
        Entry<Meeting> entry = meetings.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return new Draft(drafts.of(entry, language));
    }

    private static Locale language(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("language"));
        String asked = Texts.language(request).getLanguage();
        return parameters.word("language", asked, List.of("sv", "en")).equals("en") ? Texts.ENGLISH : Texts.SWEDISH;
    }
}
