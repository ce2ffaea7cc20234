package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.geocode.KnownPlace.Kind;

/** Weighs the places that one text may mean against each other. Not safe for several threads. */
final class Weighing {
    private static final int MOST_CANDIDATES = 8;
    private static final double LEAST_SCORE = 0.005;
    /** When only some words of a name are written, or the locality is none that is known. */
    private static final double NEVER_SURE = 0.85;

    private final Localities localities;
    private final Map<Key, Candidate> candidates = new LinkedHashMap<>();

    Weighing(Localities localities) {
        this.localities = localities;
    }

    private record Key(
            KnownPlace place, String suffix, @Nullable Coordinate at) {}

    /**
     * @param weight how likely the text is when this is meant
     * @param none how likely it is when something is meant that nobody knows
     * @param neverSure true when somebody is to be asked, however likely it is
     */
    void add(KnownPlace place, Spot spot, double weight, double none, boolean neverSure) {
        Candidate candidate = new Candidate(place, spot, weight, none, neverSure);
        candidates.merge(new Key(place, spot.suffix(), spot.at()), candidate, (a, b) -> b.weight > a.weight ? b : a);
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    FoundPlaces result() {
        if (candidates.isEmpty()) {
            return FoundPlaces.NONE;
        }
        List<Candidate> all = new ArrayList<>(candidates.values());
        all.sort((a, b) -> Double.compare(b.weight, a.weight));
        double sum = 0;
        for (Candidate candidate : all) {
            sum += candidate.weight;
        }
        List<Candidate> different = oncePerSpot(all);
        List<FoundPlace> found = new ArrayList<>();
        for (Candidate candidate : different) {
            double score = candidate.weight / (sum + candidate.none);
            score = Math.min(candidate.neverSure ? NEVER_SURE : 1, score);
            if (score >= LEAST_SCORE && found.size() < MOST_CANDIDATES) {
                found.add(candidate.found(nameOf(candidate, different), Math.round(score * 1e4) / 1e4));
            }
        }
        found.sort((a, b) -> Double.compare(b.score(), a.score()));
        return new FoundPlaces(found, !found.isEmpty() && found.get(0).score() >= RegisterFinder.SURE);
    }

    /** A square and its label, a park and the bus stop named after it, are one answer: the larger. */
    private static List<Candidate> oncePerSpot(List<Candidate> all) {
        List<Candidate> different = new ArrayList<>();
        for (Candidate candidate : all) {
            Candidate same = null;
            for (Candidate known : different) {
                same = same == null && known.isSameSpot(candidate) ? known : same;
            }
            if (same == null) {
                different.add(candidate);
            } else {
                different.set(different.indexOf(same), same.with(candidate));
            }
        }
        different.sort((a, b) -> Double.compare(b.weight, a.weight));
        return different;
    }

    private String nameOf(Candidate candidate, List<Candidate> all) {
        String name = candidate.name();
        boolean alone = all.stream().noneMatch(other -> other != candidate && name.equals(other.name()));
        return alone || candidate.place.localities.length == 0
                ? name
                : name + ", " + localities.nameOf(candidate.place.localities[0]);
    }

    private record Candidate(KnownPlace place, Spot spot, double weight, double none, boolean neverSure) {
        private static final double ONE_SPOT_METRES = 150;

        String name() {
            return place.name + spot.suffix();
        }

        boolean isSameSpot(Candidate other) {
            return place != other.place
                    && spot.at() == null
                    && other.spot.at() == null
                    && place.kind != Kind.BLOCK
                    && other.place.kind != Kind.BLOCK
                    && Spelling.plain(place.name).equals(Spelling.plain(other.place.name))
                    && Plane.metres(place.reach(), other.place.reach()) <= ONE_SPOT_METRES;
        }

        Candidate with(Candidate other) {
            boolean larger = Plane.diagonalMetres(other.place.reach()) > Plane.diagonalMetres(place.reach());
            Candidate kept = larger ? other : this;
            return new Candidate(
                    kept.place,
                    kept.spot,
                    weight + other.weight,
                    Math.min(none, other.none),
                    neverSure && other.neverSure);
        }

        FoundPlace found(String name, double score) {
            Coordinate at = spot.at() == null ? place.middle() : spot.at();
            if (spot.at() != null) {
                return new FoundPlace(name, at.x, at.y, spot.precision(), spot.shape(), score);
            }
            return new FoundPlace(name, at.x, at.y, place.precision(), place.shape(), score);
        }
    }
}
