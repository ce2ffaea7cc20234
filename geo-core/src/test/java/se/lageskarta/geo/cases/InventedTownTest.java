package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/** The invented town that the project carries: what independent programs counted there, and what was planted. */
class InventedTownTest {
    private static final double LABEL_X = 388_377.89;
    private static final double LABEL_Y = 6_431_744.41;

    private CasePoints incidents;
    private CasePoints survey;

    @BeforeEach
    void read() throws IOException, URISyntaxException {
        incidents = CasePoints.read(path("incidents.csv"));
        survey = CasePoints.read(path("survey.csv"));
    }

    @ParameterizedTest
    @CsvSource({"151, 12, 10, 1937, 803", "251, 5, 7, 2456, 481", "51, 10, 12, 1024, 1842", "51, 4, 75, 1518, 1265"})
    void counts_the_clusters_that_three_other_programs_count(double eps, int least, int clusters, int core, int noise) {
        check(new Dbscan(eps, least).fit(incidents.x(), incidents.y()), clusters, core, noise);
    }

    @Test
    void counts_the_clusters_of_survey_marks_by_number_and_by_weight() {
        check(new Dbscan(61, 5).fit(survey.x(), survey.y()), 3, 217, 93);
        check(new Dbscan(61, 12).fit(survey.x(), survey.y(), survey.weight()), 3, 214, 94);
    }

    @ParameterizedTest
    @CsvSource({
        "EPANECHNIKOV, 3054.717109295616, 21, 25, 1631.7357740609802",
        "GAUSSIAN, 1284.1464633984415, 21, 24, 1631.9624934223366"
    })
    void peaks_where_and_as_high_as_other_programs_say(
            Kernel kernel, double max, int row, int column, double integral) {
        DensitySurface surface = new KernelDensity(kernel, 300)
                .fit(incidents.x(), incidents.y(), incidents.weight(), new Grid(381_000, 6_437_000, 100, 50, 50));
        assertThat(surface.max()).isCloseTo(max, within(1e-6 * max));
        assertThat(surface.value()[row * 50 + column]).isEqualTo(surface.max());
        assertThat(surface.integral()).isCloseTo(integral, within(1e-6 * integral));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 6, 8", "2022-01-01, 6, 34", "2020-01-01, 7, 57"})
    void finds_all_planted_hotspots_and_no_other_with_automatic_parameters(LocalDate from, int planted, int unplaced)
            throws Exception {
        HotspotResult result = HotspotAnalysis.crime(
                town(), IncidentFilter.ALL.during(from, LocalDate.of(2024, 12, 31)), HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(planted);
        assertThat(result.excluded().get(0).count()).isEqualTo(unplaced);
        for (Hotspot hotspot : result.hotspots()) {
            assertThat(Math.hypot(hotspot.centreX() - LABEL_X, hotspot.centreY() - LABEL_Y))
                    .isGreaterThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 6, 8", "2022-01-01, 6, 34", "2020-01-01, 7, 57"})
    void knows_the_label_point_from_what_is_recorded_there_when_the_file_does_not_tell(
            LocalDate from, int planted, int unplaced) throws Exception {
        IncidentFilter period = IncidentFilter.ALL.during(from, LocalDate.of(2024, 12, 31));
        HotspotResult told = HotspotAnalysis.crime(town(), period, HotspotOptions.AUTOMATIC);
        HotspotResult result = HotspotAnalysis.crime(town(PlacePrecision.ADDRESS), period, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(planted);
        assertThat(result.excluded()).containsExactly(new Count("place-default", unplaced));
        assertThat(result.hotspots())
                .extracting(Hotspot::id)
                .isEqualTo(told.hotspots().stream().map(Hotspot::id).toList());
    }

    @Test
    void finds_the_four_planted_unsafe_places_and_keeps_the_tunnel_apart_from_the_station() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < survey.x().length; i++) {
            marks.add(new UnsafePlace(
                    i + 1, 2, i, survey.x()[i], survey.y()[i], 0, false, survey.weight()[i], 0, null, null, Set.of()));
        }
        HotspotResult result = HotspotAnalysis.unsafety(
                new UnsafePlaces(Crs.SWEREF99_TM, marks), IncidentFilter.ALL, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(4);
        Hotspot first = result.hotspots().get(0);
        Hotspot second = result.hotspots().get(1);
        assertThat(Math.hypot(first.centreX() - second.centreX(), first.centreY() - second.centreY()))
                .isBetween(150.0, 250.0);
    }

    private static void check(Clusters clusters, int count, int core, int noise) {
        int cores = 0;
        for (boolean each : clusters.core()) {
            cores += each ? 1 : 0;
        }
        assertThat(clusters.count()).isEqualTo(count);
        assertThat(cores).isEqualTo(core);
        assertThat(clusters.noise()).isEqualTo(noise);
    }

    /** The incidents with those on the label point known to the municipality only. */
    private static Incidents town() throws IOException, URISyntaxException {
        return town(PlacePrecision.MUNICIPALITY);
    }

    private static Incidents town(PlacePrecision onLabelPoint) throws IOException, URISyntaxException {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, 3000);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(path("incidents.csv"))) {
            for (NamedCsvRecord row : rows) {
                double x = Double.parseDouble(row.getField("x"));
                double y = Double.parseDouble(row.getField("y"));
                int minute = TimeSpan.minuteOf(LocalDateTime.parse(row.getField("timestamp")));
                boolean label = x == LABEL_X && y == LABEL_Y;
                builder.add(
                        Long.parseLong(row.getField("id")),
                        1,
                        x,
                        y,
                        label ? onLabelPoint : PlacePrecision.ADDRESS,
                        minute,
                        minute + 1,
                        row.getField("type"),
                        1);
            }
        }
        return builder.build();
    }

    private static Path path(String name) throws URISyntaxException {
        URL file = InventedTownTest.class.getResource("invented-town/" + name);
        return Path.of(file.toURI());
    }
}
