package se.lageskarta.service.spots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetExtent;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.DatasetTerms;

/** What those who look at a place month after month can rely on, on either database. Each test has a place of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpotsContract {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final int CALLERS = 8;
    /** Some 110 m to the north. */
    private static final double STEP = 0.001;

    @TempDir
    static Path folder;

    private final AtomicInteger places = new AtomicInteger();
    private RunningService service;
    private RecogniseSpots recognise;
    private Spots spots;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
        recognise = service.part(RecogniseSpots.class);
        spots = service.part(Spots.class);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_place_is_new_then_grows_then_is_gone_and_comes_back() {
        Question town = town(false);
        FoundHotspot square = hotspot(town, 0, 40, "growing");
        Spot first = one(recognise(MAY, town, square));
        assertThat(first.status()).isEqualTo("new");
        assertThat(first.firstMonth()).isEqualTo(MAY);
        Spot grown = one(recognise(JUNE, town, square));
        assertThat(grown.id()).isEqualTo(first.id());
        assertThat(grown.status()).isEqualTo("growing");

        Recognised none = recognise(JULY, town);
        assertThat(none.spots()).isEmpty();
        assertThat(none.gone()).extracting(Spot::id, Spot::status).containsExactly(tuple(first.id(), "gone"));
        Spot back = one(recognise(JULY.plusMonths(1), town, hotspot(town, 0, 38, "too-few")));
        assertThat(back.id()).isEqualTo(first.id());
        assertThat(back.status()).isEqualTo("returned");
        assertThat(spots.months(first.id()))
                .containsExactly(
                        new SpotMonth(MAY, 40, "new", List.of()),
                        new SpotMonth(JUNE, 40, "growing", List.of()),
                        new SpotMonth(JULY, 0, "gone", List.of()),
                        new SpotMonth(JULY.plusMonths(1), 38, "returned", List.of()));
        assertThat(spots.find(first.id()).orElseThrow().lastMonth()).isEqualTo(JULY.plusMonths(1));
    }

    @Test
    void the_same_month_and_data_again_change_nothing_whatever_the_order() {
        Question town = town(false);
        List<FoundHotspot> found = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            found.add(hotspot(town, 4 * i, 10 + i, "persistent"));
        }
        List<Long> ids = ids(recognise.of(MAY, town, "crime", found, "eva"));
        assertThat(ids).doesNotHaveDuplicates();
        long revision = spots.revision();
        for (int i = 0; i < 3; i++) {
            Collections.rotate(found, 1);
            Collections.rotate(ids, 1);
            assertThat(ids(recognise.of(MAY, town, "crime", found, "olle"))).isEqualTo(ids);
        }
        assertThat(spots.revision()).isEqualTo(revision);
    }

    @Test
    void eight_who_recognise_the_same_month_at_once_get_the_same_spots() throws Exception {
        Question town = town(false);
        List<FoundHotspot> found = List.of(hotspot(town, 0, 10, "persistent"), hotspot(town, 5, 20, "persistent"));
        int before = spots.all().size();
        List<Callable<List<Long>>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String who = "caller-" + i;
            callers.add(() -> ids(recognise.of(MAY, town, "crime", found, who)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        Set<List<Long>> answers = new HashSet<>();
        for (Future<List<Long>> answer : threads.invokeAll(callers)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertThat(answers).hasSize(1);
        assertThat(spots.all()).hasSize(before + 2);
    }

    @Test
    void corrected_data_of_a_month_keep_the_numbers_and_replace_what_was_known() {
        Question town = town(false);
        long id = one(recognise(MAY, town, hotspot(town, 0, 40, "persistent"))).id();
        one(recognise(JUNE, town, hotspot(town, 0, 41, "persistent")));
        FoundHotspot corrected = hotspot(town, 0.2, 37, "fading");
        Spot again = one(recognise(MAY, town, corrected));
        assertThat(again.id()).isEqualTo(id);
        assertThat(spots.months(id))
                .extracting(SpotMonth::count, SpotMonth::status)
                .containsExactly(tuple(37, "new"), tuple(41, "persistent"));
    }

    @Test
    void data_that_are_taken_back_leave_the_spot_and_its_name_and_nothing_else() {
        Question town = town(false);
        Spot spot = one(recognise(MAY, town, hotspot(town, 0, 40, "persistent")));
        Recognised after = recognise(MAY, town);
        assertThat(after.spots()).isEmpty();
        assertThat(after.gone()).as("no month knows of it").isEmpty();
        Spot left = spots.find(spot.id()).orElseThrow();
        assertThat(left.name()).isEqualTo(spot.name());
        assertThat(left.status()).isEqualTo("gone");
        assertThat(spots.months(spot.id())).isEmpty();
        assertThat(one(recognise(JUNE, town, hotspot(town, 0, 40, "persistent")))
                        .id())
                .as("when they come again it is the same place")
                .isEqualTo(spot.id());
    }

    @Test
    void a_month_that_is_prepared_after_later_ones_finds_their_spots_and_begins_them_earlier() {
        Question town = town(false);
        Spot july = one(recognise(JULY, town, hotspot(town, 0, 40, "persistent")));
        Spot june = one(recognise(JUNE, town, hotspot(town, 0, 35, "persistent")));
        Spot may = one(recognise(MAY, town, hotspot(town, 0, 30, "persistent")));
        assertThat(List.of(june.id(), may.id())).containsOnly(july.id());
        assertThat(may.status()).isEqualTo("new");
        assertThat(spots.find(july.id()).orElseThrow())
                .extracting(Spot::firstMonth, Spot::lastMonth, Spot::status)
                .containsExactly(MAY, JULY, "persistent");
    }

    @Test
    void places_that_grow_together_are_told_to_have_merged() {
        Question town = town(false);
        Recognised apart = recognise(MAY, town, hotspot(town, 0, 40, "persistent"), small(town, 1.05));
        Recognised together = recognise(JUNE, town, wide(town, 1.2));
        assertThat(ids(together)).containsExactly(apart.spots().get(0).id());
        assertThat(spots.months(apart.spots().get(0).id()))
                .last()
                .extracting(SpotMonth::merged)
                .isEqualTo(List.of(apart.spots().get(1).id()));
        assertThat(together.gone())
                .extracting(Spot::id)
                .containsExactly(apart.spots().get(1).id());
    }

    @Test
    void invented_and_real_crime_and_unsafety_and_places_far_apart_never_mix() {
        Question town = town(false);
        FoundHotspot here = hotspot(town, 0, 40, "persistent");
        Spot real = one(recognise(MAY, town, here));
        Question invented = like(town, true);
        Spot made = one(recognise(MAY, invented, here));
        Spot felt = one(recognise.of(MAY, town, "unsafety", List.of(here), "eva"));
        Question elsewhere = town(false);
        Spot far = one(recognise(JUNE, elsewhere, hotspot(elsewhere, 0, 40, "persistent")));
        assertThat(List.of(real.id(), made.id(), felt.id(), far.id())).doesNotHaveDuplicates();
        assertThat(made.invented()).isTrue();
        assertThat(felt.stream()).isEqualTo("unsafety");
        assertThat(spots.months(real.id()))
                .as("months looked through for the other streams and places do not end it")
                .hasSize(1);
        assertThat(recognise(JUNE, town).gone()).extracting(Spot::id).containsExactly(real.id());
    }

    @Test
    void looking_registers_nothing_and_sees_what_recognising_would() {
        Question town = town(false);
        List<Geometry> outline = List.of(hotspot(town, 0, 40, "persistent").outline());
        long revision = spots.revision();
        assertThat(spots.lookFor(MAY, town, "crime", outline)).containsExactly(Optional.empty());
        assertThat(spots.revision()).isEqualTo(revision);
        Spot spot = one(recognise(MAY, town, hotspot(town, 0, 40, "persistent")));
        assertThat(spots.lookFor(JUNE, town, "crime", outline)).containsExactly(Optional.of(spot));
        assertThat(spots.lookFor(MAY.plusMonths(25), town, "crime", outline)).containsExactly(Optional.empty());
    }

    @Test
    void the_months_before_the_first_one_looked_through_are_known_from_the_data() {
        Dataset town = service.part(Evidence.class).now().datasets().stream()
                .filter(dataset -> dataset.name().equals("Påhittad stad"))
                .findFirst()
                .orElseThrow();
        Question question = question(town, LocalDate.of(2025, 11, 1), LocalDate.of(2026, 10, 31));
        List<EarlierMonths.Month> before = new EarlierMonths().of(question, "crime", YearMonth.of(2026, 10));
        assertThat(before).hasSize(24);
        assertThat(before.get(0).month()).isEqualTo(YearMonth.of(2024, 10));
        FoundHotspot square = before.get(23).found().stream()
                .max(Comparator.comparingInt(FoundHotspot::count))
                .orElseThrow();
        Spot spot = one(recognise.of(YearMonth.of(2026, 10), question, "crime", List.of(square), "eva"));
        assertThat(spot.firstMonth()).isEqualTo(YearMonth.of(2024, 10));
        assertThat(spot.status()).isNotEqualTo("new");
        assertThat(spots.months(spot.id())).hasSize(25);
    }

    private Recognised recognise(YearMonth month, Question question, FoundHotspot... found) {
        return recognise.of(month, question, "crime", Arrays.asList(found), "eva");
    }

    private static Spot one(Recognised recognised) {
        assertThat(recognised.spots()).hasSize(1);
        return recognised.spots().get(0);
    }

    private static List<Long> ids(Recognised recognised) {
        return new ArrayList<>(recognised.spots().stream().map(Spot::id).toList());
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    /** A place that no other test has: a dataset without rows, since what was found is given. */
    private Question town(boolean invented) {
        int number = places.incrementAndGet();
        return question(dataset(number, new Bounds(14, 55 + number, 14.1, 55.1 + number), invented), null, null);
    }

    private Question like(Question other, boolean invented) {
        return question(
                dataset(
                        places.incrementAndGet(),
                        other.datasets().get(0).extent().bounds(),
                        invented),
                null,
                null);
    }

    private static Dataset dataset(int number, Bounds bounds, boolean invented) {
        DatasetExtent extent = new DatasetExtent(
                100, 100, bounds, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "day", Instant.EPOCH);
        return new Dataset(
                1_000_000 + number,
                "Stad " + number,
                DatasetKind.INCIDENTS,
                null,
                Crs.SWEREF99_TM,
                "Test",
                "",
                invented,
                Instant.EPOCH,
                1,
                extent,
                DatasetTerms.NONE);
    }

    private Question question(Dataset dataset, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Question(
                service.part(Evidence.class).now(), List.of(dataset), from, to, new TreeSet<>(), EvidenceStream.BOTH);
    }

    /** So many steps north of the town's south-western corner, some 120 by 110 metres. */
    private static FoundHotspot hotspot(Question town, double steps, int count, String trend) {
        return new FoundHotspot(box(town, steps, 0, 1), count, trend);
    }

    private static FoundHotspot small(Question town, double steps) {
        return new FoundHotspot(box(town, steps, 0, 0.1), 6, "too-few");
    }

    private static FoundHotspot wide(Question town, double height) {
        return new FoundHotspot(box(town, 0, 0, height), 50, "persistent");
    }

    private static Geometry box(Question town, double steps, double east, double height) {
        Bounds bounds = Objects.requireNonNull(town.bounds());
        double south = bounds.south() + 0.01 + steps * STEP;
        double west = bounds.west() + 0.01 + east * STEP;
        return FACTORY.toGeometry(new Envelope(west, west + 2 * STEP, south, south + height * STEP));
    }
}
