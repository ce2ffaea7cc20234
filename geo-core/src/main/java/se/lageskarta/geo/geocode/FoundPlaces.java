package se.lageskarta.geo.geocode;

import java.util.List;

/**
 * What words may mean.
 *
 * @param candidates the likeliest first; may be empty
 * @param sure true when the first can be taken without asking anybody
 */
public record FoundPlaces(List<FoundPlace> candidates, boolean sure) {
    /** Nothing fits. */
    public static final FoundPlaces NONE = new FoundPlaces(List.of(), false);

    public FoundPlaces {
        candidates = List.copyOf(candidates);
        if (sure && candidates.isEmpty()) {
            throw new IllegalArgumentException("sure is true, but must be false when there is no candidate");
        }
    }
}
