package se.lageskarta.service.security;

import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** What an administrator does with accounts. Nobody but the person gets to know a password twice. */
@Component
@Transactional
class EditAccounts {
    private static final int LONGEST_NAME = 200;
    private static final int UNPROCESSABLE = 422;

    /** An account and the password made for it, to be shown once. */
    record Made(Account account, String password) {}

    private final Accounts accounts;
    private final AccountVersions versions;
    private final PasswordEncoder encoder;
    private final Clock clock;

    EditAccounts(Accounts accounts, AccountVersions versions, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.versions = versions;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @throws RefusedRequestException 422 when something is missing or unusable, 409 when the username is taken */
    public Made make(String username, String displayName, String organisation, List<String> roles) {
        List<FieldFault> faults = faults(displayName, organisation, roles);
        if (!Account.isUsername(username)) {
            faults.add(FieldFault.of("username", username, "account.username"));
        }
        refuse(UNPROCESSABLE, faults);
        if (accounts.named(username).isPresent()) {
            refuse(409, List.of(FieldFault.of("username", username, "account.taken")));
        }
        String password = Passwords.generate();
        Account account = new Account(
                username,
                hash(password),
                displayName.strip(),
                organisation.strip(),
                known(roles),
                false,
                clock.instant());
        try {
            accounts.add(account);
        } catch (DataIntegrityViolationException somebodyElseWasFirst) {
            refuse(409, List.of(FieldFault.of("username", username, "account.taken")));
        }
        return new Made(account, password);
    }

    /** @throws ProblemException 404 without such an account, 412 when it has changed, 409 when nobody would be left */
    public Account change(
            String username,
            ExpectedVersion expected,
            String displayName,
            String organisation,
            List<String> roles,
            boolean disabled) {
        refuse(UNPROCESSABLE, faults(displayName, organisation, roles));
        Account account = accounts.named(username).orElseThrow(ProblemException::notFound);
        if (!expected.allows(account.version())) {
            throw stale();
        }
        Set<Role> wanted = known(roles);
        boolean manages = !account.isDemo() && wanted.contains(Role.ADMIN) && !disabled;
        if (!manages) {
            // two who shut each other out at once would leave nobody
            accounts.lock();
        }
        if (!manages && !accounts.haveSomeone(Role.ADMIN, username)) {
            throw ProblemException.of(409, "account.last-admin");
        }
        account.change(displayName.strip(), organisation.strip(), wanted, disabled);
        save(account);
        return account;
    }

    /**
     * A new password in place of the old, whoever knew that.
     *
     * @throws ProblemException 404 without such an account, 409 for the demo's, which share one that is shown at log-in
     */
    public Made renewPassword(String username) {
        Account account = accounts.named(username).orElseThrow(ProblemException::notFound);
        if (account.isDemo()) {
            throw ProblemException.of(409, "account.demo");
        }
        String password = Passwords.generate();
        account.changePassword(hash(password));
        save(account);
        return new Made(account, password);
    }

    private void save(Account account) {
        try {
            accounts.save();
        } catch (OptimisticLockException | OptimisticLockingFailureException overtaken) {
            throw stale();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            /** Not before: who asks until then is told of the account as it was, and would be told so for seconds. */
            @Override
            public void afterCommit() {
                versions.forget(account.username());
            }
        });
    }

    private static ProblemException stale() {
        return ProblemException.of(412, "account.stale");
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static List<FieldFault> faults(String displayName, String organisation, List<String> roles) {
        List<FieldFault> faults = new ArrayList<>();
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            faults.add(FieldFault.of("displayName", displayName, "account.name"));
        }
        if (organisation.length() > LONGEST_NAME) {
            faults.add(FieldFault.of("organisation", organisation, "account.organisation"));
        }
        String all = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
        boolean unknown = roles.stream().anyMatch(code -> Arrays.stream(Role.values())
                .noneMatch(r -> r.code().equals(code)));
        if (roles.isEmpty() || unknown) {
            faults.add(FieldFault.of("roles", String.join(",", roles), "account.roles", all));
        }
        return faults;
    }

    private static Set<Role> known(List<String> roles) {
        return roles.stream().map(Role::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static void refuse(int status, List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(status, faults);
        }
    }
}
