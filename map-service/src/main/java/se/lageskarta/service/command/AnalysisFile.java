package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.read.BaseFeature;
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
 * A file in memory, as an analysis wants it. Rows are numbered from 1 as they come; a row that cannot be used keeps its
 * number to itself, so that numbers match those of the file's rows.
 *
 * @param crs the system analysed in, metres
 * @param incidents all incidents; none when the file holds survey marks
 * @param marks all marks; none when the file holds incidents
 * @param number of each row
 * @param tally what came of the file's rows
 */
record AnalysisFile(Crs crs, Incidents incidents, UnsafePlaces marks, int[] number, ReadTally tally) {
    static AnalysisFile read(Path file, @Nullable Crs crs, @Nullable FileKind kind, ColumnMapping mapping)
            throws IOException, UnreadableFileException {
        ReadOptions options = new ReadOptions(crs, kind, mapping, SourceTypes.shipped(), null);
        FilePlan plan = IncidentReader.plan(file, String.valueOf(file.getFileName()), options);
        if (plan.kind() == FileKind.BASE) {
            throw new UsageException(file + " är ett lager i bakgrundskartan; inget att analysera. Is a layer of the"
                    + " background map; nothing to analyse.");
        }
        Rows rows = new Rows(plan.workingCrs(), Math.toIntExact(plan.rows()));
        ReadTally tally = IncidentReader.read(plan, rows);
        return new AnalysisFile(
                plan.workingCrs(),
                rows.incidents.build(),
                new UnsafePlaces(plan.workingCrs(), rows.marks),
                Arrays.copyOf(rows.number, rows.kept),
                tally);
    }

    boolean isSurvey() {
        return marks.size() > 0;
    }

    double[] x() {
        return isSurvey() ? marks.x() : incidents.x();
    }

    double[] y() {
        return isSurvey() ? marks.y() : incidents.y();
    }

    /** How much each row counts. */
    double[] weight() {
        double[] weight = new double[number.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = isSurvey() ? marks.marks().get(i).severity() : incidents.weight()[i];
        }
        return weight;
    }

    private static final class Rows implements RowSink {
        private final Incidents.Builder incidents;
        private final List<UnsafePlace> marks = new ArrayList<>();
        private int[] number;
        private int kept;
        private int seen;

        private Rows(Crs crs, int expected) {
            incidents = Incidents.builder(crs, expected);
            number = new int[Math.max(16, expected)];
        }

        @Override
        public void incident(long line, Incident incident, double lon, double lat) {
            incidents.add(incident);
            keep();
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            marks.add(place);
            keep();
        }

        @Override
        public void base(long line, BaseFeature feature) {
            throw new IllegalStateException("a base feature in a file of facts, line " + line);
        }

        @Override
        public void problem(RowProblem problem, Fate fate) {
            seen += fate == Fate.REJECTED ? 1 : 0;
        }

        private void keep() {
            if (kept == number.length) {
                number = Arrays.copyOf(number, kept * 2);
            }
            number[kept++] = ++seen;
        }
    }
}
