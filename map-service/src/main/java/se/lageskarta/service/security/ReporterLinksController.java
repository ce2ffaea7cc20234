package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.OwnAddress;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.QrPicture;

/** Links for reporters (rapportörslänkar): given, listed and ended by the coordinator. */
@RestController
class ReporterLinksController {
    private static final int DEFAULT_DAYS = 365;

    /** A link as it is told, never with its secret. */
    record Told(
            long id,
            String label,
            String organisation,
            boolean personal,
            boolean open,
            Instant madeAt,
            String madeBy,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable Instant lastUsedAt) {
        static Told of(ReporterLink link, Instant now) {
            return new Told(
                    link.id(),
                    link.label(),
                    link.organisation(),
                    link.personal(),
                    link.isOpen(now),
                    link.madeAt(),
                    link.madeBy(),
                    link.expiresAt(),
                    link.revokedAt(),
                    link.revokedBy(),
                    link.lastUsedAt());
        }
    }

    record ToldAll(List<Told> links) {}

    /**
     * A new link, told this once.
     *
     * @param address what is opened on the phone, with the secret after {@code #}, which no server log sees
     * @param qr the address as rows of a QR code
     */
    record GivenLink(Told link, String address, List<String> qr) {}

    /** What is sent to make one. */
    record Sent(
            @Nullable String label,
            @Nullable String organisation,
            @Nullable Boolean personal,
            @Nullable Integer days) {}

    private final ReporterLinks links;
    private final GiveReporterLinks giving;
    private final OwnAddress own;
    private final Clock clock;

    ReporterLinksController(ReporterLinks links, GiveReporterLinks giving, OwnAddress own, Clock clock) {
        this.links = links;
        this.giving = giving;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping("/api/reporter-links")
    ResponseEntity<ToldAll> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Instant now = clock.instant();
        List<Told> told = links.all().stream().map(link -> Told.of(link, now)).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ToldAll(told));
    }

    @PostMapping("/api/reporter-links")
    ResponseEntity<GivenLink> give(@RequestBody Sent sent, HttpServletRequest request, Principal who) {
        GiveReporterLinks.Given given = giving.give(
                Objects.requireNonNullElse(sent.label, ""),
                Objects.requireNonNullElse(sent.organisation, ""),
                Boolean.TRUE.equals(sent.personal),
                Objects.requireNonNullElse(sent.days, DEFAULT_DAYS),
                who.getName());
        String address = own.of(request) + "/report#" + given.token();
        Told told = Told.of(given.link(), clock.instant());
        return ResponseEntity.created(URI.create("/api/reporter-links/" + told.id))
                .cacheControl(CacheControl.noStore())
                .body(new GivenLink(told, address, QrPicture.of(address).rows()));
    }

    /** Ends a link at once, and logs out whoever is in by it. */
    @DeleteMapping("/api/reporter-links/{id}")
    ResponseEntity<Void> revoke(@PathVariable long id, Principal who) {
        giving.revoke(id, who.getName());
        return ResponseEntity.noContent().build();
    }
}
