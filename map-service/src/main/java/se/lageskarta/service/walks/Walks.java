package se.lageskarta.service.walks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The safety walks of this installation with their findings; withdrawn walks are kept and not listed. */
@Repository
@Transactional(readOnly = true)
public class Walks {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    public Optional<Walk> find(long id) {
        return Optional.ofNullable(entities.find(Walk.class, id)).filter(walk -> !walk.isWithdrawn());
    }

    /** The latest day first. */
    public List<Walk> all() {
        return entities.createQuery(
                        "select w from Walk w where w.withdrawn = false order by w.walkedOn desc, w.id desc",
                        Walk.class)
                .getResultList();
    }

    /** In the order they were made: their numbers in the protocol. */
    List<WalkFinding> findings(long walkId) {
        return entities.createQuery(
                        "select f from WalkFinding f where f.walkId = :walk order by f.id", WalkFinding.class)
                .setParameter("walk", walkId)
                .getResultList();
    }

    Optional<WalkFinding> finding(long walkId, long id) {
        return Optional.ofNullable(entities.find(WalkFinding.class, id)).filter(found -> found.walkId() == walkId);
    }

    Optional<WalkFinding> named(long walkId, String key) {
        return entities
                .createQuery(
                        "select f from WalkFinding f where f.walkId = :walk and f.findingKey = :key", WalkFinding.class)
                .setParameter("walk", walkId)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** How many findings each walk has. */
    Map<Long, Long> counts() {
        Map<Long, Long> counts = new LinkedHashMap<>();
        entities.createQuery("select f.walkId, count(f) from WalkFinding f group by f.walkId", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        return counts;
    }

    /** What a re-walk saw of the findings before, by finding. */
    Map<Long, String> rechecks(long walkId) {
        Map<Long, String> outcomes = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery(
                        "select finding_id, outcome from walk_recheck where walk_id = :walk", Object[].class)
                .setParameter("walk", walkId)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            outcomes.put(((Number) columns[0]).longValue(), (String) columns[1]);
        }
        return outcomes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void recheck(long walkId, long findingId, String outcome, String who, Instant at) {
        entities.createNativeQuery("delete from walk_recheck where walk_id = :walk and finding_id = :finding")
                .setParameter("walk", walkId)
                .setParameter("finding", findingId)
                .executeUpdate();
        entities.createNativeQuery("insert into walk_recheck (walk_id, finding_id, outcome, checked_at, checked_by)"
                        + " values (:walk, :finding, :outcome, :at, :who)")
                .setParameter("walk", walkId)
                .setParameter("finding", findingId)
                .setParameter("outcome", outcome)
                .setParameter("at", at)
                .setParameter("who", who)
                .executeUpdate();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Walk> findForChange(long id) {
        return Optional.ofNullable(entities.find(Walk.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(walk -> !walk.isWithdrawn());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<WalkFinding> findingForChange(long walkId, long id) {
        return Optional.ofNullable(entities.find(WalkFinding.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.walkId() == walkId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(Object walkOrFinding) {
        entities.persist(walkOrFinding);
        entities.flush();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(WalkFinding finding) {
        entities.createNativeQuery("delete from walk_recheck where finding_id = :finding")
                .setParameter("finding", finding.id())
                .executeUpdate();
        entities.remove(finding);
        entities.flush();
    }
}
