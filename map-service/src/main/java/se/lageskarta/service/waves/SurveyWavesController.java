package se.lageskarta.service.waves;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.OwnAddress;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.QrPicture;

/** Survey waves for those who ask: list, draft, change, open, close, remove, and put answers on the map at once. */
@RestController
class SurveyWavesController {
    private final SurveyWaves waves;
    private final SurveyMarks marks;
    private final EditWaves editing;
    private final PublishWave publishing;
    private final ErasureDecision decided;
    private final Datasets datasets;
    private final OwnAddress own;
    private final Clock clock;

    SurveyWavesController(
            SurveyWaves waves,
            SurveyMarks marks,
            EditWaves editing,
            PublishWave publishing,
            ErasureDecision decided,
            Datasets datasets,
            OwnAddress own,
            Clock clock) {
        this.waves = waves;
        this.marks = marks;
        this.editing = editing;
        this.publishing = publishing;
        this.decided = decided;
        this.datasets = datasets;
        this.own = own;
        this.clock = clock.withZone(EditWaves.SWEDEN);
    }

    record Waves(List<ToldWave> waves) {}

    /** @param onMap false when somebody has taken the wave's marks back from the map */
    record Published(boolean onMap) {}

    @GetMapping("/api/survey-waves")
    Waves all(HttpServletRequest request, HttpServletResponse response) {
        Parameters.of(request.getParameterMap(), Set.of());
        response.setHeader("Cache-Control", Answers.ASK_EACH_TIME);
        return new Waves(waves.all().stream().map(this::told).toList());
    }

    /** @param qr the address as rows of a QR code's squares, {@code 1} for a dark one */
    record Link(String address, List<String> qr) {}

    /** Where people answer, for a poster or a letter. */
    @GetMapping("/api/survey-waves/{id}/link")
    ResponseEntity<Link> link(@PathVariable String id, HttpServletRequest request) {
        SurveyWave wave = waves.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        String address = own.of(request) + "/survey/" + wave.slug();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Link(address, QrPicture.of(address).rows()));
    }

    /** Without an ETag: answers come in while the wave itself stays at its version, which is in the answer. */
    @GetMapping("/api/survey-waves/{id}")
    ResponseEntity<ToldWave> one(@PathVariable String id) {
        SurveyWave wave = waves.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(wave));
    }

    @PostMapping("/api/survey-waves")
    ResponseEntity<ToldWave> draft(@RequestBody SentWave sent, Principal who) {
        SurveyWave wave = editing.draft(sent.plan(), who.getName());
        return ResponseEntity.created(URI.create("/api/survey-waves/" + wave.id()))
                .eTag(tag(wave))
                .body(told(wave));
    }

    @PutMapping("/api/survey-waves/{id}")
    ResponseEntity<ToldWave> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SentWave sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = Numbers.of(id);
        return edited(() -> editing.change(number, expected, sent.plan(), who.getName()), sent);
    }

    @PostMapping("/api/survey-waves/{id}/open")
    ResponseEntity<ToldWave> open(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return edited(() -> editing.open(Numbers.of(id), expected, who.getName()), null);
    }

    @PostMapping("/api/survey-waves/{id}/close")
    ResponseEntity<ToldWave> close(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return edited(() -> editing.close(Numbers.of(id), expected, who.getName()), null);
    }

    /** Removes a draft that was never opened. */
    @DeleteMapping("/api/survey-waves/{id}")
    void remove(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletResponse response)
            throws IOException {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        edited(() -> editing.remove(Numbers.of(id), expected), null);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Does not wait for the next round of putting answers on the map. */
    @PostMapping("/api/survey-waves/{id}/publish")
    Published publish(@PathVariable String id) {
        SurveyWave wave = waves.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return new Published(publishing.publish(wave.id()));
    }

    private ResponseEntity<ToldWave> edited(Supplier<Optional<SurveyWave>> edit, @Nullable SentWave sent) {
        try {
            return answer(edit.get().orElseThrow(ProblemException::notFound));
        } catch (StaleWaveException stale) {
            SurveyWave current = stale.current();
            ProblemException problem = ProblemException.of(
                            412, "wave.stale", current.updatedBy(), (int) current.version())
                    .with("current", told(current));
            throw sent == null ? problem : problem.with("yours", sent);
        }
    }

    private ResponseEntity<ToldWave> answer(SurveyWave wave) {
        return ResponseEntity.ok()
                .eTag(tag(wave))
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(wave));
    }

    private ToldWave told(SurveyWave wave) {
        Long dataset = wave.datasetId();
        String name = dataset == null
                ? null
                : datasets.find(dataset).map(Dataset::name).orElse(null);
        return ToldWave.of(wave, LocalDate.now(clock), marks.size(wave.id()), decided.of(wave), name);
    }

    private static String tag(SurveyWave wave) {
        return "\"v" + wave.version() + "\"";
    }
}
