package se.lageskarta.service.waves;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.service.jobs.Nightly;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.UnsafePlaceFacts;

/**
 * Erases (gallrar) the single answers of waves whose time is over, when a decision says so: what people wrote, answers to
 * the wave's own questions, which marks are the same person's, the order they came in, and the day but for its month.
 * Places with feeling, reasons and time of day stay, each person once a place, and so does what was counted. Each wave
 * is one transaction, so the work may be interrupted and taken up again; the map follows it.
 */
@Service
class EraseOldAnswers implements Nightly {
    private static final Logger LOG = LoggerFactory.getLogger(EraseOldAnswers.class);

    private final SurveyWaves waves;
    private final SurveyMarks marks;
    private final WaveResults results;
    private final PublishWave publishing;
    private final Datasets datasets;
    private final UnsafePlaceFacts facts;
    private final TransactionOperations transactions;
    private final ErasureDecision decided;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EraseOldAnswers(
            SurveyWaves waves,
            SurveyMarks marks,
            WaveResults results,
            PublishWave publishing,
            Datasets datasets,
            UnsafePlaceFacts facts,
            TransactionOperations transactions,
            ErasureDecision decided,
            Clock clock) {
        this.waves = waves;
        this.marks = marks;
        this.results = results;
        this.publishing = publishing;
        this.datasets = datasets;
        this.facts = facts;
        this.transactions = transactions;
        this.decided = decided;
        this.clock = clock.withZone(EditWaves.SWEDEN);
    }

    @Override
    public String what() {
        return "erasing answers of old survey waves";
    }

    @Override
    public void doNightly() {
        erase();
    }

    /**
     * Erases what is due; nothing without a decision.
     *
     * @return how many waves there were
     */
    int erase() {
        List<Long> due =
                waves.all().stream().filter(this::isDue).map(SurveyWave::id).toList();
        for (long id : due) {
            transactions.executeWithoutResult(
                    status -> waves.findForChange(id).filter(this::isDue).ifPresent(this::erase));
            publishing.publish(id);
        }
        return due.size();
    }

    private boolean isDue(SurveyWave wave) {
        return wave.hasBeenOpened()
                && !wave.isErased()
                && LocalDate.now(clock).isAfter(wave.keptUntil())
                && !decided.of(wave).isEmpty();
    }

    private void erase(SurveyWave wave) {
        marks.lock(wave.id());
        String decision = decided.of(wave);
        List<StoredMark> stored = marks.of(wave.id());
        WaveCounts counted = results.onPage(wave, stored);
        Dataset dataset = wave.datasetId() == null
                ? null
                : datasets.find(wave.datasetId()).orElse(null);
        LocalVoices voices = new LocalVoices(random);
        marks.replaceAll(wave.id(), withoutPeople(wave, stored, results.crs(wave, dataset), voices));
        Long own = wave.importId();
        if (dataset != null) {
            facts.renumber(dataset, own == null ? 0 : own, voices::of);
        }
        wave.erase(decision, EditWaves.salt(random), counted, clock);
        waves.save(wave);
        marks.changed(wave.id());
        LOG.info("answers of survey wave {} erased by decision {}: {} marks", wave.slug(), decision, stored.size());
    }

    /** Each person once a place, in no order, under numbers that hold within a neighbourhood. */
    private List<StoredMark> withoutPeople(SurveyWave wave, List<StoredMark> stored, Crs crs, LocalVoices voices) {
        Map<Long, StoredMark> byId = stored.stream().collect(Collectors.toMap(StoredMark::id, Function.identity()));
        List<StoredMark> left = new ArrayList<>();
        for (UnsafePlace place : OnceAPlace.of(MarkPlaces.of(stored, crs))) {
            StoredMark first = byId.get(place.sourceKey());
            if (first != null) {
                left.add(withoutPerson(wave, first, place, voices.of(place)));
            }
        }
        Collections.shuffle(left, random);
        return left;
    }

    private StoredMark withoutPerson(SurveyWave wave, StoredMark first, UnsafePlace place, long number) {
        Mark said = first.mark();
        boolean sameTime = java.util.Objects.equals(said.time().dark(), place.dark());
        int severity = said.severity() == 0 && place.severity() <= 1 ? 0 : (int) place.severity();
        Mark mark = new Mark(
                said.lon(),
                said.lat(),
                said.accuracyMetres(),
                said.safe(),
                sameTime ? said.time() : TimeOfDay.NONE,
                severity,
                place.reasons(),
                "");
        LocalDate month = first.markedOn().withDayOfMonth(1);
        LocalDate day = month.isBefore(wave.opensOn()) ? wave.opensOn() : month;
        return new StoredMark(0, wave.id(), number, EditWaves.salt(random), mark, WordsState.NONE, "", 1, day);
    }
}
