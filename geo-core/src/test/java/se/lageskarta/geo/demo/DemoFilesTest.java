package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.ReadTally;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.RowSink;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.survey.UnsafePlace;

/** The town's files go through the same door as a municipality's own, with nothing explained by hand. */
class DemoFilesTest {
    private static final DemoTown TOWN = DemoTown.generate(1);

    @TempDir
    Path folder;

    @Test
    void incidents_are_recognised_and_come_back_one_by_one() throws Exception {
        TOWN.writeFiles(folder);
        Heard heard = new Heard();
        FilePlan plan = plan("incidents.csv");
        ReadTally tally = IncidentReader.read(plan, heard);
        assertThat(plan.kind()).isEqualTo(FileKind.INCIDENTS);
        assertThat(plan.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(tally.rejected()).isZero();
        assertThat(heard.incidents).hasSameSizeAs(TOWN.incidents());
        for (int i = 0; i < heard.incidents.size(); i++) {
            Incident written = TOWN.incidents().get(i);
            Incident read = heard.incidents.get(i);
            assertThat(read.type()).isEqualTo(written.type());
            assertThat(read.time()).isEqualTo(written.time());
            assertThat(read.precision()).isEqualTo(written.precision());
            assertThat(Math.hypot(read.x() - written.x(), read.y() - written.y()))
                    .isLessThan(0.01);
        }
    }

    @Test
    void the_survey_is_recognised_as_one() throws Exception {
        TOWN.writeFiles(folder);
        Heard heard = new Heard();
        FilePlan plan = plan("survey.csv");
        ReadTally tally = IncidentReader.read(plan, heard);
        assertThat(plan.kind()).isEqualTo(FileKind.UNSAFE_PLACES);
        assertThat(tally.rejected()).isZero();
        assertThat(heard.marks).hasSize(320);
        for (int i = 0; i < heard.marks.size(); i++) {
            UnsafePlace written = TOWN.survey().get(i);
            UnsafePlace read = heard.marks.get(i);
            assertThat(read.safe()).isEqualTo(written.safe());
            assertThat(read.day()).isEqualTo(written.day());
            assertThat(read.dark()).isEqualTo(written.dark());
            assertThat(read.reasons()).isEqualTo(written.reasons());
        }
    }

    private FilePlan plan(String name) throws Exception {
        return IncidentReader.plan(folder.resolve(name), name, ReadOptions.recognise(SourceTypes.shipped()));
    }

    private static final class Heard implements RowSink {
        final List<Incident> incidents = new ArrayList<>();
        final List<UnsafePlace> marks = new ArrayList<>();

        @Override
        public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
            incidents.add(incident);
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            marks.add(place);
        }

        @Override
        public void base(long line, BaseFeature feature) {}

        @Override
        public void problem(RowProblem problem, Fate fate) {}
    }
}
