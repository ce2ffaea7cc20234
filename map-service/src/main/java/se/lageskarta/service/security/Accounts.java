package se.lageskarta.service.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people who can log in. */
interface Accounts extends Repository<Account, Long> {
    Optional<Account> findByUsername(String username);

    List<Account> findByDemoTrueOrderById();

    @Query("select count(a) > 0 from Account a join a.roles r where r = ?1 and a.demo = false and a.disabled = false")
    boolean existsWithRole(Role role);

    Account save(Account account);
}
