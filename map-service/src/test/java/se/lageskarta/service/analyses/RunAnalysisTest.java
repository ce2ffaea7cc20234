package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.geo.analysis.Needs;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.geo.analysis.Suits;
import se.lageskarta.geo.analysis.Topic;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Runs that are too long, cancelled or refused by the core, with analyses made for it. */
class RunAnalysisTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    /** Does what the test says. */
    private record Made(String name, long effort, Run run) implements Analysis {
        interface Run {
            AnalysisResult run(BooleanSupplier stop);
        }

        @Override
        public Topic topic() {
            return Topic.WHERE;
        }

        @Override
        public Needs needs() {
            return Needs.EITHER;
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.number("eps", "m", 1, 100), Setting.whole("permutations", "", 1, 99_999));
        }

        @Override
        public Suits suits(AnalysisQuestion question) {
            return Suits.possible("ja", "yes");
        }

        @Override
        public long effort(AnalysisQuestion question, Chosen chosen) {
            return effort;
        }

        @Override
        public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
            return run.run(stop);
        }
    }

    @BeforeAll
    static void open() {
        service = RunningService.onH2(folder);
        InventedEvidence.into(service);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void what_would_take_too_long_is_refused_with_the_estimate_and_never_begun() {
        Made long_ = new Made("long", 3_600_000_000_000L, stop -> {
            throw new AssertionError("begun");
        });

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> answer(long_, "anna", null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("analysis.too-much");
    }

    @Test
    void a_run_is_cancelled_by_the_account_that_started_it_and_by_no_other() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Made endless = new Made("endless", 1, stop -> {
            begun.countDown();
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            throw new CancellationException();
        });
        CompletableFuture<ProblemException> asked = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ProblemException.class, () -> answer(endless, "demo-est-member", "mine")));
        begun.await();
        Visitor member = service.as("est-member");
        Visitor coordinator = service.as("est-coordinator");

        assertThat(cancel(coordinator, "mine")).isEqualTo(404);
        assertThat(cancel(service.as("planner"), "mine")).isEqualTo(403);
        assertThat(asked).isNotDone();
        assertThat(cancel(member, "mine")).isEqualTo(204);

        assertThat(asked.join().status()).isEqualTo(409);
        ended.await();
        assertThat(cancel(member, "mine")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'eps is 5.0, but must be at most 3', eps, 422, analysis.refused",
        "'epsMetres is 5.0, but must be at most 3', eps, 422, analysis.refused",
        "'rows is 5, but must be at least 30', method, 422, analysis.refused",
        "'eps is missing, but must be given', eps, 400, parameter.missing"
    })
    void what_the_core_refuses_names_the_setting(String message, String field, int status, String code) {
        Made refusing = new Made("refusing" + message.hashCode(), 1, stop -> {
            throw new IllegalArgumentException(message);
        });

        RefusedRequestException refused =
                catchThrowableOfType(RefusedRequestException.class, () -> answer(refusing, "anna", null));

        assertThat(refused.status()).isEqualTo(status);
        FieldFault fault = refused.faults().get(0);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void a_grid_of_too_many_squares_is_told_how_many() {
        Made large = new Made("large", 1, stop -> {
            Grid.covering(0, 0, 1e9, 1e9, 1);
            throw new AssertionError("was made");
        });

        RefusedRequestException refused =
                catchThrowableOfType(RefusedRequestException.class, () -> answer(large, "anna", null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults().get(0).code()).isEqualTo("analysis.grid");
        assertThat(refused.faults().get(0).arguments()).contains((long) Grid.MAX_CELLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Comparison method violates its general contract!", "bound must be positive"})
    void a_fault_of_ours_is_not_called_the_askers(String message) {
        Made broken = new Made("broken" + message.hashCode(), 1, stop -> {
            throw new IllegalArgumentException(message);
        });

        assertThatThrownBy(() -> answer(broken, "anna", null))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Answered answer(Analysis analysis, String account, String id) {
        return service.part(RunAnalysis.class)
                .answer(
                        new AnalysisRequest(
                                analysis,
                                service.part(Questions.class).of(Parameters.none()),
                                Chosen.of(analysis, Map.of()),
                                1,
                                id),
                        account);
    }

    private static int cancel(Visitor visitor, String id) {
        return visitor.send("DELETE", "/api/analyses/runs/" + id, null).statusCode();
    }
}
