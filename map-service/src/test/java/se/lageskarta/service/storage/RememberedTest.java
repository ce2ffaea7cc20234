package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final long WHILE = 1_000;

    private final List<@Nullable String> known = new ArrayList<>();
    private final Remembered<String> remembered = new Remembered<>(this::read, WHILE, this::time);
    private String stored = "old";
    private long time;
    private Runnable meanwhile = () -> {};

    @Test
    void is_believed_for_a_while_and_then_asked_about_again() {
        assertThat(remembered.now()).isEqualTo("old");
        stored = "new";
        time = WHILE - 1;
        assertThat(remembered.now()).isEqualTo("old");
        time = WHILE;
        assertThat(remembered.now()).isEqualTo("new");
        assertThat(known).containsExactly(null, "old");
    }

    @Test
    void a_change_is_seen_at_once() {
        remembered.now();
        stored = "new";
        remembered.check();
        assertThat(remembered.now()).isEqualTo("new");
        assertThat(known).containsExactly(null, "old");
    }

    @Test
    void what_is_forgotten_is_made_anew_once() {
        remembered.now();
        remembered.forget();
        remembered.now();
        remembered.check();
        remembered.now();
        assertThat(known).containsExactly(null, null, "old");
    }

    @Test
    void a_change_told_while_it_is_being_made_is_not_lost() {
        // another thread has read what was stored, and before it is done somebody changes it and says so
        meanwhile = () -> {
            stored = "new";
            remembered.forget();
        };
        assertThat(remembered.now()).isEqualTo("old");
        meanwhile = () -> {};
        assertThat(remembered.now()).isEqualTo("new");
        assertThat(known).containsExactly(null, null);
    }

    @Test
    void a_failure_leaves_the_change_to_the_next_who_asks() {
        remembered.now();
        stored = "new";
        remembered.forget();
        meanwhile = () -> {
            throw new IllegalStateException("no database");
        };
        assertThatThrownBy(remembered::now).hasMessage("no database");
        meanwhile = () -> {};
        assertThat(remembered.now()).isEqualTo("new");
        assertThat(known).containsExactly(null, null, null);
    }

    private String read(@Nullable String last) {
        known.add(last);
        String read = stored;
        meanwhile.run();
        return read;
    }

    private long time() {
        return time;
    }
}
