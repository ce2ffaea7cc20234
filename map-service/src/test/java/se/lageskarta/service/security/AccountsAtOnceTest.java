package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Accounts that two change at once, and that somebody asks about while they are being changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsAtOnceTest {
    @TempDir
    static Path folder;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private RunningService service;
    private EditAccounts edit;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
        edit = service.part(EditAccounts.class);
    }

    @AfterAll
    void stop() {
        other.shutdownNow();
        service.close();
    }

    @Test
    void who_asks_while_the_account_is_being_shut_out_is_out_when_it_is_done() {
        Person lina =
                new Person(edit.make("lina", "Lina", "", List.of("est-member")).account());
        AccountVersions versions = service.part(AccountVersions.class);

        service.part(TransactionTemplate.class).executeWithoutResult(status -> {
            change("lina", "est-member", true);
            assertThat(answer(other.submit(() -> versions.holdStill(lina)))).isEqualTo("true");
        });

        assertThat(versions.holdStill(lina)).isFalse();
    }

    @Test
    void of_two_administrators_who_shut_each_other_out_at_once_one_is_left() {
        edit.make("maj", "Maj", "", List.of("admin"));

        String second =
                secondWhile(() -> change("maj", "est-member", false), () -> change("admin", "est-member", false));

        assertThat(second).isEqualTo("account.last-admin");
        assertThat(service.part(Accounts.class).haveSomeone(Role.ADMIN)).isTrue();
    }

    @Test
    void of_two_who_make_an_account_of_the_same_name_at_once_the_second_is_told() {
        Supplier<String> oda =
                () -> edit.make("oda", "Oda", "", List.of("planner")).account().username();

        assertThat(secondWhile(oda, oda)).isEqualTo("username");
    }

    private String change(String username, String role, boolean disabled) {
        long version =
                service.part(Accounts.class).named(username).orElseThrow().version();
        return edit.change(username, new ExpectedVersion(Set.of(version)), username, "", List.of(role), disabled)
                .username();
    }

    /** The second begins when the first has written, and the first is seen by others when the second waits for it. */
    private String secondWhile(Supplier<String> first, Supplier<String> second) {
        Future<String> begun = service.part(TransactionTemplate.class).execute(status -> {
            first.get();
            Future<String> waits = other.submit(second::get);
            assertThatThrownBy(() -> waits.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waits;
        });
        return answer(begun);
    }

    /** What was answered, or the code or the field of the refusal. */
    private static String answer(Future<?> asked) {
        try {
            return String.valueOf(asked.get());
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ProblemException problem) {
                return problem.code();
            }
            if (refused.getCause() instanceof RefusedRequestException many) {
                return many.faults().get(0).field();
            }
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
