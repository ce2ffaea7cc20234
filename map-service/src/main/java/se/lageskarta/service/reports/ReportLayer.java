package se.lageskarta.service.reports;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/**
 * Reports as a layer of their own, to look at and to download. It stands beside crime and unsafety and is added to
 * neither: a broken lamp is a fact about a place, not an incident.
 */
@Component
class ReportLayer implements MapLayer {
    private static final Set<ReportState> SHOWN = EnumSet.complementOf(EnumSet.of(ReportState.WITHDRAWN));
    private static final int MOST = 100_000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "type",
            "when",
            "state",
            "forwardedTo",
            "words",
            "answer",
            "place",
            "accuracyMetres",
            "duplicateOf",
            "measureId",
            "counted",
            "receivedAt",
            "answeredAt",
            "organisation",
            "invented");

    private final Reports reports;
    private final TellReports telling;

    ReportLayer(Reports reports, TellReports telling) {
        this.reports = reports;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Set<String> roles() {
        return Viewer.POINT_ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.FEATURES);
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(reports, telling, reports.revision());
    }

    private record View(Reports reports, TellReports telling, long revision) implements LayerView {
        @Override
        public String key() {
            return "reports" + revision;
        }

        @Override
        public CachePolicy cache() {
            return CachePolicy.ASK;
        }

        @Override
        public @Nullable Bounds bounds() {
            Envelope box = new Envelope();
            reports.in(SHOWN, MOST, 0).forEach(report -> {
                if (report.place() != null) {
                    box.expandToInclude(report.place().getCoordinate());
                }
            });
            return box.isNull() ? null : new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of();
        }

        @Override
        public List<String> columns() {
            return COLUMNS;
        }

        @Override
        public void features(FeatureSink sink, Locale language) throws IOException {
            List<Report> all = reports.in(SHOWN, MOST, 0);
            List<ToldReport> told = telling.toHandler(all);
            for (int i = 0; i < all.size(); i++) {
                sink.feature(
                        new Feature(Long.toString(all.get(i).id()), all.get(i).place(), properties(told.get(i))));
            }
        }

        private static Map<String, @Nullable Object> properties(ToldReport report) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("id", report.id());
            properties.put("type", report.type());
            properties.put("when", report.when());
            properties.put("state", report.state());
            properties.put("forwardedTo", report.forwardedTo());
            properties.put("words", report.words());
            properties.put("answer", report.answer());
            properties.put("place", report.place().words());
            properties.put("accuracyMetres", report.place().accuracyMetres());
            ToldReport.Desk desk = java.util.Objects.requireNonNull(report.handling());
            properties.put("duplicateOf", desk.duplicateOf());
            properties.put("measureId", desk.measureId());
            properties.put("counted", desk.counted());
            properties.put("receivedAt", report.receivedAt());
            properties.put("answeredAt", report.answeredAt());
            properties.put("organisation", desk.organisation());
            properties.put("invented", report.invented());
            return properties;
        }
    }
}
