package se.lageskarta.service.security;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The links that reporters have been given, also those that have ended. */
@Repository
@Transactional
class ReporterLinks {
    private final EntityManager entities;

    ReporterLinks(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ReporterLink> all() {
        return entities.createQuery("select l from ReporterLink l order by l.id desc", ReporterLink.class)
                .getResultList();
    }

    @Transactional(readOnly = true)
    public Optional<ReporterLink> withHash(String tokenHash) {
        return entities
                .createQuery("select l from ReporterLink l where l.tokenHash = :hash", ReporterLink.class)
                .setParameter("hash", tokenHash)
                .getResultList()
                .stream()
                .findFirst();
    }

    public Optional<ReporterLink> findForChange(long id) {
        return Optional.ofNullable(entities.find(ReporterLink.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(ReporterLink link) {
        entities.persist(link);
        entities.flush();
    }

    /** Notes that somebody came in by it; no new version, for nobody edits that. */
    public void used(ReporterLink link, Instant now) {
        entities.createQuery("update ReporterLink l set l.lastUsedAt = :now where l.id = :id")
                .setParameter("now", now)
                .setParameter("id", link.id())
                .executeUpdate();
    }
}
