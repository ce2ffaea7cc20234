package se.lageskarta.service.reports;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.service.evidence.DatasetGroups;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.IncidentLoad;
import se.lageskarta.service.storage.NewDataset;

/**
 * Makes an incident of a report, and takes it back. Each is an import of one row into the dataset of reports, so that
 * it appears and disappears whole, together with what is saved about the report in the same transaction. The incident
 * holds what, where and when; no words and no sender.
 */
@Component
class CountReports {
    private static final String NAME = "Rapporter";
    private static final String INVENTED_NAME = "Rapporter (påhittade)";
    private static final String SOURCE = "Rapporter från fältet";
    /** A place known no better than this is an area and takes no part in point methods, metres. */
    private static final double POINT_METRES = 100;
    /** As far from other data as a place still belongs to them, degrees. */
    private static final double GROUP_DEGREES = 0.5;

    private final Datasets datasets;
    private final Imports imports;
    private final IncidentFacts incidents;
    private final Evidence evidence;
    private final SiteSettings site;
    private final ApplicationEventPublisher events;

    CountReports(
            Datasets datasets,
            Imports imports,
            IncidentFacts incidents,
            Evidence evidence,
            SiteSettings site,
            ApplicationEventPublisher events) {
        this.datasets = datasets;
        this.imports = imports;
        this.incidents = incidents;
        this.evidence = evidence;
        this.site = site;
        this.events = events;
    }

    /**
     * Lets one at a time change what reports count as and which ones are the same, until the caller's transaction ends. Two
     * who merge two reports into each other at once would leave none; two who count would wait for each other.
     */
    void inTurn() {
        datasets.inTurn();
    }

    /** True while the report is among the incidents; not when somebody has taken the whole dataset back. */
    boolean isCounted(Report report) {
        Long importId = report.factImport();
        return importId != null
                && imports.find(importId)
                        .filter(run -> run.state() == ImportState.COMPLETE)
                        .isPresent();
    }

    /** Counts a report with a place that is not counted; within the caller's transaction. */
    void add(Report report, String who) {
        Point place = Objects.requireNonNull(report.place());
        Dataset dataset = dataset(report, place);
        ImportRun run = imports.start(dataset.id(), Imports.NO_FILE + "report/" + report.id(), who);
        try (IncidentLoad load = incidents.load(run.id(), dataset.crs())) {
            load.add(incident(report, place, dataset.crs()));
        }
        imports.complete(run.id(), new ImportCounts(1, 1, 0, 0, 0), "{}", List.of());
        report.countAs(run.id());
    }

    /** Takes a report out of the incidents if it is among them; within the caller's transaction. */
    void takeBack(Report report) {
        Long importId = report.factImport();
        if (importId != null && isCounted(report)) {
            imports.withdraw(importId);
        }
        report.countAs(null);
    }

    /**
     * Says again that incidents have changed. Said first within the transaction, when others still see what was
     * before; to be called after it.
     */
    void tell() {
        for (String name : List.of(NAME, INVENTED_NAME)) {
            datasets.named(name, DatasetKind.INCIDENTS)
                    .ifPresent(dataset -> events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind())));
        }
    }

    private Dataset dataset(Report report, Point place) {
        String name = report.invented() ? INVENTED_NAME : NAME;
        String owner = site.municipality().isEmpty() ? "Kommunen" : site.municipality();
        return datasets.named(name, DatasetKind.INCIDENTS)
                .orElseGet(() -> datasets.namedOrNew(new NewDataset(
                        name, DatasetKind.INCIDENTS, null, crsAt(place), owner, SOURCE, report.invented())));
    }

    /** The system of the incidents around, so that they are analysed together. */
    private Crs crsAt(Point place) {
        return DatasetGroups.of(evidence.now().datasets()).groups().stream()
                .filter(group -> isIn(group.bounds(), place))
                .flatMap(group -> group.datasets().stream())
                .map(Dataset::crs)
                .findFirst()
                .orElseGet(() -> WorkingCrs.choose(Crs.WGS84, place.getX(), place.getY()));
    }

    private static boolean isIn(@Nullable Bounds bounds, Point place) {
        return bounds != null && bounds.grownBy(GROUP_DEGREES).contains(place.getX(), place.getY());
    }

    private static Incident incident(Report report, Point place, Crs crs) {
        double[] metres = Projection.of(crs).fromLonLat(place.getX(), place.getY());
        Double accuracy = report.accuracyMetres();
        boolean point = accuracy == null || accuracy <= POINT_METRES;
        return new Incident(
                0,
                0,
                report.id(),
                metres[0],
                metres[1],
                point ? PlacePrecision.ADDRESS : PlacePrecision.AREA,
                report.when(),
                report.type(),
                report.type(),
                1);
    }
}
