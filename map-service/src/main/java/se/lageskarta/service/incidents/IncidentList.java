package se.lageskarta.service.incidents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.PlacedIncidents;
import se.lageskarta.service.evidence.Positions;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.storage.Bounds;

/**
 * The incidents of a question one after another, set by set in ascending order of id: the order stays while the data do,
 * so that pages meet without overlap.
 */
final class IncidentList {
    /** Properties of an incident, in their order. */
    static final List<String> COLUMNS =
            List.of("id", "type", "typeName", "from", "to", "timePrecision", "placePrecision", "datasetId", "weight");

    private static final String[] PRECISIONS = Arrays.stream(PlacePrecision.values())
            .map(precision -> precision.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    /** A power of two: in many files whole months share a time, in others neighbours share a day. */
    private static final int KEPT_TIMES = 4096;

    private record Part(PlacedIncidents set, int[] rows) {}

    private final List<Part> parts = new ArrayList<>();
    private final IncidentTypes types;
    private final long[] timeKeys = new long[KEPT_TIMES];
    private final @Nullable TimeText[] times = new @Nullable TimeText[KEPT_TIMES];

    /** @param box only incidents drawn inside it, degrees; null for all, those of no exact place too */
    IncidentList(Question question, @Nullable Bounds box, IncidentTypes types) {
        this.types = types;
        if (!question.asksForIncidents()) {
            return;
        }
        for (PlacedIncidents set : question.facts().placedIncidents()) {
            int[] rows = set.incidents().rowsWhere(question.filter());
            parts.add(new Part(set, box == null ? rows : inside(set, rows, box)));
        }
    }

    int size() {
        return parts.stream().mapToInt(part -> part.rows.length).sum();
    }

    /**
     * Hands over some of them.
     *
     * @param offset how many to pass over, 0 or more
     * @param limit how many at most
     * @return how many there were
     */
    int write(int offset, int limit, FeatureSink sink, Locale language) throws IOException {
        long passed = 0;
        int written = 0;
        for (Part part : parts) {
            int first = (int) Math.min(part.rows.length, Math.max(0, offset - passed));
            int last = (int) Math.min(part.rows.length, (long) first + limit - written);
            String[] names = names(part.set.incidents(), language);
            for (int i = first; i < last; i++) {
                write(part.set, part.rows[i], names, sink);
            }
            written += Math.max(0, last - first);
            passed += part.rows.length;
        }
        return written;
    }

    private static int[] inside(PlacedIncidents set, int[] rows, Bounds box) {
        double[] lon = set.positions().lon();
        double[] lat = set.positions().lat();
        return Arrays.stream(rows)
                .filter(row -> set.incidents().isPoint(row) && box.contains(lon[row], lat[row]))
                .toArray();
    }

    private void write(PlacedIncidents set, int row, String[] names, FeatureSink sink) throws IOException {
        Incidents incidents = set.incidents();
        Positions positions = set.positions();
        boolean exact = incidents.isPoint(row);
        TimeText time = time(incidents.fromMinute()[row], incidents.toMinute()[row]);
        sink.beginPoint(
                exact ? positions.lon()[row] : Double.NaN,
                exact ? positions.lat()[row] : Double.NaN,
                incidents.ids()[row]);
        sink.property("id", incidents.ids()[row]);
        sink.property("type", incidents.type(row));
        sink.property("typeName", names[incidents.typeIndex()[row]]);
        sink.property("from", time.from());
        sink.property("to", time.to());
        sink.property("timePrecision", time.precision());
        sink.property("placePrecision", PRECISIONS[incidents.precision(row).ordinal()]);
        sink.property("datasetId", incidents.dataset(row));
        sink.property("weight", (double) incidents.weight()[row]);
        sink.endPoint();
    }

    /** Writing a time costs more than all the rest of a row, so what was just written is looked up first. */
    private TimeText time(int fromMinute, int toMinute) {
        long key = (long) fromMinute << 32 | toMinute & 0xffffffffL;
        int slot = (int) ((key ^ key >>> 32) * 0x9E3779B1 >>> 20) & KEPT_TIMES - 1;
        TimeText known = times[slot];
        if (known == null || timeKeys[slot] != key) {
            known = TimeText.of(fromMinute, toMinute);
            times[slot] = known;
            timeKeys[slot] = key;
        }
        return known;
    }

    private String[] names(Incidents incidents, Locale language) {
        return incidents.types().stream()
                .map(code -> types.find(code)
                        .map(type -> language.getLanguage().equals("en") ? type.nameEn() : type.nameSv())
                        .orElse(code))
                .toArray(String[]::new);
    }
}
