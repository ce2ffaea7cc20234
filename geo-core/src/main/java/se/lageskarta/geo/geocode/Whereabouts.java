package se.lageskarta.geo.geocode;

import java.util.BitSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written about the locality.
 *
 * @param known localities that the words are; empty when there are none
 * @param everywhere true when they may be the municipality as a whole
 * @param neverSure a locality is written that is not known, or is all that is known of what is written; or the place
 *     is somewhere in a direction from what is named
 * @param unknownFactor for words that may or may not be a locality
 * @param nameFactor small when the name itself is a locality, beside others that tell more
 */
record Whereabouts(BitSet known, boolean everywhere, boolean neverSure, double unknownFactor, double nameFactor) {
    private static final Pattern NAME_LIKE = Pattern.compile("\\p{Lu}[\\p{L}-]{2,}");
    private static final Whereabouts NOT_TOLD = new Whereabouts(new BitSet(), false, false, 1, 1);
    private static final Whereabouts VAGUE = new Whereabouts(new BitSet(), false, true, 1, 1);

    /**
     * @param told locality in a field of its own; empty when there is none
     * @param seen what words have been found to be, filled as they are looked up
     * @return null when the reading takes a word for a locality that is none
     */
    static @Nullable Whereabouts of(Reading reading, String told, Localities localities, Map<String, BitSet> seen) {
        if (reading.localities().isEmpty()) {
            return reading.vague() ? VAGUE : NOT_TOLD;
        }
        BitSet known = new BitSet();
        boolean unknown = false;
        double factor = 1;
        for (String words : reading.localities()) {
            BitSet found = seen.computeIfAbsent(words, localities::find);
            if (found.isEmpty()) {
                boolean field =
                        !told.isEmpty() && words.equals(reading.localities().get(0));
                boolean looksLikeOne = NAME_LIKE.matcher(words).matches();
                if (reading.cost() >= Reading.GUESSED_LOCALITY && !field) {
                    return null;
                }
                unknown |= !localities.isEmpty() && (field || looksLikeOne);
                factor *= 0.5;
            } else if (known.isEmpty()) {
                known.or(found);
            } else if (known.intersects(found)) {
                known.and(found);
            }
        }
        boolean everywhere = known.stream().anyMatch(localities::isEverywhere);
        boolean besides = reading.localities().size() > (told.isEmpty() ? 0 : 1);
        boolean isLocality = besides
                && reading.number() == null
                && !seen.computeIfAbsent(reading.name(), localities::find).isEmpty();
        boolean neverSure = reading.vague() || isLocality || (unknown && known.isEmpty());
        return new Whereabouts(known, everywhere, neverSure, factor, isLocality ? 0.01 : 1);
    }

    /** How much likelier or less likely it makes that a place is meant. */
    double factor(KnownPlace place) {
        if (known.isEmpty()) {
            return unknownFactor;
        }
        for (int locality : place.localities) {
            if (known.get(locality)) {
                return 1;
            }
        }
        return everywhere || place.localities.length == 0 ? 0.3 : 1e-5;
    }
}
