package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.ReadTally;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.RowSink;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * A file in memory, as an analysis wants it. A row's id is its number in the file, from 1; a row that cannot be used
 * keeps its number to itself, so that numbers match those of the file's rows.
 *
 * @param crs the system analysed in, metres
 * @param incidents all incidents; none when the file holds survey marks
 * @param marks all marks; none when the file holds incidents
 * @param tally what came of the file's rows
 */
record AnalysisFile(Crs crs, Incidents incidents, UnsafePlaces marks, ReadTally tally) {
    /** Reads incidents, or marks, in the system that suits the file. */
    static AnalysisFile read(Path file, @Nullable Crs crs, @Nullable FileKind kind, ColumnMapping mapping)
            throws IOException, UnreadableFileException {
        FilePlan plan = plan(file, new ReadOptions(crs, kind, mapping, SourceTypes.shipped(), null));
        return read(plan, plan.workingCrs());
    }

    /** Reads marks in the system of the incidents that they are looked at with. */
    static UnsafePlaces readMarks(Path file, Crs into) throws IOException, UnreadableFileException {
        ReadOptions options =
                new ReadOptions(null, FileKind.UNSAFE_PLACES, ColumnMapping.NONE, SourceTypes.shipped(), null);
        return read(plan(file, options), into).marks;
    }

    /** Reads the geometries of a layer of the background map into a system of metres. */
    static List<Geometry> readShapes(Path file, BaseRole role, Crs into) throws IOException, UnreadableFileException {
        ReadOptions options = new ReadOptions(null, FileKind.BASE, ColumnMapping.NONE, SourceTypes.shipped(), role);
        FilePlan plan = IncidentReader.plan(file, String.valueOf(file.getFileName()), options);
        Rows rows = new Rows(into, into, 0);
        IncidentReader.read(plan, rows);
        Projection projection = Projection.metric(into);
        return rows.shapes.stream()
                .map(degrees -> ProjectedGeometry.fromLonLat(degrees, projection))
                .toList();
    }

    private static FilePlan plan(Path file, ReadOptions options) throws IOException, UnreadableFileException {
        FilePlan plan = IncidentReader.plan(file, String.valueOf(file.getFileName()), options);
        if (plan.kind() == FileKind.BASE) {
            throw new UsageException(file + " är ett lager i bakgrundskartan; inget att analysera. Is a layer of the"
                    + " background map; nothing to analyse.");
        }
        return plan;
    }

    private static AnalysisFile read(FilePlan plan, Crs into) throws IOException, UnreadableFileException {
        Rows rows = new Rows(plan.workingCrs(), into, Math.toIntExact(plan.rows()));
        ReadTally tally = IncidentReader.read(plan, rows);
        return new AnalysisFile(into, rows.incidents.build(), new UnsafePlaces(into, rows.marks), tally);
    }

    private static final class Rows implements RowSink {
        private final Incidents.Builder incidents;
        private final List<UnsafePlace> marks = new ArrayList<>();
        private final List<Geometry> shapes = new ArrayList<>();
        /** The way into another system than the file's own; null when it is the same. */
        private final @Nullable Projection way;

        /** Rows of the file so far. */
        private int seen;

        private Rows(Crs own, Crs into, int expected) {
            incidents = Incidents.builder(into, expected);
            way = own.equals(into) ? null : Projection.metric(into);
        }

        @Override
        public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
            seen++;
            double[] at = place(incident.x(), incident.y(), lon, lat);
            incidents.add(
                    seen,
                    incident.datasetId(),
                    at[0],
                    at[1],
                    incident.precision(),
                    incident.time().fromMinute(),
                    incident.time().toMinute(),
                    incident.type(),
                    incident.weight());
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            seen++;
            double[] at = place(place.x(), place.y(), lon, lat);
            marks.add(new UnsafePlace(
                    seen,
                    place.datasetId(),
                    place.sourceKey(),
                    at[0],
                    at[1],
                    place.radiusMetres(),
                    place.safe(),
                    place.severity(),
                    place.respondent(),
                    place.day(),
                    place.dark(),
                    place.reasons()));
        }

        @Override
        public void base(long line, BaseFeature feature) {
            shapes.add(feature.geometry());
        }

        @Override
        public void problem(RowProblem problem, Fate fate) {
            seen += fate == Fate.REJECTED ? 1 : 0;
        }

        private double[] place(double x, double y, double lon, double lat) {
            return way == null ? new double[] {x, y} : way.fromLonLat(lon, lat);
        }
    }
}
