package se.lageskarta.service.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.storage.RegisterChanges;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The code tables (kodverk) as they are kept: own types, what the words of sources mean, and who said so when. */
@RestController
class CodesController {
    private static final int STATES_TOLD = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EditCodes editing;
    private final WordList wordList;
    private final RegisterChanges changes;

    CodesController(EditCodes editing, WordList wordList, RegisterChanges changes) {
        this.editing = editing;
        this.wordList = wordList;
        this.changes = changes;
    }

    record State(String what, String item, long version, Instant savedAt, String savedBy, JsonNode state) {}

    /** Words that incidents here have or that somebody has said something about; the unknown first, the commonest first. */
    @GetMapping("/api/type-words")
    WordList.Words words(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return wordList.now();
    }

    /** Says what a word means, from the version in If-Match: {@code "v0"} when nothing has been said here. */
    @PutMapping("/api/type-words")
    ResponseEntity<EditCodes.Saved> say(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentWord sent,
            Principal who) {
        EditCodes.Saved saved = editing.say(ExpectedVersion.of(ifMatch), sent, who.getName());
        return ResponseEntity.ok().eTag("\"v" + saved.version() + "\"").body(saved);
    }

    @PostMapping("/api/types")
    ResponseEntity<IncidentType> add(@RequestBody SentType sent, Principal who) {
        IncidentType added = editing.add(sent, who.getName());
        return ResponseEntity.created(URI.create("/api/types/" + added.code()))
                .eTag("\"v" + added.version() + "\"")
                .body(added);
    }

    @PutMapping("/api/types/{code}")
    ResponseEntity<IncidentType> change(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentType sent,
            Principal who) {
        IncidentType changed = editing.change(code, ExpectedVersion.of(ifMatch), sent, who.getName());
        return ResponseEntity.ok().eTag("\"v" + changed.version() + "\"").body(changed);
    }

    /** Every saved state of types and words, the newest first. */
    @GetMapping("/api/code-history")
    Map<String, List<State>> history(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return Map.of(
                "states",
                Stream.of(EditCodes.TYPES, EditCodes.WORDS)
                        .flatMap(what -> changes.all(what, STATES_TOLD).stream()
                                .map(change -> new State(
                                        what,
                                        change.item(),
                                        change.version(),
                                        change.savedAt(),
                                        change.savedBy(),
                                        JSON.readTree(change.state()))))
                        .sorted(java.util.Comparator.comparing(State::savedAt).reversed())
                        .limit(STATES_TOLD)
                        .toList());
    }
}
