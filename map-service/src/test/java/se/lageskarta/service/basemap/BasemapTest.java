package se.lageskarta.service.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.NewDataset;
import se.lageskarta.service.web.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BasemapTest {
    @TempDir
    static Path folder;

    private static RunningService service;
    private static Visitor planner;
    private static long importId;

    @BeforeAll
    static void open() {
        service = RunningService.onH2(folder);
        planner = service.as("planner");
        importId = add(
                feature(BaseRole.WATER, "lake", "Storsjön", "POLYGON((13 58, 13.2 58, 13.2 58.1, 13 58.1, 13 58))"),
                feature(
                        BaseRole.ROADS,
                        "residential",
                        "Åsgatan",
                        "LINESTRING(13.01 58.05, 13.012 58.05, 13.02 58.052)"),
                feature(BaseRole.ROADS, "primary", "Riksvägen", "LINESTRING(13 58.05, 13.2 58.06)"),
                feature(
                        BaseRole.BUILDINGS,
                        "",
                        "",
                        "POLYGON((13.01 58.0501, 13.0105 58.0501, 13.0105 58.0503, 13.01 58.0503, 13.01 58.0501))"),
                feature(BaseRole.ADDRESSES, "", "Åsgatan 5", "POINT(13.0101 58.0502)"),
                feature(BaseRole.LAMPS, "", "", "POINT(13.0103 58.0502)"),
                feature(BaseRole.PLACES, "square", "Åstorget", "POINT(13.0105 58.0502)"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void shows_more_the_nearer_one_looks() throws IOException {
        assertThat(layers(6)).containsExactly("water");
        assertThat(layers(9)).containsExactlyInAnyOrder("water", "roads", "places");
        assertThat(layers(14)).containsExactlyInAnyOrder("water", "roads", "places", "buildings");
        assertThat(layers(17)).containsExactlyInAnyOrder("water", "roads", "places", "buildings", "lamps", "addresses");
    }

    @Test
    void leaves_small_streets_out_until_there_is_room() throws IOException {
        assertThat(names(tile(9), "roads")).containsExactly("Riksvägen");
        assertThat(names(tile(14), "roads")).containsExactlyInAnyOrder("Riksvägen", "Åsgatan");
    }

    @Test
    void draws_nothing_where_nothing_is() {
        VectorTileWriter far = new VectorTileWriter(new TileCoord(10, 0, 0));
        view().draw(new TileCoord(10, 0, 0), far);

        assertThat(far.isEmpty()).isTrue();
    }

    @Test
    void finds_streets_addresses_and_positions_for_the_search_field() {
        assertThat(found("q=asg")).containsExactly("street Åsgatan", "address Åsgatan 5");
        assertThat(found("q=%C3%A5stor")).containsExactly("place Åstorget");
        JsonNode position = places("q=6439068%20383416").get(0);
        assertThat(position.get("kind").asString()).isEqualTo("coordinates");
        assertThat(position.get("lon").asDouble()).isCloseTo(13.0232, within(1e-4));
        assertThat(planner.get("/api/places?q=x&limit=51").statusCode()).isEqualTo(400);
        assertThat(planner.get("/api/places").statusCode()).isEqualTo(400);
    }

    @Test
    void tells_who_stands_somewhere_what_the_spot_is_called_and_never_a_house_number() {
        Visitor reporter = service.as("reporter");
        JsonNode square = JsonMapper.shared()
                .readTree(
                        reporter.get("/api/places/near?lon=13.0105&lat=58.0502").body());
        JsonNode nowhere = JsonMapper.shared()
                .readTree(reporter.get("/api/places/near?lon=20&lat=64").body());

        assertThat(square.get("name").asString()).isEqualTo("Åstorget");
        assertThat(nowhere.get("name").isNull()).isTrue();
        assertThat(reporter.get("/api/places/near?lon=13").statusCode()).isEqualTo(400);
        assertThat(reporter.get("/api/places/near?lon=13&lat=91").statusCode()).isEqualTo(400);
    }

    @Test
    void takes_names_back_with_their_import() {
        long more = add(feature(BaseRole.PLACES, "", "Tillfälliga torget", "POINT(13.05 58.05)"));
        assertThat(found("q=tillf")).hasSize(1);
        String before = view().key();

        service.part(Imports.class).withdraw(more);

        assertThat(found("q=tillf")).isEmpty();
        assertThat(view().key()).isNotEqualTo(before);
        assertThat(service.part(Imports.class).find(importId)).isPresent();
    }

    private static List<String> found(String query) {
        List<String> found = new ArrayList<>();
        places(query)
                .forEach(place -> found.add(
                        place.get("kind").asString() + " " + place.get("name").asString()));
        return found;
    }

    private static JsonNode places(String query) {
        HttpResponse<String> answer = planner.get("/api/places?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("places");
    }

    private static LayerView view() {
        return service.part(BaseLayer.class).view(Parameters.none(), new Viewer(new java.util.TreeSet<>()));
    }

    private static List<String> layers(int zoom) throws IOException {
        return tile(zoom).getLayers().stream().map(JtsLayer::getName).toList();
    }

    private static List<Object> names(JtsMvt tile, String layer) {
        return tile.getLayer(layer).getGeometries().stream()
                .map(geometry -> ((Map<?, ?>) geometry.getUserData()).get("name"))
                .map(Object.class::cast)
                .toList();
    }

    private static JtsMvt tile(int zoom) throws IOException {
        int x = (int) Math.floor(Math.scalb(WebMercator.x(13.0104), zoom));
        int y = (int) Math.floor(Math.scalb(WebMercator.y(58.0502), zoom));
        TileCoord at = new TileCoord(zoom, x, y);
        VectorTileWriter writer = new VectorTileWriter(at);
        view().draw(at, writer);
        return MvtReader.loadMvt(
                new ByteArrayInputStream(writer.toBytes()), new GeometryFactory(), new TagKeyValueMapConverter());
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

    private static BaseFeature feature(BaseRole role, String kind, String name, String wkt) {
        try {
            return new BaseFeature(role, kind, name, new WKTReader().read(wkt), Map.of());
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
