package se.lageskarta.service.areachecks;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of areas: made, listed, reopened as they were, written on, printed. Each of these is logged. */
@RestController
class AreaChecksController {
    private static final int MOST_LOGGED = 1_000;

    private final ComputeCheck computing;
    private final AreaChecks checks;
    private final Aspects aspects;
    private final CheckPapers papers;
    private final PaperForms forms;
    private final JsonMapper json;

    AreaChecksController(
            ComputeCheck computing,
            AreaChecks checks,
            Aspects aspects,
            CheckPapers papers,
            PaperForms forms,
            JsonMapper json) {
        this.computing = computing;
        this.checks = checks;
        this.aspects = aspects;
        this.papers = papers;
        this.forms = forms;
        this.json = json;
    }

    /** A line of the list. */
    record Listed(
            long id,
            long version,
            String title,
            String caseNumber,
            String stage,
            Instant createdAt,
            String createdBy,
            Instant updatedAt) {}

    record Listing(List<Listed> checks) {}

    record Checklist(List<Aspects.Aspect> aspects) {}

    record Log(List<AreaChecks.Logged> log) {}

    @PostMapping("/api/area-checks")
    ResponseEntity<JsonNode> make(@RequestBody AskedCheck.Sent sent, HttpServletRequest request, Principal who) {
        Parameters.of(request.getParameterMap(), Set.of());
        AskedCheck asked = AskedCheck.of(sent);
        AreaChecks.Saved saved = checks.save(asked, computing.of(asked), who.getName());
        return ResponseEntity.created(
                        URI.create("/api/area-checks/" + saved.entry().id()))
                .eTag(saved.entry().tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(saved));
    }

    @GetMapping("/api/area-checks")
    @Parameter(
            name = "overlaps",
            in = ParameterIn.QUERY,
            description = "Only those that overlap the check of this number")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("overlaps"));
        String overlaps = parameters.text("overlaps");
        List<Entry<CheckState>> all = checks.all();
        if (overlaps != null) {
            long id = Numbers.of(overlaps);
            checks.find(id).orElseThrow(ProblemException::notFound);
            Set<Long> near = Set.copyOf(checks.overlapping(checks.buffered(id)).stream()
                    .map(AreaChecks.Earlier::id)
                    .toList());
            all = all.stream()
                    .filter(entry -> entry.id() != id && near.contains(entry.id()))
                    .toList();
        }
        return fresh(new Listing(all.stream().map(AreaChecksController::listed).toList()));
    }

    @GetMapping("/api/area-checks/checklist")
    @Parameter(
            name = "stage",
            in = ParameterIn.QUERY,
            description = "Only aspects of this stage, such as detailed-plan")
    ResponseEntity<Checklist> checklist(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("stage"));
        String stage = parameters.word("stage", "", Stage.CODES);
        return fresh(new Checklist(Stage.of(stage).map(aspects::of).orElseGet(aspects::all)));
    }

    @GetMapping("/api/area-checks/log")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many lines, 1 to 1000")
    ResponseEntity<Log> log(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("limit"));
        return fresh(new Log(checks.log(parameters.whole("limit", 200, 1, MOST_LOGGED))));
    }

    @GetMapping("/api/area-checks/{id}")
    ResponseEntity<JsonNode> one(@PathVariable String id, HttpServletRequest request, Principal who) {
        Parameters.of(request.getParameterMap(), Set.of());
        AreaChecks.Saved saved = checks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        checks.log(saved.entry().id(), who.getName(), AreaChecks.Deed.OPENED);
        return answer(saved);
    }

    @PutMapping("/api/area-checks/{id}")
    ResponseEntity<JsonNode> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CheckState.Sent sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        checks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return answer(checks.change(Numbers.of(id), expected, sent, aspects.ids(), who.getName())
                .orElseThrow(ProblemException::notFound));
    }

    /** In the language of the browser, or the one asked for: a link cannot send a header. */
    @GetMapping("/api/area-checks/{id}/paper.{form}")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "sv or en; absent for that of the browser")
    ResponseEntity<byte[]> paper(
            @PathVariable String id, @PathVariable String form, HttpServletRequest request, Principal who) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("language"));
        PaperForm wanted = PaperForm.of(form).orElseThrow(ProblemException::notFound);
        AreaChecks.Saved saved = checks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        String said = parameters.word("language", Texts.language(request).getLanguage(), List.of("sv", "en"));
        Locale language = said.equals("en") ? Texts.ENGLISH : Texts.SWEDISH;
        checks.log(saved.entry().id(), who.getName(), AreaChecks.Deed.PRINTED);
        return forms.write(papers.of(saved, language), wanted).answer();
    }

    private ResponseEntity<JsonNode> answer(AreaChecks.Saved saved) {
        return ResponseEntity.ok()
                .eTag(saved.entry().tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(saved));
    }

    /** The frozen answer with what people have written of it. */
    private JsonNode told(AreaChecks.Saved saved) {
        Entry<CheckState> entry = saved.entry();
        ObjectNode told = json.createObjectNode();
        told.put("id", entry.id());
        told.put("version", entry.version());
        told.put("title", entry.state().title());
        told.put("caseNumber", entry.state().caseNumber());
        told.put("createdAt", entry.createdAt().toString());
        told.put("createdBy", entry.createdBy());
        told.put("updatedAt", entry.updatedAt().toString());
        told.put("updatedBy", entry.updatedBy());
        saved.answer().properties().forEach(member -> told.set(member.getKey(), member.getValue()));
        ArrayNode checklist = told.putArray("checklist");
        for (Aspects.Aspect aspect : aspects.of(Stage.of(entry.state().stage()).orElseThrow())) {
            ObjectNode line = checklist.addObject();
            CheckState.Note note = entry.state().checklist().get(aspect.id());
            line.put("id", aspect.id());
            line.set("group", json.valueToTree(aspect.group()));
            line.set("name", json.valueToTree(aspect.name()));
            line.set("look", json.valueToTree(aspect.look()));
            line.put("state", note == null || note.state() == null ? "open" : note.state());
            line.put("note", note == null || note.note() == null ? "" : note.note());
        }
        told.set("earlier", json.valueToTree(saved.earlier()));
        return told;
    }

    private static Listed listed(Entry<CheckState> entry) {
        return new Listed(
                entry.id(),
                entry.version(),
                entry.state().title(),
                entry.state().caseNumber(),
                entry.state().stage(),
                entry.createdAt(),
                entry.createdBy(),
                entry.updatedAt());
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(body);
    }
}
