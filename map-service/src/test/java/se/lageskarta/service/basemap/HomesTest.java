package se.lageskarta.service.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.NewDataset;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomesTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void open() {
        service = RunningService.onH2(folder);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    @Order(1)
    void without_addresses_nobody_knows_where_people_live() {
        assertThat(homes().in(Crs.SWEREF99_TM)).isEmpty();
        assertThat(service.part(MunicipalityBorder.class).in(Crs.SWEREF99_TM)).isEmpty();
    }

    @Test
    @Order(2)
    void an_address_is_as_many_households_as_the_layer_tells_and_otherwise_one() {
        long first = add(
                address("Åsgatan 1", "12"),
                address("Åsgatan 2", ""),
                address("Åsgatan 3", "0"),
                address("Åsgatan 4", "många"),
                address("Åsgatan 5", "-3"),
                address("Åsgatan 6", "99999999999"));
        Dwellings dwellings = homes().in(Crs.SWEREF99_TM).orElseThrow();
        assertThat(dwellings.households()).containsExactly(12, 1, 0, 1, 1, Dwellings.MOST);
        assertThat(dwellings.x()[0]).isCloseTo(383_416, within(100.0));
        assertThat(homes().in(Crs.SWEREF99_TM).orElseThrow()).isSameAs(dwellings);
        assertThat(homes().in(new Crs(3007)).orElseThrow().x()[0])
                .isNotCloseTo(dwellings.x()[0], within(1_000.0));

        add(address("Åsgatan 7", "4"));
        assertThat(homes().in(Crs.SWEREF99_TM).orElseThrow().size()).isEqualTo(7);
        service.part(Imports.class).withdraw(first);
        assertThat(homes().in(Crs.SWEREF99_TM).orElseThrow().households()).containsExactly(4);
    }

    @Test
    @Order(3)
    void several_borders_are_one_area_also_when_a_ring_crosses_itself() {
        add(
                border("POLYGON((13 58, 13.2 58, 13.2 58.1, 13 58.1, 13 58))"),
                border("POLYGON((13.1 58, 13.3 58.1, 13.3 58, 13.1 58.1, 13.1 58))"));
        assertThat(service.part(MunicipalityBorder.class)
                        .in(Crs.SWEREF99_TM)
                        .orElseThrow()
                        .isValid())
                .isTrue();
    }

    private static Homes homes() {
        return service.part(Homes.class);
    }

    private static BaseFeature address(String name, String households) {
        return new BaseFeature(
                BaseRole.ADDRESSES,
                "",
                name,
                new GeometryFactory().createPoint(new Coordinate(13.0232, 58.0772)),
                households.isEmpty() ? Map.of() : Map.of("households", households));
    }

    private static BaseFeature border(String wkt) {
        try {
            return new BaseFeature(BaseRole.BOUNDARY, "", "Kommunen", new WKTReader().read(wkt), Map.of());
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static long add(BaseFeature... features) {
        long dataset = service.part(Datasets.class)
                .create(new NewDataset(
                        "Test " + features[0].name(),
                        DatasetKind.BASE,
                        "places",
                        Crs.SWEREF99_TM,
                        "Test",
                        "Test",
                        true))
                .id();
        Imports imports = service.part(Imports.class);
        long id = imports.start(dataset, "test.geojson", "test").id();
        service.part(BaseFeatures.class).add(id, List.of(features));
        imports.complete(id, new ImportCounts(features.length, features.length, 0, 0, 0), "{}", List.of());
        return id;
    }
}
