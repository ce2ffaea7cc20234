package se.lageskarta.service.ingest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What has been said about files and is kept for the next of their shape. All who bring files in share them. */
@Repository
@Transactional(readOnly = true)
public class SavedMappings {
    /** More than anybody keeps in order. */
    static final int MAX_SAVED = 500;

    private final Clock clock;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    SavedMappings(Clock clock) {
        this.clock = clock;
    }

    /** By name. */
    public List<SavedMapping> all() {
        return entities.createQuery("select m from SavedMapping m order by lower(m.name), m.id", SavedMapping.class)
                .getResultList();
    }

    Optional<SavedMapping> find(long id) {
        return Optional.ofNullable(entities.find(SavedMapping.class, id));
    }

    public Optional<SavedMapping> named(String name) {
        return entities.createQuery("select m from SavedMapping m where m.name = :name", SavedMapping.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    /** The newest for files of this shape. */
    Optional<SavedMapping> ofShape(String shape) {
        return entities.createQuery(
                        "select m from SavedMapping m where m.shape = :shape order by m.savedAt desc, m.id desc",
                        SavedMapping.class)
                .setParameter("shape", shape)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Saves under a name; what was saved under it before is replaced.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when the name cannot be one, or too many are saved
     */
    @Transactional
    SavedMapping save(String name, String shape, String format, FileWishes wishes, String who) {
        String plain = SavedMapping.checked(name);
        SavedMapping mapping = named(plain).orElseGet(() -> {
            if (all().size() >= MAX_SAVED) {
                throw se.lageskarta.service.web.Parameters.refused(
                        "saveMapping", plain, "import.save-mapping-many", MAX_SAVED);
            }
            return new SavedMapping(plain);
        });
        mapping.say(shape, format, wishes, who, clock);
        entities.persist(mapping);
        entities.flush();
        return mapping;
    }

    /** @return false when there was none */
    @Transactional
    boolean remove(long id) {
        return entities.createQuery("delete from SavedMapping m where m.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
