package se.lageskarta.service.downloads;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.layers.GeoJsonSink;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerParameters;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.MapLayers;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** A whole layer as a file. */
@RestController
@ConditionalOnWebApplication
class DownloadsController {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadsController.class);
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    /** Spreadsheets take a file without it for one of the machine's own encoding, and break å, ä and ö. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int BUFFER_CHARS = 1 << 16;

    private final MapLayers layers;
    private final JsonMapper json;
    private final DownloadFiles files;

    DownloadsController(MapLayers layers, JsonMapper json, DownloadFiles files) {
        this.layers = layers;
        this.files = files;
        this.json = json;
    }

    @FilterParameters
    @LayerParameters
    @GetMapping("/data/{collection}.{extension}")
    void download(
            @PathVariable String collection,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!extension.equals("geojson") && !extension.equals("csv")) {
            throw ProblemException.notFound();
        }
        Viewer viewer = Viewer.of(request);
        MapLayer layer = layer(collection, viewer);
        LayerView view = layer.view(Parameters.of(request.getParameterMap(), layer.parameters()), viewer);
        Locale language = Texts.language(request);
        EntityTag tag =
                EntityTag.of("download", Version.current(), collection, extension, view.key(), language.getLanguage());
        response.setHeader("Vary", "Accept-Language, Accept-Encoding");
        response.setHeader("Cache-Control", view.cache().header());
        // weak, so that the container compresses while it streams
        response.setHeader("ETag", "W/" + tag.header(false));
        if (tag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        note(layer, extension, request);
        response.setContentType(extension.equals("csv") ? CSV : Answers.GEOJSON);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + layer.name() + "." + extension + "\"");
        response.setHeader("Accept-Ranges", "bytes");
        if (request.getMethod().equals("HEAD") || request.getHeader("Range") != null) {
            // those who ask for the length or for a part come back for the rest: made once, kept for a while
            response.setHeader("ETag", tag.header(false));
            files.of(tag, out -> write(layer.name(), view, extension, language, out))
                    .send(request, response, tag);
            return;
        }
        try (OutputStream out = response.getOutputStream()) {
            write(layer.name(), view, extension, language, out);
        }
    }

    /** Who takes single incidents or marks out of the house stands in the log, with what was asked for. */
    private static void note(MapLayer layer, String extension, HttpServletRequest request) {
        if (layer.roles().equals(Viewer.POINT_ROLES)) {
            LOG.info(
                    "{} {} as {} by {}, asked for with {}",
                    request.getMethod(),
                    layer.name(),
                    extension,
                    request.getRemoteUser(),
                    Objects.requireNonNullElse(request.getQueryString(), "no filter"));
        }
    }

    private void write(String name, LayerView view, String extension, Locale language, OutputStream out)
            throws IOException {
        if (extension.equals("csv")) {
            csv(view, language, out);
            return;
        }
        try (FeatureWriter writer = new FeatureWriter(out)) {
            view.features(new GeoJsonSink(writer), language);
            // GDAL and QGIS call the layer by it
            writer.member("name", name);
        }
    }

    private void csv(LayerView view, Locale language, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
        writer.write(BYTE_ORDER_MARK);
        CsvSink sink = new CsvSink(writer, json, view.columns());
        view.features(sink, language);
        sink.finish();
    }

    private MapLayer layer(String name, Viewer viewer) {
        MapLayer layer = layers.named(name)
                .filter(one -> one.forms().contains(LayerForm.FEATURES))
                .orElseThrow(() -> new RefusedRequestException(
                        404,
                        List.of(FieldFault.of(
                                "collection",
                                name,
                                "download.unknown",
                                String.join(", ", layers.namesFor(LayerForm.FEATURES, viewer))))));
        if (!viewer.hasAny(layer.roles())) {
            throw ProblemException.of(403, "forbidden");
        }
        return layer;
    }
}
