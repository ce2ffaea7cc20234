package se.lageskarta.service.pictures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.web.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Freezes a month (ta fram lägesbilden). The same data and words give the picture that is there already; anything else is a new
 * edition beside the earlier ones.
 */
@Service
class PreparePicture {
    /** Others may freeze the same month at the same time: each then sees what the other wrote. */
    private static final int MOST_TRIES = 5;

    private final ComposePicture compose;
    private final Pictures pictures;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;

    PreparePicture(
            ComposePicture compose,
            Pictures pictures,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock) {
        this.compose = compose;
        this.pictures = pictures;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** A picture with its stamp. */
    record Frozen(
            long id,
            int edition,
            Instant preparedAt,
            String preparedBy,
            String contentHash,
            @JsonUnwrapped Picture picture) {}

    /** What was frozen, or was there already. */
    record Prepared(Pictures.Listed picture, boolean added) {}

    Prepared of(PictureQuestion asked, String who) {
        Picture picture = compose.of(asked, who);
        String hash = Sha256.of(json.writeValueAsString(picture).getBytes(StandardCharsets.UTF_8));
        for (int tries = 1; ; tries++) {
            Optional<Pictures.Listed> known = pictures.same(asked.scope().id(), asked.month(), hash);
            if (known.isPresent()) {
                return new Prepared(known.get(), false);
            }
            try {
                return new Prepared(
                        Objects.requireNonNull(transactions.execute(status -> freeze(asked, picture, hash, who))),
                        true);
            } catch (DataIntegrityViolationException meanwhile) {
                if (tries == MOST_TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    private Pictures.Listed freeze(PictureQuestion asked, Picture picture, String hash, String who) {
        // microseconds: what both databases keep
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pictures.Listed head = new Pictures.Listed(
                0,
                asked.month(),
                asked.scope().id(),
                asked.scope().name(),
                pictures.editions(asked.scope().id(), asked.month()) + 1,
                hash,
                now,
                who,
                asked.scope().datasets().stream()
                        .map(Picture.Source::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
        long id = pictures.add(head);
        write(id, head, picture, Pictures.Audience.WHOLE);
        write(id, head, compose.masked(picture), Pictures.Audience.MASKED);
        picture.sightings().forEach((spot, seen) -> pictures.add(id, spot, seen.status(), seen.members()));
        return pictures.find(id).orElseThrow();
    }

    private void write(long id, Pictures.Listed head, Picture picture, Pictures.Audience audience) {
        Frozen frozen =
                new Frozen(id, head.edition(), head.preparedAt(), head.preparedBy(), head.contentHash(), picture);
        pictures.add(id, audience, json.writeValueAsString(frozen));
    }
}
