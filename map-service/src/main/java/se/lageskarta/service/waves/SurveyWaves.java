package se.lageskarta.service.waves;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The survey waves of this installation. Anyone may read; only this room writes. */
@Repository
@Transactional(readOnly = true)
public class SurveyWaves {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    public Optional<SurveyWave> find(long id) {
        return Optional.ofNullable(entities.find(SurveyWave.class, id));
    }

    public Optional<SurveyWave> named(String slug) {
        return entities
                .createQuery("select w from SurveyWave w where w.slug = :slug", SurveyWave.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The newest period first. */
    public List<SurveyWave> all() {
        return entities.createQuery("select w from SurveyWave w order by w.opensOn desc, w.id desc", SurveyWave.class)
                .getResultList();
    }

    /** The wave as it is now, kept from all other writers until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<SurveyWave> findForChange(long id) {
        return Optional.ofNullable(entities.find(SurveyWave.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(SurveyWave wave) {
        entities.persist(wave);
        entities.flush();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(SurveyWave wave) {
        entities.remove(wave);
        entities.flush();
    }
}
