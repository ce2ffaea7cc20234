package se.lageskarta.service.pictures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.service.evidence.Mask;

/**
 * Everything of a month's picture but who froze it when. The order of its members is the order in which they are written, so
 * equal pictures have equal bytes.
 *
 * @param month the month
 * @param scope which data
 * @param period the twelve months in which places are found
 * @param comparedWith years with which the month is compared, latest first
 * @param parameters how the places of each stream were found
 * @param seed of anything drawn by lot
 * @param dataHash mark of all rows behind it
 * @param version of the software
 * @param invented true when any of the data are made up
 * @param masked true when small counts are left out
 * @param totals the month, type by type
 * @param unsafety what people said about unsafe places in the twelve months
 * @param hotspots by rank, crime and unsafety apart
 * @param hotspotsInAll how many there are, also those left out
 * @param gone places of earlier years that are no more
 * @param fourFields crime and unsafety side by side
 * @param areas by priority
 * @param measures as they stood when it was frozen
 * @param year what comes in this month and the two after it
 * @param sentences what has changed, where, how surely, and what is done about it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder(alphabetic = false)
record Picture(
        YearMonth month,
        Scope scope,
        Period period,
        List<Integer> comparedWith,
        List<Place.Method> parameters,
        long seed,
        String dataHash,
        String version,
        boolean invented,
        boolean masked,
        TypeTotals totals,
        Marks unsafety,
        List<Place> hotspots,
        int hotspotsInAll,
        List<Gone> gone,
        FourFields fourFields,
        List<AreaLine> areas,
        MeasureLines measures,
        List<YearEvent.Coming> year,
        PictureWords sentences) {
    Picture {
        comparedWith = List.copyOf(comparedWith);
        parameters = List.copyOf(parameters);
        hotspots = List.copyOf(hotspots);
        gone = List.copyOf(gone);
        areas = List.copyOf(areas);
        year = List.copyOf(year);
    }

    /** Which data; {@code id} is the same while the group of datasets grows. */
    record Scope(String id, String name, List<Source> datasets) {}

    /** A dataset as it was. */
    record Source(long id, String name, String kind, long revision, long rows) {}

    /** Days, both included. */
    record Period(LocalDate from, LocalDate to) {}

    /** Marks of unsafe places and the people behind them. */
    record Marks(int marks, int people) {
        Marks masked() {
            Integer aboutMarks = Mask.about(Integer.valueOf(marks));
            Integer aboutPeople = Mask.about(Integer.valueOf(people));
            return new Marks(aboutMarks == null ? 0 : aboutMarks, aboutPeople == null ? 0 : aboutPeople);
        }
    }

    /** A place that was there until {@code since}; {@code inside} is counted where it was, for crime. */
    record Gone(
            Place.Named spot,
            YearMonth since,
            String stream,
            @Nullable Counted inside,
            Outline outline,
            List<Double> centre) {
        Gone masked(Geometry coarse) {
            Point middle = coarse.getCentroid();
            return new Gone(
                    spot,
                    since,
                    stream,
                    inside == null ? null : inside.masked(),
                    Outline.of(coarse),
                    Outline.place(middle.getX(), middle.getY()));
        }
    }

    /** A place in the picture: its status and how many belong to it. */
    record Seen(String status, int members) {}

    /** The places it tells of, by number. */
    Map<Long, Seen> sightings() {
        Map<Long, Seen> seen = new TreeMap<>();
        gone.stream()
                .filter(one -> one.spot.id() > 0)
                .forEach(one -> seen.put(
                        one.spot.id(),
                        new Seen("gone", one.inside == null || one.inside.count() == null ? 0 : one.inside.count())));
        hotspots.stream()
                .filter(place -> place.spot().id() > 0)
                .forEach(place -> seen.put(place.spot().id(), new Seen(place.status(), place.size())));
        return seen;
    }

    /**
     * The same for who may not see single incidents: counts to the nearest five, places in squares. How the places were found
     * tells how many rows there are, and is left out. The sentences are made of what is left.
     *
     * @param squares an outline in squares, empty when it holds a few households only
     */
    Picture masked(Function<Geometry, Optional<Geometry>> squares, PictureWords.Writer words) {
        Picture kept = new Picture(
                month,
                scope,
                period,
                comparedWith,
                List.of(),
                seed,
                dataHash,
                version,
                invented,
                true,
                totals.masked(),
                unsafety.masked(),
                hotspots.stream()
                        .filter(place -> place.size() >= Mask.LEAST)
                        .flatMap(place -> squares.apply(place.outline().shape()).map(place::masked).stream())
                        .toList(),
                hotspotsInAll,
                gone.stream()
                        .flatMap(one -> squares.apply(one.outline.shape()).map(one::masked).stream())
                        .toList(),
                fourFields.masked(),
                areas.stream().map(AreaLine::masked).toList(),
                measures,
                year,
                PictureWords.NONE);
        return kept.with(words.of(kept));
    }

    Picture with(PictureWords words) {
        return new Picture(
                month,
                scope,
                period,
                comparedWith,
                parameters,
                seed,
                dataHash,
                version,
                invented,
                masked,
                totals,
                unsafety,
                hotspots,
                hotspotsInAll,
                gone,
                fourFields,
                areas,
                measures,
                year,
                Objects.requireNonNull(words));
    }
}
