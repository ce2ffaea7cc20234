package se.lageskarta.geo.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a file's rows, found out by reading them without storing anything.
 *
 * @param rows read; they are {@code placed + uncertain + rejected}
 * @param placed kept as they are, with those that repeat an earlier row
 * @param uncertain kept, but something about them is doubtful; those that wait are among them
 * @param rejected not kept
 * @param waiting whose place a person must settle
 * @param complete false when only the first rows were read
 * @param problems the first of them, in the order they were found
 * @param countByCode all problems
 * @param unknownTypes words for types whose meaning nobody has said, and how many rows say them
 * @param places of rows spread over those that were read, other than the lines and areas of a layer
 * @param shapes lines and areas of such rows, with fewer corners than they have
 * @param bounds west, south, east, north in degrees; null when no row has a place
 */
public record FileCheck(
        long rows,
        long placed,
        long uncertain,
        long rejected,
        long waiting,
        boolean complete,
        List<Found> problems,
        Map<String, Long> countByCode,
        Map<String, Long> unknownTypes,
        List<Spot> places,
        List<Shape> shapes,
        @Nullable Bounds bounds) {
    /** As many problems as a person reads. */
    public static final int MAX_PROBLEMS = 100;

    /** As many places as a small map shows. */
    public static final int MAX_PLACES = 500;

    public FileCheck {
        problems = List.copyOf(problems);
        countByCode = Map.copyOf(countByCode);
        unknownTypes = Map.copyOf(unknownTypes);
        places = List.copyOf(places);
        shapes = List.copyOf(shapes);
    }

    public record Found(RowProblem problem, Fate fate) {}

    /**
     * Where a row lies, or the middle of the street or area that it lies somewhere in.
     *
     * @param line in the file
     * @param uncertain true when something about the row is doubtful
     */
    public record Spot(long line, double lon, double lat, boolean uncertain) {}

    /**
     * A line, or the outline of an area.
     *
     * @param lonLat longitude and latitude of one corner after the other, degrees
     * @param area true when the line is the outline of an area, and ends where it begins
     * @param uncertain true when something about the row is doubtful
     */
    @SuppressWarnings("ArrayRecordComponent") // thousands of numbers, handed on once
    public record Shape(double[] lonLat, boolean area, boolean uncertain) {
        int corners() {
            return lonLat.length / 2;
        }
    }

    /** Degrees. */
    public record Bounds(double west, double south, double east, double north) {}
}
