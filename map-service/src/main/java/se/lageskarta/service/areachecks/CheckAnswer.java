package se.lageskarta.service.areachecks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a check answered, as it is frozen. Geometries are GeoJSON in degrees, distances metres.
 *
 * @param buffer metres that the drawn area was widened by
 * @param area what was drawn, mended where it had to be
 * @param repaired what was mended; null when nothing was
 * @param sides the area, and the alternative when there is one
 * @param sentences what it says in plain words, by language
 * @param method how the numbers were made and what they cannot say, by language
 */
record CheckAnswer(
        Stage stage,
        int buffer,
        JsonNode area,
        @Nullable Plain repaired,
        @Nullable JsonNode alternative,
        DataVersion dataVersion,
        Period period,
        boolean invented,
        List<Side> sides,
        Map<String, List<String>> sentences,
        Map<String, List<String>> method) {
    CheckAnswer {
        sides = List.copyOf(sides);
    }

    /** What a verdict is. */
    static final String MORE = "more";

    static final String FEWER = "fewer";
    static final String SAME = "no-sure-difference";
    static final String TOO_FEW = "too-few";

    /**
     * Which data it was made of.
     *
     * @param hash 64 hexadecimal digits of the datasets, their revisions and the area set
     * @param areaSet number of the set of planner areas
     * @param program version of the program
     */
    record DataVersion(List<Source> datasets, String hash, long areaSet, String program) {}

    record Source(long id, String name, long revision) {}

    /**
     * Days counted, both included.
     *
     * @param note why it is not the period that was asked for; null when it is
     */
    record Period(LocalDate from, LocalDate to, @Nullable Plain note) {}

    /**
     * What is told of one drawn area.
     *
     * @param which {@code area} or {@code alternative}
     * @param drawn in degrees
     * @param buffered what was drawn, widened
     * @param outside the part that nothing is told of; null when there is none
     * @param coarsened what was told more coarsely than asked, or kept as told before; null when nothing was
     * @param neighbourhood the fixed, larger area that seasons, darkness and trend are of
     * @param seasons winter, spring, summer, autumn, shares of 1; empty when not told
     */
    record Side(
            String which,
            JsonNode drawn,
            JsonNode buffered,
            double squareMetres,
            @Nullable Outside outside,
            Covered covered,
            @Nullable Plain coarsened,
            Total total,
            List<Type> types,
            Neighbourhood neighbourhood,
            List<Double> seasons,
            List<Double> municipalitySeasons,
            @Nullable Darkness darkness,
            @Nullable Trend trend,
            List<Hotspot> hotspots,
            Felt unsafe,
            Felt safe,
            Lighting lighting,
            List<MeasureNear> measures) {
        Side {
            types = List.copyOf(types);
            seasons = List.copyOf(seasons);
            municipalitySeasons = List.copyOf(municipalitySeasons);
            hotspots = List.copyOf(hotspots);
            measures = List.copyOf(measures);
        }
    }

    /**
     * A part of what was drawn, or of its surroundings, that lies where nothing is known.
     *
     * @param of {@code municipality} when its border is known, otherwise {@code data}
     * @param share part of what was drawn, 0 to 1
     * @param surroundingsShare part of what was drawn together with its surroundings, 0 to 1
     * @param squareMetres how much of what was drawn
     * @param outline of the part with its surroundings
     * @param text in words
     */
    record Outside(
            String of, double share, double surroundingsShare, double squareMetres, JsonNode outline, Plain text) {}

    /** The planner areas that the numbers are of. */
    record Covered(JsonNode outline, int households, List<Area> areas) {
        Covered {
            areas = List.copyOf(areas);
        }
    }

    /** @param count null for fewer than five */
    record Area(
            String id,
            JsonNode outline,
            int households,
            @Nullable Integer count) {}

    /**
     * Incidents in the covered areas.
     *
     * @param count sum of what is told; null when nothing is
     * @param atMost count with four more for each number that is not told
     * @param rate a year and 1,000 households; null when nothing is told
     * @param low lower end of the rate's 95 % interval
     * @param high upper end
     * @param municipalityRate a year and 1,000 households, two digits
     * @param ratioLow how many times the rate of the rest of the municipality it is at least
     * @param ratioHigh how many times at most
     * @param text in words
     */
    record Total(
            @Nullable Integer count,
            int atMost,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high,
            double municipalityRate,
            @Nullable Double ratioLow,
            @Nullable Double ratioHigh,
            String verdict,
            Plain text) {}

    /**
     * A group of types.
     *
     * @param group letter of its class; {@code rest} for what is too small to be told by group
     * @param share at least so much of the total, 0 to 1
     */
    record Type(
            String group,
            Plain name,
            @Nullable Integer count,
            @Nullable Double share,
            @Nullable Double municipalityShare,
            String verdict) {}

    record Neighbourhood(JsonNode outline, int households) {}

    record Darkness(
            double share, double low, double high, @Nullable Double municipalityShare, String verdict) {}

    record Trend(
            double ratio, double low, double high, @Nullable Double municipalityRatio, String verdict) {}

    /**
     * A hotspot that the buffered area touches.
     *
     * @param status against the same months of earlier years
     * @param distance metres from what was drawn, 0 when it lies in it
     */
    record Hotspot(String name, String stream, String status, JsonNode outline, long distance) {}

    /**
     * What people told in surveys of the covered areas.
     *
     * @param people class of how many, such as {@code 5-9}; {@code few} below five
     * @param reasons codes of reasons that at least five people of an area gave, the commonest first
     */
    record Felt(String people, List<String> reasons) {
        Felt {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Lamps and ways of the buffered area, by the registers that have been imported.
     *
     * @param known false when no lamps have been imported hereabouts
     * @param broken lamps that the register says do not work
     * @param pathMetres streets and paths
     * @param unlitPathMetres those farther than 30 m from a working lamp, and not said to be lit
     * @param unlitShare of the streets and paths, 0 to 1; null without any
     * @param municipalityUnlitShare the same of all planner areas
     */
    record Lighting(
            boolean known,
            int lamps,
            int broken,
            double perHectare,
            long pathMetres,
            long unlitPathMetres,
            @Nullable Double unlitShare,
            @Nullable Double municipalityUnlitShare) {
        static final Lighting UNKNOWN = new Lighting(false, 0, 0, 0, 0, 0, null, null);
    }

    /** A measure in or beside the buffered area. */
    record MeasureNear(long id, String name, String status, String owner, long distance) {}
}
