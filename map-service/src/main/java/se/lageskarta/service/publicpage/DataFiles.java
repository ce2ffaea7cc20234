package se.lageskarta.service.publicpage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.SpreadsheetText;
import tools.jackson.databind.json.JsonMapper;

/** What the page tells, for programs: a table, a map layer, and the whole as JSON. Words are Swedish, codes English. */
final class DataFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Spreadsheets take a file without it for one of the machine's own encoding, and break å, ä and ö. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PageWords words;
    private final Release release;

    DataFiles(PageWords words) {
        this.words = words;
        release = words.release;
    }

    /** RFC 4180: area, name, class of households, and a class for each subject, as the page's table has them. */
    PublicFile csv() {
        StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
        List<String> head = new ArrayList<>(List.of("id", words.say("table.area"), words.say("table.households")));
        words.subjects().forEach(subject -> head.add(subject.heading()));
        row(out, head);
        for (int i = 0; i < release.areas().size(); i++) {
            Release.Area area = release.areas().get(i);
            List<String> cells = new ArrayList<>(List.of(area.id(), area.name(), ClassWords.range(area.households())));
            for (Subject subject : words.subjects()) {
                cells.add(words.legend(subject.classes().get(i), subject));
            }
            row(out, cells);
        }
        return new PublicFile(out.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8;header=present");
    }

    private static void row(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = SpreadsheetText.harmless(cells.get(i));
            boolean quote = cell.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
            out.append(i == 0 ? "" : ",").append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append("\r\n");
    }

    /** RFC 7946: each area with its classes, as codes. */
    PublicFile geoJson() {
        List<Object> features = new ArrayList<>();
        for (int i = 0; i < release.areas().size(); i++) {
            Release.Area area = release.areas().get(i);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("name", area.name());
            properties.put("households", area.households());
            for (int s = 0; s < words.subjects().size(); s++) {
                properties.put(code(s), words.subjects().get(s).classes().get(i));
            }
            Map<String, Object> feature = object("type", "Feature", "id", area.id());
            feature.put("geometry", object("type", "MultiPolygon", "coordinates", area.rings()));
            feature.put("properties", properties);
            features.add(feature);
        }
        Map<String, Object> whole = object("type", "FeatureCollection", "name", release.slug());
        whole.put("features", features);
        return new PublicFile(JSON.writeValueAsBytes(whole), "application/geo+json");
    }

    private String code(int subject) {
        int series = release.series().size();
        return subject < series
                ? "reported_" + release.series().get(subject).code()
                : subject == series ? "told_unsafe" : "told_safe";
    }

    /** All of the release but outlines, which are in the GeoJSON, and the land beneath. */
    PublicFile json() {
        Map<String, Object> whole = object("slug", release.slug(), "title", both(release.title()));
        whole.put("from", release.from().toString());
        whole.put("to", release.to().toString());
        whole.put("published", release.published().toString());
        whole.put("publisher", release.publisher());
        whole.put("contact", release.contact());
        whole.put("noise", release.noise());
        whole.put("invented", release.invented());
        whole.put("series", release.series().stream().map(this::series).toList());
        whole.put("areas", areas());
        whole.put("totals", totals());
        whole.put("measures", release.measures().stream().map(this::measure).toList());
        whole.put("walks", release.walks().stream().map(this::walk).toList());
        whole.put("text", both(release.text()));
        whole.put("method", both(release.method()));
        whole.put("report", both(release.report()));
        return new PublicFile(JSON.writeValueAsBytes(whole), "application/json");
    }

    private Map<String, Object> series(Release.Series series) {
        Map<String, Object> object = object("code", series.code(), "name", both(series.name()));
        object.put("holds", both(series.holds()));
        return object;
    }

    private List<Object> areas() {
        List<Object> areas = new ArrayList<>();
        for (int i = 0; i < release.areas().size(); i++) {
            Release.Area area = release.areas().get(i);
            Map<String, Object> object = object("id", area.id(), "name", area.name());
            object.put("households", area.households());
            for (int s = 0; s < words.subjects().size(); s++) {
                object.put(code(s), words.subjects().get(s).classes().get(i));
            }
            areas.add(object);
        }
        return areas;
    }

    private Map<String, @Nullable Object> totals() {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        for (int s = 0; s < Math.min(release.series().size(), release.totals().size()); s++) {
            totals.put(release.series().get(s).code(), release.totals().get(s));
        }
        return totals;
    }

    private Map<String, @Nullable Object> measure(Release.Measure measure) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", measure.name());
        object.put("status", measure.status());
        object.put("promise", measure.promise());
        if (measure.promiseEn() != null) {
            object.put("promiseEn", measure.promiseEn());
        }
        object.put("area", measure.area());
        object.put("place", measure.place());
        object.put("done", measure.done() == null ? null : measure.done().toString());
        return object;
    }

    private Map<String, @Nullable Object> walk(Release.Walk walk) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("title", walk.title());
        object.put("day", walk.day().toString());
        object.put("findings", walk.findings());
        object.put("mended", walk.mended());
        object.put("protocol", walk.protocol());
        return object;
    }

    private static Map<String, Object> both(Words words) {
        return object("sv", words.sv(), "en", words.en());
    }

    private static Map<String, Object> object(String name, Object value, String second, Object other) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(name, value);
        object.put(second, other);
        return object;
    }
}
