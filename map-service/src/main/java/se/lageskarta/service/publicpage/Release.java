package se.lageskarta.service.publicpage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.Texts;

/**
 * All that the public gets of one release. Whatever is not in here cannot be on the public page, in its pictures or in its
 * files: they are made of this alone. Lists are in the order in which they are shown.
 *
 * @param slug names the publication in addresses, such as {@code trygghet-2025}
 * @param from first day counted
 * @param to last day counted
 * @param published day when it was approved
 * @param publisher who answers for it, such as the municipality's name; never a person
 * @param contact where faults of the page are reported: an e-mail address or a web address
 * @param noise true when counts were changed by at most two before they were classed
 * @param invented true when any of it is made up, which the page says at the top
 * @param series the first is all reported incidents; at most three more, disjoint
 * @param areas every area, also those that tell nothing
 * @param cells a class for each area and series, in the order of the areas and within it of the series
 * @param totals a class for each series over the whole municipality, in the order of the series; null where it would tell
 * @param text the plain words of the page, paragraphs parted by empty lines
 * @param method how the numbers were made, and what they cannot say, paragraphs parted by empty lines
 * @param report how to report something, paragraphs parted by empty lines
 * @param backdrop what is drawn beneath the areas
 * @param access what is said of its accessibility; null for the usual words
 */
public record Release(
        String slug,
        Words title,
        LocalDate from,
        LocalDate to,
        LocalDate published,
        String publisher,
        String contact,
        boolean noise,
        boolean invented,
        List<Series> series,
        List<Area> areas,
        List<Cell> cells,
        List<@Nullable CountClass> totals,
        List<Perceived> perceived,
        List<Measure> measures,
        List<Walk> walks,
        Words text,
        Words method,
        Words report,
        Backdrop backdrop,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Access access) {
    public Release {
        series = List.copyOf(series);
        areas = List.copyOf(areas);
        cells = List.copyOf(cells);
        perceived = List.copyOf(perceived);
        measures = List.copyOf(measures);
        walks = List.copyOf(walks);
        if (cells.size() != areas.size() * series.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells, but must be " + areas.size() + " areas by " + series.size() + " series");
        }
    }

    /** What is counted together. @param code such as {@code all} @param holds what it holds, in plain words */
    public record Series(String code, Words name, Words holds) {}

    /**
     * An area made from dwellings.
     *
     * @param id such as {@code a12}, the same in every release with the same areas
     * @param name of a place or street in it, unique in the release
     * @param households class of households, such as {@code 100-199}
     * @param rings polygons of rings of longitude and latitude, six decimals, as GeoJSON MultiPolygon has them
     * @param nameEn in English, where the name is a description; null where the name is the same
     */
    public record Area(
            String id,
            String name,
            String households,
            List<List<List<double[]>>> rings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String nameEn) {
        public Area(String id, String name, String households, List<List<List<double[]>>> rings) {
            this(id, name, households, rings, null);
        }

        String name(Locale language) {
            String english = nameEn;
            return english != null && language.equals(Texts.ENGLISH) ? english : name;
        }
    }

    /**
     * What the accessibility statement says of this page.
     *
     * @param known faults that are known, paragraphs parted by empty lines
     * @param contact where who cannot use the page turns: an e-mail or web address
     */
    public record Access(Words known, String contact) {}

    /** What is told of one series in one area. */
    public record Cell(String area, String series, CountClass count) {}

    /**
     * What people told in a survey of one area.
     *
     * @param unsafe class of how many people marked an unsafe place there
     * @param safe class of how many people marked a safe place there
     */
    public record Perceived(String area, CountClass unsafe, CountClass safe) {}

    /**
     * A measure that somebody chose to tell of.
     *
     * @param status code of the measure's status
     * @param promise what the municipality promises with it
     * @param promiseEn the same in English; null when nobody has translated it
     * @param area id of the area it lies in; null for the whole municipality
     * @param place longitude and latitude, null when the place is not shown
     */
    public record Measure(
            String name,
            String status,
            String promise,
            @Nullable String area,
            double @Nullable [] place,
            @Nullable LocalDate done,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String promiseEn) {
        public Measure(
                String name,
                String status,
                String promise,
                @Nullable String area,
                double @Nullable [] place,
                @Nullable LocalDate done) {
            this(name, status, promise, area, place, done, null);
        }

        /** True when the page in a language has to tell the promise in Swedish. */
        boolean isUntranslated(Locale language) {
            return language.equals(Texts.ENGLISH) && promiseEn == null;
        }

        String promise(Locale language) {
            String english = promiseEn;
            return english != null && language.equals(Texts.ENGLISH) ? english : promise;
        }
    }

    /** A safety walk with a protocol. @param protocol path of the protocol that is part of the release */
    public record Walk(
            String title,
            LocalDate day,
            int findings,
            int mended,
            @Nullable String protocol) {}

    /**
     * The land beneath: simplified, so that all of it is small. Each is polygons or lines of longitude and latitude, five
     * decimals.
     *
     * @param border rings of the municipality
     * @param water rings
     * @param roads lines of the larger roads
     * @param places names with their places
     */
    public record Backdrop(
            List<List<double[]>> border, List<List<double[]>> water, List<List<double[]>> roads, List<Place> places) {}

    /** @param at longitude and latitude */
    public record Place(String name, double[] at) {}
}
