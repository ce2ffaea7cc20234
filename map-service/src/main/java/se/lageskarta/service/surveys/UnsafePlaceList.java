package se.lageskarta.service.surveys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Positions;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.storage.Bounds;

/** The marks of a question one after another, in an order that stays while the data do. */
final class UnsafePlaceList {
    /** Properties of a mark, in their order. Who answered is not among them. */
    static final List<String> COLUMNS = List.of("id", "safe", "severity", "dark", "reasons", "day", "datasetId");

    private record Placed(UnsafePlace mark, double lon, double lat) {}

    private final List<Placed> marks = new ArrayList<>();

    /** @param box only marks inside it, degrees; null for all */
    UnsafePlaceList(Question question, @Nullable Bounds box) {
        for (UnsafePlaces set : question.unsafePlaces()) {
            Positions positions = Positions.of(set);
            for (int i = 0; i < set.size(); i++) {
                double lon = positions.lon()[i];
                double lat = positions.lat()[i];
                if (box == null || box.contains(lon, lat)) {
                    marks.add(new Placed(set.marks().get(i), lon, lat));
                }
            }
        }
    }

    int size() {
        return marks.size();
    }

    /**
     * Hands over some of them.
     *
     * @return how many there were
     */
    int write(int offset, int limit, FeatureSink sink) throws IOException {
        int first = Math.min(offset, marks.size());
        int last = (int) Math.min(marks.size(), (long) first + limit);
        for (Placed placed : marks.subList(first, last)) {
            write(placed, sink);
        }
        return last - first;
    }

    private static void write(Placed placed, FeatureSink sink) throws IOException {
        UnsafePlace mark = placed.mark;
        sink.beginPoint(placed.lon, placed.lat, mark.id());
        sink.property("id", mark.id());
        sink.property("safe", Boolean.valueOf(mark.safe()));
        sink.property("severity", mark.severity());
        sink.property("dark", mark.dark());
        sink.property(
                "reasons",
                mark.reasons().stream()
                        .sorted()
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                        .toList());
        sink.property("day", mark.day());
        sink.property("datasetId", mark.datasetId());
        sink.endPoint();
    }
}
