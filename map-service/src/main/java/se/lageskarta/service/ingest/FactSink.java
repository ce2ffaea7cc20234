package se.lageskarta.service.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.RowSink;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.WaitingRow;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.IncidentLoad;
import se.lageskarta.service.storage.SourceKeys;
import se.lageskarta.service.storage.UnsafePlaceFacts;
import se.lageskarta.service.storage.WaitingLoad;

/** Writes the rows of one file to the stores, leaves out those the dataset already has, and keeps the findings. */
final class FactSink implements RowSink {
    /** Marks and features in one transaction. */
    private static final int BATCH_ROWS = 5_000;

    private final long importId;
    private final Crs crs;
    private final Findings findings;
    private final RunningImport running;
    private final @Nullable SourceKeys known;
    private final @Nullable IncidentLoad incidents;
    private final WaitingLoad waiting;
    private final UnsafePlaceFacts unsafePlaces;
    private final BaseFeatures baseFeatures;
    private final List<UnsafePlace> marks = new ArrayList<>();
    private final List<BaseFeature> features = new ArrayList<>();
    private long duplicates;
    private long written;

    FactSink(
            long importId,
            Crs crs,
            Findings findings,
            RunningImport running,
            @Nullable SourceKeys known,
            @Nullable IncidentLoad incidents,
            WaitingLoad waiting,
            UnsafePlaceFacts unsafePlaces,
            BaseFeatures baseFeatures) {
        this.importId = importId;
        this.crs = crs;
        this.findings = findings;
        this.running = running;
        this.known = known;
        this.incidents = incidents;
        this.waiting = waiting;
        this.unsafePlaces = unsafePlaces;
        this.baseFeatures = baseFeatures;
    }

    @Override
    public boolean wantsDegrees() {
        // the store works them out for a whole batch
        return false;
    }

    @Override
    public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
        if (incident.type().equals(SourceTypes.OTHER)) {
            findings.type(incident.sourceType());
        }
        if (isKnown(incident.sourceKey()) || incidents == null) {
            duplicates++;
        } else {
            incidents.add(incident, shape);
            written++;
        }
    }

    @Override
    public void waiting(long line, WaitingRow row) {
        if (row.type().equals(SourceTypes.OTHER)) {
            findings.type(row.sourceType());
        }
        if (isKnown(row.sourceKey())) {
            duplicates++;
        } else {
            waiting.add(line, row);
            written++;
        }
    }

    @Override
    public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
        if (isKnown(place.sourceKey())) {
            duplicates++;
            return;
        }
        marks.add(place);
        written++;
        if (marks.size() >= BATCH_ROWS) {
            writeMarks();
        }
    }

    @Override
    public void base(long line, BaseFeature feature) {
        features.add(feature);
        written++;
        if (features.size() >= BATCH_ROWS) {
            writeFeatures();
        }
    }

    @Override
    public void problem(RowProblem problem, Fate fate) {
        findings.add(problem, fate);
    }

    @Override
    public void progress(long rows, long bytesRead) {
        long rejected = Math.min(rows, findings.rejected());
        // how many of the others are uncertain is known at the end
        running.progress(rows, bytesRead, new ImportCounts(rows, rows - rejected, 0, rejected, duplicates));
    }

    /** Writes what waits. */
    void finish() {
        if (incidents != null) {
            incidents.flush();
        }
        waiting.flush();
        writeMarks();
        writeFeatures();
    }

    long duplicates() {
        return duplicates;
    }

    /** Rows that the dataset did not have before. */
    long written() {
        return written;
    }

    private boolean isKnown(long sourceKey) {
        return known != null && known.contains(sourceKey);
    }

    private void writeMarks() {
        unsafePlaces.add(importId, crs, List.copyOf(marks));
        marks.clear();
    }

    private void writeFeatures() {
        baseFeatures.add(importId, List.copyOf(features));
        features.clear();
    }
}
