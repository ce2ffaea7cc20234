package se.lageskarta.service.waves;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportEndedException;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.NewDataset;
import se.lageskarta.service.storage.UnsafePlaceFacts;

/**
 * Puts a wave's answers on the map: as one import of the wave's dataset that is replaced whole, each person once a place.
 * Files may be imported into the same dataset beside it. An import that somebody has taken back stays taken back.
 */
@Service
class PublishWave {
    private final SurveyWaves waves;
    private final SurveyMarks marks;
    private final WaveArea area;
    private final Datasets datasets;
    private final Imports imports;
    private final UnsafePlaceFacts facts;
    private final Clock clock;

    PublishWave(
            SurveyWaves waves,
            SurveyMarks marks,
            WaveArea area,
            Datasets datasets,
            Imports imports,
            UnsafePlaceFacts facts,
            Clock clock) {
        this.waves = waves;
        this.marks = marks;
        this.area = area;
        this.datasets = datasets;
        this.imports = imports;
        this.facts = facts;
        this.clock = clock;
    }

    /** Gives a wave that is opened the dataset of its name, and in it the import that its marks will be. */
    void begin(SurveyWave wave, String who) {
        Long known = wave.datasetId();
        if (known != null && datasets.find(known).isPresent()) {
            return;
        }
        datasets.inTurn();
        Dataset dataset = datasets.named(wave.title(), DatasetKind.UNSAFE_PLACES)
                .filter(existing ->
                        waves.all().stream().noneMatch(other -> other.id() != wave.id() && isIn(other, existing)))
                .orElseGet(() -> create(wave));
        ImportRun run = imports.start(dataset.id(), "/survey/" + wave.slug(), who);
        imports.complete(run.id(), ImportCounts.NONE, "{}", List.of());
        wave.publishInto(dataset.id(), run.id());
    }

    /**
     * Puts the answers on the map when it is behind them.
     *
     * @return false when the wave's import was taken back, so that nothing is shown
     */
    boolean publish(long waveId) {
        SurveyWave wave = waves.find(waveId).orElseThrow();
        Long importId = wave.importId();
        Long datasetId = wave.datasetId();
        if (importId == null || datasetId == null) {
            return false;
        }
        if (!marks.progress(waveId).isBehind()) {
            return imports.find(importId).orElseThrow().state() == ImportState.COMPLETE;
        }
        Crs crs = datasets.find(datasetId).orElseThrow().crs();
        try {
            imports.replace(importId, () -> write(waveId, importId, crs));
            return true;
        } catch (ImportEndedException takenBack) {
            return false;
        }
    }

    private ImportCounts write(long waveId, long importId, Crs crs) {
        SurveyMarks.Progress progress = marks.lock(waveId);
        List<UnsafePlace> places = OnceAPlace.of(MarkPlaces.of(marks.of(waveId), crs));
        facts.add(importId, crs, places);
        marks.published(waveId, progress.answers(), clock.instant());
        return new ImportCounts(places.size(), places.size(), 0, 0, 0);
    }

    private Dataset create(SurveyWave wave) {
        Bounds box = area.bounds(wave);
        Crs crs = MarkPlaces.system((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
        String name = datasets.named(wave.title(), DatasetKind.UNSAFE_PLACES).isEmpty()
                ? wave.title()
                : wave.title() + " (" + wave.slug() + ")";
        return datasets.create(new NewDataset(
                name, DatasetKind.UNSAFE_PLACES, null, crs, wave.owner(), "/survey/" + wave.slug(), isInvented()));
    }

    /** What is asked with an account of the demo is made up, like the town it is asked in. */
    private static boolean isInvented() {
        Person person = Person.current();
        return person != null && person.isDemo();
    }

    private static boolean isIn(SurveyWave wave, Dataset dataset) {
        Long id = wave.datasetId();
        return id != null && id == dataset.id();
    }
}
