package se.lageskarta.service.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.settings.SurveySettings;
import se.lageskarta.service.web.ProblemException;

class WriteLimitsTest {
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final WriteLimits limits = new WriteLimits(new SurveySettings(3, WHILE, WHILE, ""));

    private void write(String address, int times) {
        IntStream.range(0, times).forEach(i -> limits.write(address));
    }

    @Test
    void who_writes_too_often_is_asked_to_wait_and_nobody_else_is() {
        write("192.0.2.1", 3);

        assertThatThrownBy(() -> limits.write("192.0.2.1"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.status())
                        .isEqualTo(429));
        assertThatCode(() -> write("192.0.2.2", 3)).doesNotThrowAnyException();
    }

    @Test
    void looking_up_places_is_counted_apart_and_allowed_ten_times_as_often() {
        write("192.0.2.1", 3);

        assertThatCode(() -> IntStream.range(0, 30).forEach(i -> limits.read("192.0.2.1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.read("192.0.2.1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_while_over_an_address_may_write_again() throws InterruptedException {
        WriteLimits quick = new WriteLimits(new SurveySettings(1, Duration.ofMillis(50), WHILE, ""));
        quick.write("192.0.2.1");
        Thread.sleep(120);

        assertThatCode(() -> quick.write("192.0.2.1")).doesNotThrowAnyException();
    }
}
