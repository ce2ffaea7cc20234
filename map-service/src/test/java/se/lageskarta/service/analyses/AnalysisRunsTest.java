package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.service.web.ProblemException;

class AnalysisRunsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Answered ANSWER = answer();

    private AnalysisRuns runs = new AnalysisRuns(LONG, 1);

    /** Goes on until it is stopped. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void close() {
        runs.destroy();
    }

    @Test
    void what_was_found_is_kept_under_its_key() {
        AtomicInteger times = new AtomicInteger();
        AnalysisRuns.Work work = stop -> {
            times.incrementAndGet();
            return ANSWER;
        };

        assertThat(runs.answer("a", "anna", null, work)).isSameAs(ANSWER);
        assertThat(runs.answer("a", "bo", null, work)).isSameAs(ANSWER);
        assertThat(times).hasValue(1);
        runs.answer("b", "anna", null, work);
        assertThat(times).hasValue(2);
    }

    @Test
    void who_started_a_run_may_cancel_it_and_nobody_else() throws InterruptedException {
        CompletableFuture<Answered> asked = later("a", "anna", "one", this::endless);
        begun.await();

        assertThat(runs.cancel("bo", "one")).isFalse();
        assertThat(runs.cancel("anna", "two")).isFalse();
        assertThat(asked).isNotDone();
        assertThat(runs.cancel("anna", "one")).isTrue();

        assertThatThrownBy(asked::join).hasRootCauseInstanceOf(ProblemException.class);
        assertThat(problem(asked).status()).isEqualTo(409);
        awaitEnd();
        assertThat(runs.cancel("anna", "one")).isFalse();
    }

    @Test
    void two_who_ask_the_same_wait_for_one_run_and_one_may_leave() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        AnalysisRuns.Work work = stop -> {
            times.incrementAndGet();
            begun.countDown();
            awaitOrFail(go);
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            return ANSWER;
        };
        CompletableFuture<Answered> anna = later("a", "anna", "one", work);
        begun.await();
        CompletableFuture<Answered> bo = later("a", "bo", "one", work);
        while (!runs.isWaiting("bo", "one")) {
            Thread.onSpinWait();
        }

        assertThat(runs.cancel("anna", "one")).isTrue();
        assertThat(problem(anna).status()).isEqualTo(409);
        go.countDown();

        assertThat(bo.join()).isSameAs(ANSWER);
        assertThat(times).hasValue(1);
    }

    @Test
    void who_asks_after_a_cancelled_run_gets_a_new_one() throws InterruptedException {
        CompletableFuture<Answered> anna = later("a", "anna", "one", this::endless);
        begun.await();
        runs.cancel("anna", "one");
        assertThat(problem(anna).status()).isEqualTo(409);

        assertThat(runs.answer("a", "bo", null, stop -> ANSWER)).isSameAs(ANSWER);
    }

    @Test
    void a_run_whose_time_is_up_is_stopped_and_says_so() {
        runs.destroy();
        runs = new AnalysisRuns(Duration.ofMillis(30), 1);

        CompletableFuture<Answered> asked = later("a", "anna", null, this::endless);

        assertThat(problem(asked).status()).isEqualTo(422);
        assertThat(problem(asked).code()).isEqualTo("analysis.too-slow");
        awaitEnd();
    }

    @Test
    void a_failure_reaches_who_asked_and_is_not_kept() {
        assertThatThrownBy(() -> runs.answer("a", "anna", null, stop -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");

        assertThat(runs.answer("a", "anna", null, stop -> ANSWER)).isSameAs(ANSWER);
    }

    @Test
    void when_too_many_wait_the_next_is_asked_to_come_back() throws InterruptedException {
        later("0", "anna", "0", this::endless);
        begun.await();
        for (int i = 1; i <= 8; i++) {
            later("" + i, "anna", "" + i, this::endless);
            while (!runs.isWaiting("anna", "" + i)) {
                Thread.onSpinWait();
            }
        }

        assertThatThrownBy(() -> runs.answer("9", "anna", null, stop -> ANSWER))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.status())
                        .isEqualTo(429));
    }

    private Answered endless(BooleanSupplier stop) {
        begun.countDown();
        while (!stop.getAsBoolean()) {
            Thread.onSpinWait();
        }
        ended.set(true);
        throw new CancellationException();
    }

    private void awaitEnd() {
        while (!ended.get()) {
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<Answered> later(String key, String account, String id, AnalysisRuns.Work work) {
        CompletableFuture<Answered> answered = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                answered.complete(runs.answer(key, account, id, work));
            } catch (RuntimeException failure) {
                answered.completeExceptionally(failure);
            }
        });
        asking.setDaemon(true);
        asking.start();
        return answered;
    }

    private static ProblemException problem(CompletableFuture<Answered> asked) {
        try {
            asked.join();
        } catch (RuntimeException failure) {
            return (ProblemException) failure.getCause();
        }
        throw new AssertionError("there was an answer");
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answered answer() {
        Analysis grid = Analyses.named("grid").orElseThrow();
        return new Answered(
                grid.run(AnalysisQuestion.ofNothing(), Chosen.of(grid, Map.of()), () -> false), List.of(), 0, false);
    }
}
