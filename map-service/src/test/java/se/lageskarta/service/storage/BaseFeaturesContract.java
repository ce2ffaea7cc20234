package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;

abstract class BaseFeaturesContract extends StoreContract {
    private static final BaseFeature STREET = feature(
            BaseRole.ROADS,
            "residential",
            "Storgatan",
            "LINESTRING (13.02 58.07, 13.03 58.08)",
            Map.of("bredd", "7 m"));
    private static final BaseFeature LAKE =
            feature(BaseRole.WATER, "lake", "", "POLYGON ((13.1 58.1, 13.2 58.1, 13.2 58.2, 13.1 58.1))", Map.of());
    private static final BaseFeature LAMP = feature(BaseRole.LAMPS, "", "17", "POINT (13.025 58.075)", Map.of());

    @Test
    void gives_back_features_as_they_were_written() {
        importFeatures(List.of(STREET, LAKE, LAMP));

        assertThat(stores.baseFeatures.of(Set.of(BaseRole.ROADS, BaseRole.WATER)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("geometry")
                .containsExactly(STREET, LAKE);
        assertThat(stores.baseFeatures
                        .of(Set.of(BaseRole.ROADS))
                        .get(0)
                        .geometry()
                        .equalsExact(STREET.geometry()))
                .isTrue();
        assertThat(stores.baseFeatures.roles())
                .containsExactlyInAnyOrder(BaseRole.ROADS, BaseRole.WATER, BaseRole.LAMPS);
    }

    @Test
    void finds_features_of_the_layers_asked_for_whose_box_meets_the_box() {
        importFeatures(List.of(STREET, LAKE, LAMP));
        var town = new Bounds(13.0, 58.0, 13.05, 58.1);

        assertThat(stores.baseFeatures.within(town, Set.of(BaseRole.ROADS, BaseRole.WATER, BaseRole.LAMPS)))
                .extracting(BaseFeature::role)
                .containsExactly(BaseRole.ROADS, BaseRole.LAMPS);
        assertThat(stores.baseFeatures.within(town, Set.of(BaseRole.LAMPS)))
                .extracting(BaseFeature::name)
                .containsExactly("17");
        assertThat(stores.baseFeatures.within(new Bounds(0, 0, 1, 1), Set.of(BaseRole.ROADS)))
                .isEmpty();
    }

    @Test
    void shows_nothing_of_an_import_that_is_not_complete() {
        Dataset layer = layer();
        ImportRun run = stores.imports.start(layer.id(), "roads.geojson", "tester");

        stores.baseFeatures.add(run.id(), List.of(STREET));

        assertThat(stores.baseFeatures.of(Set.of(BaseRole.ROADS))).isEmpty();
        assertThat(stores.baseFeatures.roles()).isEmpty();
    }

    @Test
    void describes_the_layer() {
        ImportRun run = importFeatures(List.of(STREET, LAKE));

        Dataset layer = stores.datasets.find(run.datasetId()).orElseThrow();

        assertThat(layer.extent().rows()).isEqualTo(2);
        assertThat(layer.extent().bounds()).isEqualTo(new Bounds(13.02, 58.07, 13.2, 58.2));
    }

    private Dataset layer() {
        return stores.datasets.create(
                new NewDataset("base", DatasetKind.BASE, "roads", Crs.WGS84, "EST", "test", true));
    }

    private ImportRun importFeatures(List<BaseFeature> features) {
        ImportRun run = stores.imports.start(layer().id(), "roads.geojson", "tester");
        stores.baseFeatures.add(run.id(), features);
        int rows = features.size();
        return stores.imports.complete(run.id(), new ImportCounts(rows, rows, 0, 0, 0), "{}", List.of());
    }

    private static BaseFeature feature(
            BaseRole role, String kind, String name, String wkt, Map<String, String> attributes) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            return new BaseFeature(role, kind, name, geometry, attributes);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }
}
