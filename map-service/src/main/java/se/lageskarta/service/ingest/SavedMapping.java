package se.lageskarta.service.ingest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was once said about a file (sparad mappning), kept under a name for the next file that is laid out alike. Saving
 * under the same name again replaces it.
 */
@Entity
@Table(name = "saved_mapping")
public class SavedMapping {
    static final int LONGEST_NAME = 100;

    // what an older version saved is read as far as it is understood
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int LONGEST_WISHES = 200_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private String shape;
    private String format;
    private String wishes;
    private Instant savedAt;
    private String savedBy;

    /** For the database. */
    @SuppressWarnings("NullAway.Init")
    protected SavedMapping() {}

    /**
     * @throws se.lageskarta.service.web.RefusedRequestException when the name is empty or too long
     */
    SavedMapping(String name) {
        this.name = checked(name);
        this.shape = "";
        this.format = "";
        this.wishes = "{}";
        this.savedAt = Instant.EPOCH;
        this.savedBy = "";
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when the name is empty or too long */
    static String checked(String name) {
        String plain = ImportOrder.plain(name, LONGEST_NAME + 1);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw Parameters.refused("saveMapping", name, "import.save-mapping", LONGEST_NAME);
        }
        return plain;
    }

    /** Keeps what was said about a file of this shape. */
    void say(String shapeOfFile, String formatOfFile, FileWishes said, String who, Clock clock) {
        String json = JSON.writeValueAsString(SentWishes.of(said));
        if (json.length() > LONGEST_WISHES) {
            throw Parameters.refused("saveMapping", name, "import.save-mapping-large");
        }
        shape = shapeOfFile;
        format = formatOfFile;
        wishes = json;
        savedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        savedBy = who;
    }

    /** What was said; words of types that are not in the taxonomy any more are left out. */
    FileWishes wishes(Set<String> codes) {
        try {
            SentWishes sent = JSON.readValue(wishes, SentWishes.class);
            return sent.without(codes).read(codes);
        } catch (JacksonException e) {
            return FileWishes.NONE;
        }
    }

    public long id() {
        return id == null ? 0 : id;
    }

    public String name() {
        return name;
    }

    String shape() {
        return shape;
    }

    String format() {
        return format;
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }
}
