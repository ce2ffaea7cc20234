package se.lageskarta.service.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.RefusedRequestException;

/** What the measures' store promises on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MeasuresContract {
    private static final int TRIES = 100;
    private static final int WRITERS = 8;
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final GeometryFactory WGS84 = new GeometryFactory();

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private Database database;
    private Measures measures;
    private EditMeasures editing;

    /** An empty database, and the migrations that make its schema besides the common ones. */
    record Database(HikariDataSource source, String migrations) {}

    abstract Database database();

    @EnableTransactionManagement
    static class Transactions {}

    @BeforeAll
    void open() {
        database = database();
        Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/common", database.migrations())
                .load()
                .migrate();
        spring.register(Transactions.class, Measures.class, EditMeasures.class, JpaTransactionManager.class);
        spring.registerBean(PersistenceExceptionTranslationPostProcessor.class);
        spring.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(spring.getBean(JpaTransactionManager.class)));
        spring.registerBean(Clock.class, () -> NOON);
        spring.registerBean(
                MeasureKinds.class,
                () -> new MeasureKinds(List.of(
                        new MeasureKind("LJU-1", "Ny belysning", Set.of(MeasureShape.POINT, MeasureShape.LINE), "", ""),
                        new MeasureKind("VAX-1", "Röja buskar", Set.of(MeasureShape.AREA), "", ""))));
        spring.registerBean(
                "entityManagerFactory", LocalContainerEntityManagerFactoryBean.class, () -> entities(database));
        spring.refresh();
        measures = spring.getBean(Measures.class);
        editing = spring.getBean(EditMeasures.class);
    }

    private static LocalContainerEntityManagerFactoryBean entities(Database database) {
        var entities = new LocalContainerEntityManagerFactoryBean();
        entities.setDataSource(database.source());
        entities.setPackagesToScan("se.lageskarta.service.measures");
        entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        entities.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "validate");
        entities.getJpaPropertyMap().put("hibernate.jdbc.time_zone", "UTC");
        entities.getJpaPropertyMap()
                .put(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
        return entities;
    }

    @AfterAll
    void close() {
        spring.close();
        database.source().close();
    }

    @Test
    void gives_back_every_word_it_was_given() {
        MeasurePlan plan = new MeasurePlan(
                "LJU-1",
                "Lampor 🌳 åäö",
                "Herrljunga kommun",
                MeasureStatus.DECIDED,
                LocalDate.of(2027, 3, 31),
                null,
                "rad 1\nrad 2",
                "c-17",
                "Storgatan",
                WGS84.createPoint(new Coordinate(13.0232001, 58.0777002)));

        long id = editing.plan(plan, false, "eva").id();
        Measure found = measures.find(id).orElseThrow();

        assertThat(found.title()).isEqualTo("Lampor 🌳 åäö");
        assertThat(found.note()).isEqualTo("rad 1\nrad 2");
        assertThat(found.status()).isEqualTo(MeasureStatus.DECIDED);
        assertThat(found.dueOn()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(found.hotspotName()).isEqualTo("Storgatan");
        assertThat(found.createdAt()).isEqualTo(NOON.instant());
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.shape().getCoordinate()).isEqualTo(new Coordinate(13.0232001, 58.0777002));
        assertThat(found.shape().getSRID()).isEqualTo(4326);
    }

    @Test
    void of_eight_writers_one_wins_and_the_others_are_told_what_was_written() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int turn = 0; turn < TRIES; turn++) {
                race(pool, editing.plan(point("turn " + turn), false, "eva").id());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void race(ExecutorService pool, long id) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<String>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String note = "written by " + i;
            writers.add(() -> {
                start.await();
                try {
                    return editing.change(id, ExpectedVersion.of("\"v1\""), noted(note), note)
                            .orElseThrow()
                            .note();
                } catch (StaleMeasureException stale) {
                    return "lost to " + stale.current().note() + " at "
                            + stale.current().version();
                }
            });
        }
        List<String> told = new ArrayList<>();
        for (Future<String> answer : pool.invokeAll(writers)) {
            told.add(answer.get());
        }
        Measure now = measures.find(id).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        List<String> expected = new ArrayList<>(Collections.nCopies(WRITERS - 1, "lost to " + now.note() + " at 2"));
        expected.add(now.note());
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(measures.history(id)).extracting(MeasureRevision::note).containsExactly("", now.note());
    }

    @Test
    void keeps_each_state_with_who_saved_it() {
        long id = editing.plan(point("Ny lampa"), false, "eva").id();
        editing.change(id, ExpectedVersion.of("\"v1\""), noted("mitt emot nr 5"), "ali");
        editing.withdraw(id, ExpectedVersion.of("\"v2\""), "eva");
        editing.restore(id, "ali");

        assertThat(measures.history(id))
                .extracting(r -> r.key().version() + " " + r.action() + " " + r.savedBy() + " " + r.note())
                .containsExactly(
                        "1 planned eva ",
                        "2 changed ali mitt emot nr 5",
                        "3 withdrawn eva mitt emot nr 5",
                        "4 restored ali mitt emot nr 5");
        assertThat(measures.find(id).orElseThrow().isWithdrawn()).isFalse();
    }

    @Test
    void hides_a_withdrawn_measure_and_lets_nobody_change_it() {
        long id = editing.plan(point("Fel plats"), false, "eva").id();
        editing.withdraw(id, ExpectedVersion.of("\"v1\""), "eva");

        assertThat(measures.all(MeasureFilter.ALL)).extracting(Measure::id).doesNotContain(id);
        assertThat(editing.change(id, ExpectedVersion.of("\"v2\""), noted("x"), "ali"))
                .isEmpty();
        assertThat(editing.withdraw(id, ExpectedVersion.of("\"v2\""), "ali")).isEmpty();
    }

    @Test
    void writes_nothing_when_a_rule_is_broken() {
        long id = editing.plan(point("Lampa"), false, "eva").id();
        long before = measures.revision();

        assertThatThrownBy(() -> editing.change(
                        id, ExpectedVersion.of("\"v1\""), plan("LJU-1", "Lampa", "", MeasureStatus.DONE), "ali"))
                .isInstanceOf(RefusedRequestException.class);
        assertThatThrownBy(() -> editing.plan(plan("XXX-1", "?", "", MeasureStatus.PROPOSED), false, "ali"))
                .isInstanceOf(RefusedRequestException.class);

        assertThat(measures.revision()).isEqualTo(before);
        assertThat(measures.history(id)).hasSize(1);
    }

    @Test
    void finds_by_status_owner_kind_and_place() {
        MeasurePlan area = new MeasurePlan(
                "VAX-1",
                "Buskar",
                "Bostadsbolaget",
                MeasureStatus.IN_PROGRESS,
                null,
                null,
                "",
                null,
                null,
                WGS84.createPolygon(new Coordinate[] {
                    new Coordinate(20, 60), new Coordinate(20.2, 60), new Coordinate(20, 60.2), new Coordinate(20, 60)
                }));
        long id = editing.plan(area, false, "eva").id();
        Set<MeasureStatus> going = Set.of(MeasureStatus.IN_PROGRESS);

        assertThat(ids(new MeasureFilter(going, Set.of(), Set.of(), null))).containsExactly(id);
        assertThat(ids(new MeasureFilter(Set.of(), Set.of("Bostadsbolaget"), Set.of(), null)))
                .containsExactly(id);
        assertThat(ids(new MeasureFilter(Set.of(), Set.of(), Set.of("VAX-1"), null)))
                .containsExactly(id);
        assertThat(ids(at(new Bounds(20.05, 60.05, 20.3, 60.3)))).containsExactly(id);
        assertThat(ids(at(new Bounds(20.15, 60.15, 20.3, 60.3))))
                .as("within the area's box but outside the area")
                .isEmpty();
        assertThat(measures.owners()).contains("Bostadsbolaget");
    }

    private static MeasureFilter at(Bounds bounds) {
        return new MeasureFilter(Set.of(), Set.of(), Set.of(), bounds);
    }

    private List<Long> ids(MeasureFilter filter) {
        return measures.all(filter).stream().map(Measure::id).toList();
    }

    private static MeasurePlan point(String title) {
        return plan("LJU-1", title, "", MeasureStatus.PROPOSED);
    }

    private static MeasurePlan noted(String note) {
        return plan("LJU-1", "Lampa", note, MeasureStatus.PROPOSED);
    }

    private static MeasurePlan plan(String code, String title, String note, MeasureStatus status) {
        return new MeasurePlan(
                code,
                title,
                "Kommunen",
                status,
                null,
                null,
                note,
                null,
                null,
                WGS84.createPoint(new Coordinate(13.02, 58.08)));
    }
}
