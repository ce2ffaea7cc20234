package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.WaitingRow;

abstract class WaitingPlacesContract extends StoreContract {
    private static final SettledPlace ICA =
            new SettledPlace("ICA Supermarket", 13.025, 58.077, PlacePrecision.ADDRESS, null);

    private ImportRun importWaiting(Dataset dataset, String... words) {
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        WaitingLoad load = stores.waitingPlaces.load(run.id(), dataset.id(), text -> text.replace("Anna", "[namn]"));
        int line = 2;
        for (String text : words) {
            load.add(line, row(line, text));
            line++;
        }
        load.flush();
        load(run, dataset, 0, 3);
        return stores.imports.complete(
                run.id(), new ImportCounts(3 + words.length, 3, words.length, 0, 0), "{}", List.of());
    }

    private static WaitingRow row(int line, String words) {
        FoundPlace street = new FoundPlace(
                "Storgatan", 13.02, 58.07, PlacePrecision.STREET, shape("LINESTRING(13.02 58.07, 13.03 58.07)"), 0.4);
        return new WaitingRow(
                500 + line,
                new WrittenPlace(words, "Ljung", ""),
                List.of(street),
                new TimeSpan(29_000_000, 29_000_001),
                "KLO",
                "klotter",
                1);
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private List<WaitingPlace> waiting() {
        return stores.waitingPlaces.page(WaitingPlace.State.WAITING, null, false, 100, 0);
    }

    private int incidents() {
        return stores.incidents.visible().stream().mapToInt(Incidents::size).sum();
    }

    @Test
    void rows_show_when_their_import_is_complete_and_go_with_it() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        WaitingLoad load = stores.waitingPlaces.load(run.id(), dataset.id(), text -> text);
        load.add(2, row(2, "vid ICA"));
        load.flush();

        assertThat(waiting()).isEmpty();
        stores.imports.complete(run.id(), new ImportCounts(1, 0, 1, 0, 0), "{}", List.of());
        assertThat(waiting()).hasSize(1);
        assertThat(stores.waitingPlaces.sourceKeys(dataset.id()).contains(502)).isTrue();

        stores.imports.withdraw(run.id());
        assertThat(waiting()).isEmpty();
        assertThat(stores.waitingPlaces.sourceKeys(dataset.id()).size()).isZero();
        assertThat(stores.jdbc
                        .sql("select count(*) from place_waiting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_row_comes_back_as_it_was_read_without_personal_data() {
        importWaiting(incidentDataset("one"), "hos Anna vid ICA", "Storgatan");

        WaitingPlace place = waiting().get(0);

        assertThat(place.written()).isEqualTo(new WrittenPlace("hos [namn] vid ICA", "Ljung", ""));
        assertThat(place.type()).isEqualTo("KLO");
        assertThat(place.time()).isEqualTo(new TimeSpan(29_000_000, 29_000_001));
        assertThat(place.sameText()).isEqualTo(1);
        assertThat(place.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.name()).isEqualTo("Storgatan");
            assertThat(stores.waitingPlaces.shape(candidate.shape()))
                    .hasValueSatisfying(line -> assertThat(line.getLength()).isBetween(0.0099, 0.0101));
        });
    }

    @Test
    void settling_writes_the_incident_into_the_same_import_and_counts_it() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = importWaiting(dataset, "vid ICA", "Storgatan");
        stores.events.clear();
        WaitingPlace place = waiting().get(0);

        int settled = stores.decisions.settle(place.id(), v -> v == 1, ICA, false, "eva");

        assertThat(settled).isEqualTo(1);
        assertThat(incidents()).isEqualTo(4);
        assertThat(stores.incidents.sourceKeys(dataset.id()).contains(502)).isTrue();
        assertThat(stores.imports.find(run.id()).orElseThrow().counts()).isEqualTo(new ImportCounts(5, 4, 1, 0, 0));
        assertThat(stores.events).contains(new DatasetChanged(dataset.id(), DatasetKind.INCIDENTS));
        assertThat(stores.datasets.find(dataset.id()).orElseThrow().extent().rows())
                .isEqualTo(4);
        assertThat(stores.waitingPlaces.find(place.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.state()).isEqualTo(WaitingPlace.State.SETTLED);
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.decision().by()).isEqualTo("eva");
            assertThat(now.decision().place()).isEqualTo(ICA);
        });
    }

    @Test
    void an_import_of_nothing_but_waiting_rows_can_be_settled() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        WaitingLoad load = stores.waitingPlaces.load(run.id(), dataset.id(), text -> text);
        load.add(2, row(2, "vid ICA"));
        load.flush();
        stores.imports.complete(run.id(), new ImportCounts(1, 0, 1, 0, 0), "{}", List.of());

        stores.decisions.settle(waiting().get(0).id(), v -> true, ICA, false, "eva");

        assertThat(incidents()).isEqualTo(1);
        stores.imports.withdraw(run.id());
        assertThat(incidents()).isZero();
        assertThat(stores.jdbc
                        .sql("select count(*) from incident")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void all_that_say_the_same_can_be_settled_at_once_in_every_import() {
        importWaiting(incidentDataset("one"), "vid ICA", "Vid  ica", "Storgatan");
        importWaiting(incidentDataset("two"), "VID ICA");
        WaitingPlace place = waiting().get(0);

        assertThat(place.sameText()).isEqualTo(3);
        assertThat(stores.waitingPlaces.page(WaitingPlace.State.WAITING, null, true, 10, 0))
                .hasSize(2);
        int settled = stores.decisions.settle(place.id(), v -> true, ICA, true, "eva");

        assertThat(settled).isEqualTo(3);
        assertThat(incidents()).isEqualTo(3 + 3 + 3);
        assertThat(waiting())
                .singleElement()
                .satisfies(left -> assertThat(left.written().text()).isEqualTo("Storgatan"));
    }

    @Test
    void a_street_that_is_settled_stays_a_line() {
        importWaiting(incidentDataset("one"), "Storgatan");
        Geometry line = shape("LINESTRING(13.02 58.07, 13.03 58.07)");
        SettledPlace street = new SettledPlace("Storgatan", 13.025, 58.07, PlacePrecision.STREET, line);

        stores.decisions.settle(waiting().get(0).id(), v -> true, street, false, "eva");

        Incidents rows = stores.incidents.visible().get(0);
        assertThat(rows.precision(3)).isEqualTo(PlacePrecision.STREET);
        assertThat(rows.shape(3)).isNotNull();
    }

    @Test
    void reopening_takes_the_incident_away_and_the_row_waits_again() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = importWaiting(dataset, "vid ICA", "vid ICA");
        long id = waiting().get(0).id();
        stores.decisions.settle(id, v -> true, ICA, true, "eva");

        int reopened = stores.decisions.reopen(id, v -> v == 2, true, "eva");

        assertThat(reopened).isEqualTo(2);
        assertThat(incidents()).isEqualTo(3);
        assertThat(waiting()).hasSize(2).allSatisfy(place -> assertThat(place.version())
                .isEqualTo(3));
        assertThat(stores.imports.find(run.id()).orElseThrow().counts()).isEqualTo(new ImportCounts(5, 3, 2, 0, 0));
    }

    @Test
    void what_cannot_be_placed_is_left_with_a_reason_and_can_be_taken_up_again() {
        importWaiting(incidentDataset("one"), "på tåget");
        long id = waiting().get(0).id();

        stores.decisions.leave(id, v -> v == 1, "hände på tåget", false, "eva");

        assertThat(waiting()).isEmpty();
        assertThat(incidents()).isEqualTo(3);
        assertThat(stores.waitingPlaces.find(id).orElseThrow().decision().reason())
                .isEqualTo("hände på tåget");
        stores.decisions.reopen(id, v -> v == 2, false, "eva");
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void who_comes_second_is_told_what_the_first_decided() {
        importWaiting(incidentDataset("one"), "vid ICA");
        long id = waiting().get(0).id();
        stores.decisions.settle(id, v -> v == 1, ICA, false, "eva");

        assertThatThrownBy(() -> stores.decisions.settle(id, v -> v == 1, ICA, false, "bo"))
                .isInstanceOfSatisfying(
                        StalePlaceException.class,
                        stale -> assertThat(stale.current().version()).isEqualTo(2));
        assertThat(incidents()).isEqualTo(4);
    }

    @Test
    void many_who_settle_at_the_same_time_make_one_incident_of_each_row() throws Exception {
        importWaiting(incidentDataset("one"), "vid ICA", "vid ICA", "vid ICA");
        List<WaitingPlace> rows = waiting();
        int people = 4;
        CyclicBarrier start = new CyclicBarrier(people);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            WaitingPlace mine = rows.get(person % rows.size());
            Callable<Integer> settle = () -> {
                start.await();
                try {
                    return stores.decisions.settle(mine.id(), v -> v == 1, ICA, true, "eva");
                } catch (StalePlaceException stale) {
                    return 0;
                }
            };
            answers.add(threads.submit(settle));
        }
        int settled = 0;
        for (Future<Integer> answer : answers) {
            settled += answer.get();
        }
        threads.shutdown();

        assertThat(settled).isEqualTo(3);
        assertThat(incidents()).isEqualTo(3 + 3);
        assertThat(stores.jdbc
                        .sql("select distinct source_key from incident where source_key > 500 and source_key < 600")
                        .query(Long.class)
                        .list())
                .hasSize(3);
    }

    @Test
    void nothing_can_be_settled_of_what_has_been_taken_back() {
        ImportRun run = importWaiting(incidentDataset("one"), "vid ICA");
        long id = waiting().get(0).id();
        stores.imports.withdraw(run.id());

        assertThat(stores.decisions.settle(id, v -> true, ICA, false, "eva")).isZero();
        assertThat(stores.jdbc
                        .sql("select count(*) from incident")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void words_are_remembered_with_their_place_until_they_are_forgotten() {
        WrittenPlace written = new WrittenPlace("Vid ICA", "Ljung", "");
        SettledPlace area = new SettledPlace(
                "ICA", 13, 58, PlacePrecision.AREA, shape("POLYGON((13 58, 13.01 58, 13.01 58.01, 13 58))"));

        stores.aliases.remember(written, ICA, "eva");
        stores.aliases.remember(written, area, "bo");

        assertThat(stores.aliases.all()).singleElement().satisfies(alias -> {
            assertThat(alias.written()).isEqualTo(written);
            assertThat(alias.place().name()).isEqualTo("ICA");
            assertThat(alias.place().shape()).isNotNull();
            assertThat(alias.version()).isEqualTo(2);
            assertThat(alias.by()).isEqualTo("bo");
        });
        assertThat(stores.aliases.forget(WordsKey.of(new WrittenPlace("vid ica!", "ljung", ""))))
                .isTrue();
        assertThat(stores.aliases.all()).isEmpty();
    }
}
