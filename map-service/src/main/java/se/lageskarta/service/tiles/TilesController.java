package se.lageskarta.service.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerParameters;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayers;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.StoredAnswer;

/** Tiles by zoom, column and row from the north (XYZ). An empty tile is 204. */
@RestController
class TilesController {
    private static final String MVT = "application/vnd.mapbox-vector-tile";
    private static final String PNG = "image/png";
    private static final Map<String, LayerForm> FORMS =
            Map.of("mvt", LayerForm.MVT, "pbf", LayerForm.MVT, "png", LayerForm.PNG);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");
    /** Some thousand tiles of a town, a few hundred of a county. */
    private static final long KEPT_BYTES = 48L << 20;
    /** What an entry takes besides its bytes. */
    private static final int ENTRY_BYTES = 200;

    private record Drawn(String layers, LayerForm form, TileCoord tile) {}

    private final MapLayers layers;
    private final Answers answers;
    private final SiteSettings site;
    private final Cache<Drawn, StoredAnswer> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Drawn drawn, StoredAnswer answer) -> answer.size() + ENTRY_BYTES)
            .build();

    TilesController(MapLayers layers, Answers answers, SiteSettings site) {
        this.layers = layers;
        this.answers = answers;
        this.site = site;
    }

    @FilterParameters
    @LayerParameters
    @GetMapping("/tiles/{layers}/{z}/{x}/{y}.{extension}")
    void tile(
            @PathVariable("layers") String names,
            @PathVariable String z,
            @PathVariable String x,
            @PathVariable String y,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LayerForm form = FORMS.get(extension);
        if (form == null) {
            throw ProblemException.notFound();
        }
        TileCoord tile = tile(z, x, y);
        AskedLayers asked = AskedLayers.of(layers, names, form, request.getParameterMap(), Viewer.of(request));
        String key = asked.key();
        EntityTag tag = EntityTag.of("tile", Version.current(), key, form.name(), tile.toString());
        String cacheControl = asked.cache().header();
        if (StoredAnswer.sendNotModified(request, response, tag, cacheControl)) {
            return;
        }
        StoredAnswer answer =
                Objects.requireNonNull(kept.get(new Drawn(key, form, tile), drawn -> draw(asked, form, tile)));
        answer.send(request, response, tag, cacheControl);
    }

    @FilterParameters
    @LayerParameters
    @GetMapping("/tiles/{layers}.json")
    void describe(@PathVariable("layers") String names, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AskedLayers asked = AskedLayers.of(layers, names, null, request.getParameterMap(), Viewer.of(request));
        LayerForm form = formOf(asked);
        String address = address(request) + "/tiles/" + String.join(",", asked.names()) + "/{z}/{x}/{y}."
                + (form == LayerForm.PNG ? "png" : "mvt")
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        EntityTag tag = EntityTag.of("tilejson", Version.current(), asked.key(), address);
        answers.json(request, response, tag, () -> TileJson.of(asked, form, address));
    }

    private static StoredAnswer draw(AskedLayers asked, LayerForm form, TileCoord tile) {
        if (form == LayerForm.PNG) {
            byte[] picture = asked.views().get(0).picture(tile);
            return picture == null ? StoredAnswer.empty() : StoredAnswer.asIs(picture, PNG);
        }
        VectorTileWriter writer = new VectorTileWriter(tile);
        for (LayerView view : asked.views()) {
            view.draw(tile, writer);
        }
        return writer.isEmpty() ? StoredAnswer.empty() : StoredAnswer.of(writer.toBytes(), MVT);
    }

    private LayerForm formOf(AskedLayers asked) {
        boolean vector = asked.names().stream()
                .allMatch(name -> layers.named(name).orElseThrow().forms().contains(LayerForm.MVT));
        if (!vector && asked.names().size() > 1) {
            throw Parameters.refused("layers", String.join(",", asked.names()), "tiles.one-picture");
        }
        return vector ? LayerForm.MVT : LayerForm.PNG;
    }

    /** The address that the client sees, without a slash at its end. */
    private String address(HttpServletRequest request) {
        if (!site.publicUrl().isEmpty()) {
            return site.publicUrl();
        }
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
    }

    private static TileCoord tile(String z, String x, String y) {
        int zoom = number("z", z, 0, TileCoord.MAX_ZOOM);
        int last = (1 << zoom) - 1;
        return new TileCoord(zoom, number("x", x, 0, last), number("y", y, 0, last));
    }

    private static int number(String name, String value, int min, int max) {
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        if (number < min || number > max) {
            throw Parameters.refused(name, value, "parameter.whole", (long) min, (long) max);
        }
        return number;
    }
}
