package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.web.ProblemException;

/** However many look at files, those who answer requests are not all taken by them. */
class LooksAtOnceTest {
    @Test
    void a_few_look_some_wait_and_the_rest_are_asked_to_come_back() throws Exception {
        LooksAtOnce looks = new LooksAtOnce();
        List<LooksAtOnce.Place> inside = new ArrayList<>();
        for (int i = 0; i < LooksAtOnce.AT_ONCE; i++) {
            inside.add(looks.enter());
        }
        ExecutorService threads = Executors.newFixedThreadPool(LooksAtOnce.WAITING);
        try {
            List<Future<Boolean>> waiting = new ArrayList<>();
            Callable<Boolean> wait = () -> {
                looks.enter().close();
                return true;
            };
            for (int i = 0; i < LooksAtOnce.WAITING; i++) {
                waiting.add(threads.submit(wait));
            }
            while (looks.waiting() < LooksAtOnce.WAITING) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(looks::enter)
                    .isInstanceOfSatisfying(ProblemException.class, busy -> assertThat(busy.status())
                            .isEqualTo(429));
            inside.forEach(LooksAtOnce.Place::close);
            for (Future<Boolean> each : waiting) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
