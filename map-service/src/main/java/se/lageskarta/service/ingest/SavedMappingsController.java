package se.lageskarta.service.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** What is saved for the next file of a shape. It is saved with an import ({@code saveMapping}). */
@RestController
class SavedMappingsController {
    private final SavedMappings savedMappings;
    private final HowToRead reading;

    SavedMappingsController(SavedMappings savedMappings, HowToRead reading) {
        this.savedMappings = savedMappings;
        this.reading = reading;
    }

    /** A saved mapping as it is told. */
    record Told(
            long id,
            String name,
            String format,
            @Nullable String kind,
            @Nullable String role,
            @Nullable String crs,
            @Nullable String dataset,
            Map<String, String> mapping,
            Map<String, String> types,
            Instant savedAt,
            String savedBy) {}

    record ToldAll(List<Told> savedMappings) {}

    @GetMapping("/api/saved-mappings")
    ToldAll all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Set<String> codes = reading.codes();
        return new ToldAll(savedMappings.all().stream()
                .map(saved -> told(saved, saved.wishes(codes)))
                .toList());
    }

    @DeleteMapping("/api/saved-mappings/{id}")
    ResponseEntity<Void> remove(@PathVariable long id) {
        if (!savedMappings.remove(id)) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static Told told(SavedMapping saved, FileWishes wishes) {
        return new Told(
                saved.id(),
                saved.name(),
                saved.format(),
                wishes.kind() == null ? null : wishes.kind().code(),
                wishes.role() == null ? null : wishes.role().code(),
                wishes.crs() == null ? null : wishes.crs().toString(),
                wishes.dataset(),
                wishes.mapping().columns(),
                wishes.types(),
                saved.savedAt(),
                saved.savedBy());
    }
}
