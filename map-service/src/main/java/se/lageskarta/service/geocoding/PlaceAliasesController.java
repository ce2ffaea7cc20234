package se.lageskarta.service.geocoding;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.storage.PlaceAliases;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** What words have been said to mean: listed, and forgotten when it was wrong. */
@RestController
class PlaceAliasesController {
    private final PlaceAliases aliases;

    PlaceAliasesController(PlaceAliases aliases) {
        this.aliases = aliases;
    }

    /** @param id names it in the address that forgets it */
    record Told(
            String id,
            ToldPlace.Words written,
            String name,
            double lon,
            double lat,
            String precision,
            String by,
            Instant at) {
        static Told of(PlaceAliases.Alias alias) {
            return new Told(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(alias.key().getBytes(StandardCharsets.UTF_8)),
                    new ToldPlace.Words(
                            alias.written().text(),
                            alias.written().locality(),
                            alias.written().property()),
                    alias.place().name(),
                    alias.place().lon(),
                    alias.place().lat(),
                    SentPlace.code(alias.place().precision()),
                    alias.by(),
                    alias.at());
        }
    }

    record Page(List<Told> aliases) {}

    @GetMapping("/api/place-aliases")
    ResponseEntity<Page> list(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(aliases.all().stream().map(Told::of).toList()));
    }

    @DeleteMapping("/api/place-aliases/{id}")
    ResponseEntity<Void> forget(@PathVariable String id) {
        if (!aliases.forget(keyOf(id))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static String keyOf(String id) {
        try {
            return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
