package se.lageskarta.service.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.storage.Stores;
import se.lageskarta.service.web.ExpectedVersion;
import tools.jackson.databind.json.JsonMapper;

/** What those who keep something in a register can rely on, on either database. */
abstract class RegisterContract {
    record Card(String title, List<String> lines) {}

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int WRITERS = 8;
    private static final int TRIES = 100;

    @TempDir
    Path folder;

    private Stores stores;
    private Register<Card> cards;

    abstract Stores open(Path where, Clock clock);

    @BeforeEach
    void openDatabase() {
        stores = open(folder, CLOCK);
        cards = registers().open("card", Card.class);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }

    private Registers registers() {
        return new Registers(
                stores.jdbc,
                new TransactionTemplate(new JdbcTransactionManager(stores.database)),
                CLOCK,
                JsonMapper.shared());
    }

    private static ExpectedVersion version(long number) {
        return new ExpectedVersion(Set.of(number));
    }

    private static Card card(String title) {
        return new Card(title, List.of("å", "\"citat\"", "rad\ntvå"));
    }

    @Test
    void an_entry_is_added_changed_withdrawn_and_restored_and_every_state_is_kept() {
        Entry<Card> added = cards.add("spot:1", card("ett"), "eva");
        Entry<Card> changed = cards.change(added.id(), version(1), card -> card("två"), "olle")
                .orElseThrow();
        assertThat(changed.state()).isEqualTo(card("två"));
        assertThat(cards.find(added.id())).contains(changed);
        assertThat(changed.createdBy()).isEqualTo("eva");
        assertThat(changed.updatedBy()).isEqualTo("olle");
        assertThat(changed.tag()).isEqualTo("\"v2\"");

        cards.withdraw(added.id(), version(2), "olle");
        assertThat(cards.all()).isEmpty();
        assertThat(cards.change(added.id(), version(3), card -> card("tre"), "eva"))
                .isEmpty();
        Entry<Card> restored = cards.restore(added.id(), "eva").orElseThrow();
        assertThat(cards.restore(added.id(), "eva")).contains(restored);
        assertThat(cards.all()).containsExactly(restored);
        assertThat(cards.history(added.id()))
                .extracting(Register.Saved::version, saved -> saved.state().title(), Register.Saved::withdrawn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "ett", false),
                        org.assertj.core.groups.Tuple.tuple(2L, "två", false),
                        org.assertj.core.groups.Tuple.tuple(3L, "två", true),
                        org.assertj.core.groups.Tuple.tuple(4L, "två", false));
    }

    @Test
    void entries_are_found_by_their_subject_and_registers_do_not_mix() {
        Entry<Card> one = cards.add("spot:1", card("ett"), "eva");
        cards.add("spot:2", card("två"), "eva");
        Register<Card> others = registers().open("other", Card.class);
        others.add("spot:1", card("annat"), "eva");
        assertThat(cards.about("spot:1")).containsExactly(one);
        assertThat(cards.all()).hasSize(2);
        assertThat(others.find(one.id())).isEmpty();
        assertThat(others.history(one.id())).isEmpty();
        assertThat(others.withdraw(one.id(), version(1), "eva")).isEmpty();
    }

    @Test
    void a_change_from_an_old_version_writes_nothing_and_shows_the_present_state() {
        Entry<Card> added = cards.add(null, card("ett"), "eva");
        Entry<Card> changed = cards.change(added.id(), version(1), card -> card("två"), "olle")
                .orElseThrow();
        assertThatThrownBy(() -> cards.change(added.id(), version(1), card -> card("tre"), "eva"))
                .isInstanceOfSatisfying(StaleEntryException.class, stale -> assertThat(stale.current())
                        .isEqualTo(changed));
        assertThat(cards.find(added.id())).contains(changed);
        assertThat(cards.history(added.id())).hasSize(2);
    }

    @Test
    void a_refused_change_writes_nothing() {
        Entry<Card> added = cards.add(null, card("ett"), "eva");
        assertThatThrownBy(() -> cards.change(
                        added.id(),
                        version(1),
                        card -> {
                            throw new IllegalArgumentException("no");
                        },
                        "eva"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(cards.find(added.id())).contains(added);
    }

    @Test
    void of_eight_who_write_at_once_one_wins_each_round_and_nothing_is_lost() throws Exception {
        Entry<Card> added = cards.add(null, card("0"), "eva");
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 1; round <= TRIES; round++) {
                long seen = round;
                List<Future<Boolean>> saved = writers.invokeAll(IntStream.range(0, WRITERS)
                        .<java.util.concurrent.Callable<Boolean>>mapToObj(
                                writer -> () -> wins(added.id(), seen, writer))
                        .toList());
                List<Boolean> won = new ArrayList<>();
                for (Future<Boolean> one : saved) {
                    won.add(one.get());
                }
                assertThat(won).as("round " + round).containsOnlyOnce(true);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(cards.history(added.id()))
                .extracting(Register.Saved::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, TRIES + 1)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    private boolean wins(long id, long seen, int writer) {
        try {
            return cards.change(id, version(seen), card -> card(seen + "/" + writer), "writer " + writer)
                    .isPresent();
        } catch (StaleEntryException stale) {
            assertThat(stale.current().version()).isEqualTo(seen + 1);
            return false;
        }
    }
}
