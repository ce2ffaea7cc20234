package se.lageskarta.service.security;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who can log in. */
@Repository
@Transactional
class Accounts {
    private final EntityManager entities;

    Accounts(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Optional<Account> named(String username) {
        return entities.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    /** All of them, by username. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return entities.createQuery("select a from Account a order by a.username", Account.class)
                .getResultList();
    }

    /** Those of the demo town, in the order they were made. */
    @Transactional(readOnly = true)
    public List<Account> demo() {
        return entities.createQuery("select a from Account a where a.demo = true order by a.id", Account.class)
                .getResultList();
    }

    /** True when somebody who can log in for good has the role. */
    @Transactional(readOnly = true)
    public boolean haveSomeone(Role role) {
        return haveSomeone(role, "");
    }

    /** The same, but for one username. */
    @Transactional(readOnly = true)
    public boolean haveSomeone(Role role, String besides) {
        return entities.createQuery(
                        "select count(a) > 0 from Account a join a.roles r where r = :role and a.demo = false"
                                + " and a.disabled = false and a.username <> :besides",
                        Boolean.class)
                .setParameter("role", role)
                .setParameter("besides", besides)
                .getSingleResult();
    }

    /** Keeps all other who want to change accounts waiting until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        entities.createNativeQuery("select id from account order by id for update", Long.class)
                .getResultList();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when another has the username */
    public void add(Account account) {
        entities.persist(account);
        entities.flush();
    }

    /**
     * Writes what has been changed, so that the version is the new one.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else wrote first
     */
    public void save() {
        entities.flush();
    }
}
