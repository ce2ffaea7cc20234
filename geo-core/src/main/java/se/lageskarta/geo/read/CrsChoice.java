package se.lageskarta.geo.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.CrsGuess;
import se.lageskarta.geo.crs.CrsGuess.Proposal;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.UnknownCrsException;

/**
 * Settles which system a file's coordinates are in. What a person said is followed. What numbers and headings agree on
 * is taken. What is only likely, or contradicts the headings, is proposed and must be confirmed by naming the system:
 * taken wrongly, a whole file lies a thousand kilometres off.
 *
 * @param crs the system
 * @param swapped true when the column taken for east holds north
 * @param why a code
 */
record CrsChoice(Crs crs, boolean swapped, String why) {
    private static final Crs BRITISH_GRID = new Crs(27700);
    // headings that say metres: degrees below them are a contradiction
    private static final Set<String> METRE_HEADINGS = Set.of(
            "ost", "nord", "east", "north", "easting", "northing", "ostlig", "nordlig", "oster", "norr", "e", "n");
    // told by the size of the numbers alone, but too far off when wrong
    private static final Set<String> MUST_BE_CONFIRMED = Set.of("crs.looks-like-rt90", "crs.looks-like-web-mercator");

    /**
     * @param all rows of the file
     * @param east heading of the column taken for east or longitude
     * @param north heading of the column taken for north or latitude
     * @param degrees true when the headings say longitude and latitude
     * @param policeUk true when the file has the shape of data.police.uk, which is in the British grid
     * @throws UnreadableFileException when the system is not known, or must be confirmed
     */
    static CrsChoice settle(
            @Nullable Crs given, PlaceSample all, String east, String north, boolean degrees, boolean policeUk)
            throws UnreadableFileException {
        PlaceSample sample = all.usual();
        if (given != null && !(degrees && given.equals(Crs.WGS84))) {
            return ofGiven(given, sample, east, north);
        }
        boolean besides = !degrees && hasAny(sample.lons());
        List<Proposal> proposals = CrsGuess.propose(
                sample.firsts(),
                sample.seconds(),
                besides ? sample.lons() : null,
                besides ? sample.lats() : null,
                east,
                north);
        if (degrees) {
            return ofDegrees(proposals);
        }
        if (proposals.isEmpty()) {
            throw new UnreadableFileException("file.crs-unknown", Map.of("east", east, "north", north));
        }
        Proposal best = proposals.get(0);
        if (policeUk && best.crs().equals(BRITISH_GRID)) {
            return new CrsChoice(best.crs(), best.swapped(), "crs.police-uk");
        }
        if (best.why().equals("crs.agrees-with-lonlat") || best.why().equals("crs.named-in-header")) {
            return new CrsChoice(best.crs(), best.swapped(), best.why());
        }
        boolean contradicts = best.crs().equals(Crs.WGS84) && (saysMetres(east) || saysMetres(north));
        if (!best.certain() || contradicts || MUST_BE_CONFIRMED.contains(best.why())) {
            throw confirm(proposals);
        }
        return new CrsChoice(best.crs(), best.swapped(), best.why());
    }

    /**
     * The same with the order that a person said.
     *
     * @param said true when the coordinate named first is north; null leaves it as it was recognised
     */
    CrsChoice turned(@Nullable Boolean said) {
        return said == null || said == swapped ? this : new CrsChoice(crs, said, why);
    }

    /**
     * The system that the file names. Numbers that cannot be in it are believed more than the name: then the person is
     * asked.
     *
     * @throws UnreadableFileException when most places have no place in that system, but have in another
     */
    static CrsChoice stated(Crs stated, PlaceSample all) throws UnreadableFileException {
        PlaceSample sample = all.usual();
        boolean swapped = false;
        if (!fits(stated, sample.firsts(), sample.seconds())) {
            swapped = fits(stated, sample.seconds(), sample.firsts());
            List<Proposal> others = CrsGuess.propose(sample.firsts(), sample.seconds(), null, null, "", "").stream()
                    .filter(proposal -> !proposal.crs().equals(stated))
                    .toList();
            if (!swapped && !others.isEmpty()) {
                throw new UnreadableFileException(
                        "file.crs-contradicted",
                        Map.of(
                                "crs",
                                stated.toString(),
                                "first",
                                others.get(0).crs().toString(),
                                "proposals",
                                names(others)));
            }
        }
        return new CrsChoice(stated, swapped, "crs.stated");
    }

    /** What the numbers may be, when the file names no system: never taken without asking. */
    static UnreadableFileException ask(PlaceSample all) {
        PlaceSample sample = all.usual();
        List<Proposal> proposals = CrsGuess.propose(sample.firsts(), sample.seconds(), null, null, "", "");
        return proposals.isEmpty()
                ? new UnreadableFileException("file.crs-unknown", Map.of("east", "x", "north", "y"))
                : confirm(proposals);
    }

    /** The system the numbers most likely are in, as text; empty when they fit nothing known. */
    static String likeliest(PlaceSample all) {
        PlaceSample sample = all.usual();
        List<Proposal> proposals = CrsGuess.propose(sample.firsts(), sample.seconds(), null, null, "", "");
        return proposals.isEmpty() ? "" : proposals.get(0).crs().toString();
    }

    private static boolean fits(Crs crs, double[] east, double[] north) {
        double[] lon = east.clone();
        double[] lat = north.clone();
        try {
            Projection.of(crs).toLonLat(east, north, 0, east.length, lon, lat);
        } catch (UnknownCrsException e) {
            return true;
        }
        int valid = 0;
        for (int i = 0; i < lon.length; i++) {
            valid += Whereabouts.isValid(crs, lon[i], lat[i]) ? 1 : 0;
        }
        return valid * 2 > lon.length;
    }

    private static CrsChoice ofGiven(Crs given, PlaceSample sample, String east, String north)
            throws UnreadableFileException {
        try {
            Projection.of(given);
        } catch (UnknownCrsException e) {
            throw new UnreadableFileException("file.crs-not-supported", Map.of("crs", given.toString()));
        }
        boolean swapped = false;
        for (Proposal proposal : CrsGuess.propose(sample.firsts(), sample.seconds(), null, null, east, north)) {
            if (proposal.crs().equals(given)) {
                swapped = proposal.swapped();
                break;
            }
        }
        return new CrsChoice(given, swapped, "crs.given");
    }

    /** Longitude and latitude by their headings; Swedish numbers the wrong way round are believed more than headings. */
    private static CrsChoice ofDegrees(List<Proposal> proposals) throws UnreadableFileException {
        boolean swapped = false;
        boolean fits = false;
        for (Proposal proposal : proposals) {
            if (proposal.why().equals("crs.looks-like-degrees")) {
                fits = true;
                swapped |= proposal.certain() && proposal.swapped();
            }
        }
        if (!fits
                && !proposals.isEmpty()
                && proposals.stream().anyMatch(p -> !p.crs().equals(Crs.WGS84))) {
            throw confirm(proposals);
        }
        return new CrsChoice(Crs.WGS84, swapped, "crs.named-in-header");
    }

    private static UnreadableFileException confirm(List<Proposal> proposals) {
        return new UnreadableFileException(
                "file.crs-confirm",
                Map.of(
                        "proposals",
                        names(proposals),
                        "first",
                        proposals.get(0).crs().toString()));
    }

    private static String names(List<Proposal> proposals) {
        Set<String> names = proposals.stream()
                .map(proposal -> proposal.crs().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(", ", names);
    }

    private static boolean saysMetres(String heading) {
        return METRE_HEADINGS.contains(Field.fold(heading).toLowerCase(Locale.ROOT));
    }

    private static boolean hasAny(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
