package se.lageskarta.service.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Gives people a way in to report, and takes it back. Each link has an account of its own with the role of a reporter
 * and a password nobody knows; ending the link closes the account, which logs out whoever is in by it.
 */
@Component
@Transactional
class GiveReporterLinks {
    static final int MOST_DAYS = 730;
    private static final int LONGEST_TEXT = 200;
    /** 192 bits: not to be guessed, short enough for a QR code that a worn phone reads. */
    private static final int TOKEN_BYTES = 24;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A link and its secret, to be shown once. */
    record Given(ReporterLink link, String token) {}

    private final ReporterLinks links;
    private final Accounts accounts;
    private final AccountVersions versions;
    private final PasswordEncoder encoder;
    private final Clock clock;

    GiveReporterLinks(
            ReporterLinks links, Accounts accounts, AccountVersions versions, PasswordEncoder encoder, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.versions = versions;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * @param label whom it is for
     * @param days how long it lets somebody in, 1 to {@value #MOST_DAYS}
     * @throws RefusedRequestException 422 when something is missing or unusable
     */
    public Given give(String label, String organisation, boolean personal, int days, String who) {
        refuseUnlessUsable(label, organisation, days);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String hash = hash(token);
        String username = "rapportor-" + hash.substring(0, 12);
        String unknown = Objects.requireNonNull(encoder.encode(Passwords.generate()));
        accounts.add(
                new Account(username, unknown, label.strip(), organisation.strip(), Set.of(Role.REPORTER), false, now));
        ReporterLink link = new ReporterLink(
                username,
                label.strip(),
                organisation.strip(),
                personal,
                hash,
                now,
                who,
                now.plus(Duration.ofDays(days)));
        links.add(link);
        return new Given(link, token);
    }

    /** @throws ProblemException 404 without such a link */
    public ReporterLink revoke(long id, String who) {
        ReporterLink link = links.findForChange(id).orElseThrow(ProblemException::notFound);
        link.revoke(who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        accounts.named(link.username())
                .ifPresent(account ->
                        account.change(account.displayName(), account.organisation(), account.roles(), true));
        accounts.save();
        versions.forget(link.username());
        return link;
    }

    /** Who comes in by this secret; empty when there is no such link, or it has ended. */
    public Optional<Person> come(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return links.withHash(hash(token)).filter(link -> link.isOpen(now)).flatMap(link -> {
            Optional<Person> person = accounts.named(link.username())
                    .filter(account -> !account.isDisabled())
                    .map(account -> new Person(account).withoutPassword());
            person.ifPresent(found -> links.used(link, now));
            return person;
        });
    }

    private static void refuseUnlessUsable(String label, String organisation, int days) {
        List<FieldFault> faults = new ArrayList<>();
        if (label.isBlank() || label.length() > LONGEST_TEXT || isUnstorable(label)) {
            faults.add(FieldFault.of("label", label, "reporter-link.label"));
        }
        if (organisation.length() > LONGEST_TEXT || isUnstorable(organisation)) {
            faults.add(FieldFault.of("organisation", organisation, "reporter-link.organisation"));
        }
        if (days < 1 || days > MOST_DAYS) {
            faults.add(FieldFault.of("days", Integer.toString(days), "reporter-link.days", MOST_DAYS));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    private static boolean isUnstorable(String text) {
        return text.codePoints()
                .anyMatch(
                        c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE);
    }

    /** The secret has 192 random bits, so one round of SHA-256 is enough and looking it up is one index read. */
    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
