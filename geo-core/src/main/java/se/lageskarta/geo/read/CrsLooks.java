package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.CrsGuess;
import se.lageskarta.geo.crs.CrsGuess.Proposal;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.UnknownCrsException;
import se.lageskarta.geo.read.FileLook.CrsLook;
import se.lageskarta.geo.read.FileLook.CrsProposal;
import se.lageskarta.geo.read.Sighting.SampledPlaces;

/** The ways a file's coordinates may be read, each with where its rows would lie. */
final class CrsLooks {
    private static final int PLACES = 200;
    private static final double DECIMALS = 1e6;

    private CrsLooks() {}

    /** Null when no coordinates were found. */
    static @Nullable CrsLook of(Sighting seen, ReadOptions options, @Nullable FilePlan plan) {
        SampledPlaces places = seen.places;
        if (places == null) {
            return null;
        }
        PlaceSample usual = places.all().usual();
        List<Proposal> proposals = new ArrayList<>(proposals(places, usual));
        CrsChoice choice = seen.choice;
        Crs chosen = plan != null ? plan.crs() : choice == null ? null : choice.crs();
        boolean swapped = choice != null && choice.swapped();
        String why = choice == null ? null : choice.why();
        boolean certain = why != null && (why.equals("crs.given") || isCertain(proposals, chosen));
        Crs said = chosen == null ? options.crs() : chosen;
        if (said != null && proposals.stream().noneMatch(p -> p.crs().equals(said) && p.swapped() == swapped)) {
            proposals.add(0, new Proposal(said, swapped, false, why == null ? "crs.given" : why, java.util.Map.of()));
        }
        List<CrsProposal> told = new ArrayList<>();
        for (Proposal proposal : proposals) {
            CrsProposal placed = placed(proposal, usual);
            if (placed != null) {
                told.add(placed);
            }
        }
        return new CrsLook(chosen, why, certain, swapped, told);
    }

    private static List<Proposal> proposals(SampledPlaces places, PlaceSample usual) {
        double[] lons = usual.lons();
        boolean besides = !places.degrees() && Arrays.stream(lons).anyMatch(lon -> !Double.isNaN(lon));
        return CrsGuess.propose(
                usual.firsts(),
                usual.seconds(),
                besides ? lons : null,
                besides ? usual.lats() : null,
                places.east(),
                places.north());
    }

    private static boolean isCertain(List<Proposal> proposals, @Nullable Crs chosen) {
        return proposals.stream().anyMatch(p -> p.crs().equals(chosen) && p.certain());
    }

    /** Where the rows would lie, null in a system that nobody knows. */
    private static @Nullable CrsProposal placed(Proposal proposal, PlaceSample sample) {
        Projection projection;
        try {
            projection = Projection.of(proposal.crs());
        } catch (UnknownCrsException e) {
            return null;
        }
        double[] east = spread(proposal.swapped() ? sample.seconds() : sample.firsts());
        double[] north = spread(proposal.swapped() ? sample.firsts() : sample.seconds());
        double[] lon = new double[east.length];
        double[] lat = new double[east.length];
        projection.toLonLat(east, north, 0, east.length, lon, lat);
        int kept = 0;
        for (int i = 0; i < lon.length; i++) {
            boolean zero = east[i] == 0 && north[i] == 0;
            if (!zero && Whereabouts.isValid(proposal.crs(), lon[i], lat[i])) {
                lon[kept] = rounded(lon[i]);
                lat[kept++] = rounded(lat[i]);
            }
        }
        return new CrsProposal(
                proposal.crs(),
                proposal.why(),
                proposal.swapped(),
                proposal.certain(),
                Arrays.copyOf(lon, kept),
                Arrays.copyOf(lat, kept));
    }

    private static double[] spread(double[] all) {
        int count = Math.min(PLACES, all.length);
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = all[(int) ((long) i * all.length / count)];
        }
        return some;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
