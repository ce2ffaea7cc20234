package se.lageskarta.service.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;

/** Which datasets there are, which belong together, and on what terms each is here. */
@RestController
class DatasetsController {
    private final Evidence evidence;
    private final EditDatasets editing;
    private final Answers answers;

    DatasetsController(Evidence evidence, EditDatasets editing, Answers answers) {
        this.evidence = evidence;
        this.editing = editing;
        this.answers = answers;
    }

    @GetMapping("/api/datasets")
    void datasets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Facts facts = evidence.now();
        Person asking = Person.current();
        String who = asking == null ? "" : asking.organisation() + asking.roles();
        EntityTag tag = EntityTag.of("datasets", Long.toString(facts.revision()), who);
        answers.json(request, response, tag, () -> DatasetList.of(facts, asking));
    }

    /** Says anew what a dataset is called, whose it is, and on what terms it is here; from the version in If-Match. */
    @PutMapping("/api/datasets/{id}")
    ResponseEntity<DatasetList.Entry> change(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentTerms sent) {
        Dataset changed = editing.change(id, ExpectedVersion.of(ifMatch), sent, Person.current());
        return ResponseEntity.ok()
                .eTag("\"v" + changed.terms().version() + "\"")
                .body(DatasetList.Entry.of(changed, DatasetGroups.of(List.of(changed)), Person.current()));
    }

    /** Every saved state of a dataset's terms, the newest first. */
    @GetMapping("/api/datasets/{id}/history")
    Map<String, List<EditDatasets.State>> history(@PathVariable long id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return Map.of("states", editing.history(id, Person.current()));
    }
}
