package se.lageskarta.service.measures;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.storage.Bounds;

/** The measures on the map and everything they have ever said. Anyone may read; only this room writes. */
@Repository
@Transactional(readOnly = true)
public class Measures {
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** The measure with this number, withdrawn or not. */
    public Optional<Measure> find(long id) {
        return Optional.ofNullable(entities.find(Measure.class, id));
    }

    /** Those on the map that fit, the earliest due first, then the oldest; withdrawn ones are left out. */
    public List<Measure> all(MeasureFilter filter) {
        StringBuilder query = new StringBuilder("select m from Measure m where m.withdrawnAt is null");
        if (!filter.statuses().isEmpty()) {
            query.append(" and m.status in :statuses");
        }
        if (!filter.owners().isEmpty()) {
            query.append(" and m.owner in :owners");
        }
        if (!filter.codes().isEmpty()) {
            query.append(" and m.code in :codes");
        }
        if (!filter.spots().isEmpty()) {
            query.append(" and m.details.spotId in :spots");
        }
        if (filter.bounds() != null) {
            query.append(" and bbox(m.shape, :box) and st_intersects(m.shape, :box)");
        }
        TypedQuery<Measure> wanted = entities.createQuery(query + " order by m.dueOn nulls last, m.id", Measure.class);
        bind(wanted, filter);
        return wanted.getResultList();
    }

    private static void bind(TypedQuery<Measure> query, MeasureFilter filter) {
        if (!filter.statuses().isEmpty()) {
            query.setParameter("statuses", filter.statuses());
        }
        if (!filter.owners().isEmpty()) {
            query.setParameter("owners", filter.owners());
        }
        if (!filter.codes().isEmpty()) {
            query.setParameter("codes", filter.codes());
        }
        if (!filter.spots().isEmpty()) {
            query.setParameter("spots", filter.spots());
        }
        Bounds b = filter.bounds();
        if (b != null) {
            query.setParameter("box", WGS84.toGeometry(new Envelope(b.west(), b.east(), b.south(), b.north())));
        }
    }

    /** Those on the map that are for a lasting place (spot), the earliest due first. */
    public List<Measure> forSpot(long spotId) {
        return all(new MeasureFilter(Set.of(), Set.of(), Set.of(), null, Set.of(spotId)));
    }

    /** Every organisation that answers for a measure on the map, in Swedish reading order left to the caller. */
    public List<String> owners() {
        return entities.createQuery("select distinct m.owner from Measure m where m.withdrawnAt is null", String.class)
                .getResultList();
    }

    /** Rises with every save, also a withdrawal, and stays the same over a restart; part of every ETag. */
    public long revision() {
        return entities.createQuery("select coalesce(sum(m.version), 0) from Measure m", Long.class)
                .getSingleResult();
    }

    /** Every saved state of a measure, the first first. */
    List<MeasureRevision> history(long id) {
        return entities.createQuery(
                        "select r from MeasureRevision r where r.key.measureId = :id order by r.key.version",
                        MeasureRevision.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The measure as it is now, kept from all other writers until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Measure> findForChange(long id) {
        return Optional.ofNullable(entities.find(Measure.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Saves a new or changed measure and writes the state to its history. */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Measure measure, MeasureRevision.Action action) {
        entities.persist(measure);
        entities.flush();
        entities.persist(new MeasureRevision(measure, action));
    }
}
