package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.NewDataset;
import se.lageskarta.service.web.Parameters;

/** Which area an analysis is about, and what lies around there, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StudyAreasContract {
    private static final double X = InventedEvidence.STATION_X;
    private static final double Y = InventedEvidence.STATION_Y;
    private static final Geometry TOWN = box(X - 3_000, Y - 3_000, X + 6_000, Y + 6_000);

    @TempDir
    static Path folder;

    private final List<Long> layers = new ArrayList<>();
    private int made;
    private RunningService service;
    private InventedEvidence.Numbers numbers;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        numbers = InventedEvidence.into(service);
    }

    @AfterEach
    void take_layers_back() {
        layers.forEach(service.part(Imports.class)::withdraw);
        layers.clear();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void without_a_base_layer_that_tells_there_is_no_boundary() {
        assertThat(asked(Map.of()).boundary()).isNull();
    }

    @Test
    void the_municipality_is_the_study_area_and_its_neighbour_is_not() {
        base(BaseRole.BOUNDARY, TOWN, box(X - 12_000, Y - 3_000, X - 3_000, Y + 6_000));

        Geometry area = asked(Map.of()).boundary();

        assertThat(area).isNotNull();
        assertThat(area.getArea()).isCloseTo(TOWN.getArea(), within(TOWN.getArea() * 1e-4));
        assertThat(area.symDifference(TOWN).getArea()).isLessThan(TOWN.getArea() * 1e-4);
    }

    @Test
    void districts_together_are_the_study_area_where_no_boundary_is_told() {
        base(
                BaseRole.DISTRICTS,
                box(X - 3_000, Y - 3_000, X + 6_000, Y + 1_000),
                box(X - 3_000, Y + 1_000, X + 6_000, Y + 6_000));

        assertThat(asked(Map.of()).boundary().getArea()).isCloseTo(TOWN.getArea(), within(TOWN.getArea() * 1e-3));
    }

    @Test
    void an_area_that_most_rows_lie_outside_of_is_not_theirs() {
        base(BaseRole.BOUNDARY, box(X + 900, Y - 3_000, X + 6_000, Y + 700));

        assertThat(asked(Map.of()).boundary()).isNull();
    }

    @Test
    void data_of_another_place_have_another_area() {
        base(BaseRole.BOUNDARY, TOWN);

        AnalysisQuestion abroad = asked(Map.of("datasets", new String[] {Long.toString(numbers.abroad())}));

        assertThat(abroad.crs()).isEqualTo(new Crs(27700));
        assertThat(abroad.boundary()).isNull();
        assertThat(abroad.surroundings()).isEmpty();
    }

    @Test
    void what_lies_around_comes_in_metres_by_role() {
        base(
                BaseRole.LAMPS,
                new GeometryFactory().createPoint(TOWN.getCentroid().getCoordinate()));

        AnalysisQuestion asked = asked(Map.of());

        assertThat(asked.surroundings().keySet()).containsExactly("lamps", "roads");
        Geometry lamp = asked.surroundings().get("lamps").get(0);
        assertThat(lamp.getCoordinate().x).isCloseTo(TOWN.getCentroid().getX(), within(0.1));
        Geometry street = asked.surroundings().get("roads").get(0);
        assertThat(street.getLength()).isCloseTo(200, within(0.1));
        assertThat(asked.surroundings().get("green")).isNull();
    }

    @Test
    void a_new_base_layer_counts_at_once() {
        assertThat(asked(Map.of()).boundary()).isNull();

        base(BaseRole.BOUNDARY, TOWN);

        assertThat(asked(Map.of()).boundary()).isNotNull();
    }

    private AnalysisQuestion asked(Map<String, String[]> filter) {
        Questions questions = service.part(Questions.class);
        return service.part(AskedData.class)
                .of(questions.of(Parameters.of(filter, Questions.PARAMETERS)), 1)
                .question();
    }

    private void base(BaseRole role, Geometry... shapes) {
        Dataset dataset = service.part(Datasets.class)
                .create(new NewDataset(
                        "Påhittat lager " + role + ++made,
                        DatasetKind.BASE,
                        role.code(),
                        Crs.WGS84,
                        "Test",
                        "invented",
                        true));
        Imports imports = service.part(Imports.class);
        ImportRun run = imports.start(dataset.id(), role.code() + ".geojson", "test");
        List<BaseFeature> features = new ArrayList<>();
        for (Geometry shape : shapes) {
            Geometry degrees = ProjectedGeometry.toLonLat(shape, Projection.of(Crs.SWEREF99_TM));
            features.add(new BaseFeature(role, "", "", degrees, Map.of()));
        }
        service.part(BaseFeatures.class).add(run.id(), features);
        layers.add(run.id());
        imports.complete(run.id(), new ImportCounts(shapes.length, shapes.length, 0, 0, 0), "{}", List.of());
    }

    private static Geometry box(double west, double south, double east, double north) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
    }
}
