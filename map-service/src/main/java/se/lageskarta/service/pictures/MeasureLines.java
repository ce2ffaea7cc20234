package se.lageskarta.service.pictures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.storage.Bounds;

/**
 * The measures of the municipality as the group has them before it when the picture is made.
 *
 * @param overdue should have been carried out by now
 * @param due to be carried out within a month
 * @param open the other ones ahead
 * @param done carried out since the month began
 */
record MeasureLines(List<Line> overdue, List<Line> due, List<Line> open, List<Line> done) {
    /** A measure beside the town, at the edge of a forest, is the town's still: some kilometres. */
    private static final double GROWN_DEGREES = 0.1;

    private static final int DUE_WITHIN_DAYS = 31;

    MeasureLines {
        overdue = List.copyOf(overdue);
        due = List.copyOf(due);
        open = List.copyOf(open);
        done = List.copyOf(done);
    }

    /** A measure; {@code spots} are the places of the picture where it is. */
    record Line(
            long id,
            String code,
            String title,
            String owner,
            String status,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            List<Long> spots) {}

    /** Says which places of the picture a measure is at. */
    interface Spots {
        List<Long> of(long measure);
    }

    static MeasureLines of(List<Measure> all, @Nullable Bounds where, YearMonth month, LocalDate today, Spots spots) {
        List<Line> overdue = new ArrayList<>();
        List<Line> due = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        List<Line> done = new ArrayList<>();
        for (Measure measure : all) {
            if (!isWithin(measure, where)) {
                continue;
            }
            LocalDate dueOn = measure.dueOn();
            LocalDate doneOn = measure.doneOn();
            Line line = line(measure, spots.of(measure.id()));
            if (measure.isOverdue(today)) {
                overdue.add(line);
            } else if (measure.isOpen() && dueOn != null && !dueOn.isAfter(today.plusDays(DUE_WITHIN_DAYS))) {
                due.add(line);
            } else if (measure.isOpen()) {
                open.add(line);
            } else if (doneOn != null && !doneOn.isBefore(month.atDay(1))) {
                done.add(line);
            }
        }
        return new MeasureLines(overdue, due, open, done);
    }

    private static boolean isWithin(Measure measure, @Nullable Bounds where) {
        Envelope box = measure.shape().getEnvelopeInternal();
        return where != null
                && where.grownBy(GROWN_DEGREES)
                        .overlaps(new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }

    private static Line line(Measure measure, List<Long> spots) {
        return new Line(
                measure.id(),
                measure.code(),
                measure.title(),
                measure.owner(),
                measure.status().code(),
                measure.dueOn(),
                measure.doneOn(),
                spots);
    }
}
