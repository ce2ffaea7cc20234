package se.lageskarta.service.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Two different releases approved at the same moment, by two processes that share nothing but the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApprovalsAtOnceContract {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor anna;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        TownOfHomes.into(service, 0, 0);
        anna = service.as("communicator");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void of_two_that_overlap_the_second_is_judged_with_the_first() throws Exception {
        long whole = waiting("helar", "year", 2025);
        long half = waiting("halvar", "h1", 2025);
        List<String> answers = approvedAtOnce(whole, half);
        assertThat(answers).contains("approved").isSubsetOf("approved", "publication.gate");
        assertThat(knowsTheOther(answers.get(0), whole, "halvar") + knowsTheOther(answers.get(1), half, "helar"))
                .as("how many of them were judged with the other")
                .isEqualTo(1);
        long open = Stream.of("helar", "halvar")
                .filter(slug -> service.stranger().get("/public/" + slug + "/").statusCode() == 200)
                .count();
        assertThat(open).isEqualTo(answers.stream().filter("approved"::equals).count());
    }

    @Test
    void of_two_that_do_not_overlap_both_are_published_and_of_the_same_areas() throws Exception {
        long first = waiting("forsta", "h1", 2024);
        long second = waiting("andra", "h2", 2024);
        assertThat(approvedAtOnce(first, second)).containsExactly("approved", "approved");
        assertThat(knowsTheOther("approved", first, "andra") + knowsTheOther("approved", second, "forsta"))
                .isEqualTo(1);
        List<Long> areas = service.part(PublicReleases.class).all().stream()
                .map(PublicReleases.Published::areasId)
                .distinct()
                .toList();
        assertThat(areas).hasSize(1);
    }

    /** 1 when the gate refused it, or when its frozen report sets it beside the other. */
    private int knowsTheOther(String answer, long id, String other) {
        if (!answer.equals("approved")) {
            return 1;
        }
        String report = service.part(PublicReleases.class).report(id).orElseThrow();
        return JSON.readTree(report)
                        .at("/difference/previous/slug")
                        .asString("")
                        .equals(other)
                ? 1
                : 0;
    }

    /** Answers {@code approved}, or the code of the refusal, in the order of the publications. */
    private List<String> approvedAtOnce(long one, long other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = threads.submit(approving(one, together));
            Future<String> second = threads.submit(approving(other, together));
            return List.of(answer(first), answer(second));
        } finally {
            threads.shutdown();
        }
    }

    private Callable<String> approving(long id, CyclicBarrier together) {
        // one for each, as two processes have: what they share is the database
        ApprovePublication approve = new ApprovePublication(
                service.part(Publications.class),
                service.part(PublicReleases.class),
                service.part(PrepareRelease.class),
                service.part(WriteRelease.class),
                service.part(TransactionOperations.class),
                service.part(Clock.class));
        String tag =
                anna.get("/api/publications/" + id).headers().firstValue("ETag").orElseThrow();
        return () -> {
            together.await();
            approve.now(id, ExpectedVersion.of(tag), "Sett", "bo").orElseThrow();
            return "approved";
        };
    }

    private static String answer(Future<String> approval) throws InterruptedException {
        try {
            return approval.get();
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(ProblemException.class);
            return ((ProblemException) failed.getCause()).code();
        }
    }

    private long waiting(String slug, String part, int year) {
        String plan = """
                {"slug":"%s","title":{"sv":"Trygghet","en":"Safety"},"year":%d,"part":"%s","groups":[],
                "publisher":"Påhittade kommunen","contact":"trygghet@example.se"}""".formatted(slug, year, part);
        HttpResponse<String> begun = anna.send("POST", "/api/publications", plan, "Content-Type", "application/json");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String address = begun.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> sent = anna.send(
                "POST",
                address + "/send",
                null,
                "If-Match",
                begun.headers().firstValue("ETag").orElseThrow());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        return JSON.readTree(sent.body()).get("id").asLong();
    }
}
