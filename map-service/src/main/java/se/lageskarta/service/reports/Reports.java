package se.lageskarta.service.reports;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.storage.Bounds;

/** The reports that have come in and everything they have ever said. Anyone may read; only this room writes. */
@Repository
@Transactional(readOnly = true)
public class Reports {
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** The report with this number, withdrawn or not. */
    public Optional<Report> find(long id) {
        return Optional.ofNullable(entities.find(Report.class, id));
    }

    /** Those of the numbers that there are, by number. */
    Map<Long, Report> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities
                        .createQuery("select r from Report r where r.id in :ids", Report.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Report::id, report -> report));
    }

    /** What an account has sent under this key. */
    Optional<Report> sent(String account, String clientKey) {
        return entities
                .createQuery("select r from Report r where r.account = :account and r.clientKey = :key", Report.class)
                .setParameter("account", account)
                .setParameter("key", clientKey)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What an account has sent, the newest first. */
    List<Report> of(String account, int limit) {
        return entities.createQuery(
                        "select r from Report r where r.account = :account order by r.id desc", Report.class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many an account has sent since then. */
    long countOf(String account, Instant since) {
        return entities.createQuery(
                        "select count(r) from Report r where r.account = :account and r.receivedAt > :since",
                        Long.class)
                .setParameter("account", account)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Those in some states, the newest first. */
    List<Report> in(Set<ReportState> states, int limit, int offset) {
        return entities.createQuery("select r from Report r where r.state in :states order by r.id desc", Report.class)
                .setParameter("states", states)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long countIn(Set<ReportState> states) {
        return entities.createQuery("select count(r) from Report r where r.state in :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }

    /** Those with a place in the box that were seen between two minutes, withdrawn ones left out, the oldest first. */
    public List<Report> within(Bounds box, int fromMinute, int toMinute) {
        TypedQuery<Report> query = entities.createQuery(
                "select r from Report r where r.place is not null and bbox(r.place, :box) and r.state <> :withdrawn"
                        + " and r.fromMinute between :from and :to order by r.id",
                Report.class);
        return query.setParameter(
                        "box", WGS84.toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north())))
                .setParameter("withdrawn", ReportState.WITHDRAWN)
                .setParameter("from", fromMinute)
                .setParameter("to", toMinute)
                .getResultList();
    }

    /** Those merged into a report, the oldest first. */
    List<Report> duplicatesOf(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from Report r where r.duplicateOf in :ids and r.state = :duplicate"
                                        + " order by r.id",
                                Report.class)
                        .setParameter("ids", ids)
                        .setParameter("duplicate", ReportState.DUPLICATE)
                        .getResultList();
    }

    /** How often each type was reported since then, the commonest first. */
    List<String> typesByUse(Instant since) {
        return entities.createQuery(
                        "select r.type from Report r where r.receivedAt > :since group by r.type"
                                + " order by count(r) desc, r.type",
                        String.class)
                .setParameter("since", since)
                .getResultList();
    }

    /** How many came of each type from a moment until another, without those withdrawn or joined with another report. */
    public Map<String, Long> countsByType(Instant from, Instant until) {
        return entities
                .createQuery(
                        "select r.type, count(r) from Report r where r.receivedAt >= :from and r.receivedAt < :until"
                                + " and r.state <> :withdrawn and r.duplicateOf is null group by r.type",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("withdrawn", ReportState.WITHDRAWN)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Numbers of those that came before then and still hold words or pictures. */
    List<Long> keptFromBefore(Instant then, int limit) {
        return entities.createQuery(
                        "select r.id from Report r where r.receivedAt < :then and r.erasedAt is null order by r.id",
                        Long.class)
                .setParameter("then", then)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Rises with every save, and stays the same over a restart; part of every ETag. */
    public long revision() {
        return entities.createQuery("select coalesce(sum(r.version), 0) from Report r", Long.class)
                .getSingleResult();
    }

    /** Every saved state of a report, the first first. */
    List<ReportRevision> history(long id) {
        return entities.createQuery(
                        "select r from ReportRevision r where r.key.reportId = :id order by r.key.version",
                        ReportRevision.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The report as it is now, kept from all other writers until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Report> findForChange(long id) {
        return Optional.ofNullable(entities.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Saves a new or changed report and writes the state to its history. */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Report report, ReportRevision.Action action) {
        entities.persist(report);
        entities.flush();
        entities.persist(new ReportRevision(report, action));
    }

    /** Takes the words out of every saved state of a report. */
    @Transactional(propagation = Propagation.MANDATORY)
    void eraseHistory(long id) {
        entities.createQuery("update ReportRevision r set r.words = '', r.answer = '', r.placeWords = ''"
                        + " where r.key.reportId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
