package se.lageskarta.geo.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.cluster.Advice;
import se.lageskarta.geo.crs.Crs;

/**
 * An analysis with everything needed to repeat and to doubt it.
 *
 * @param crs system of all coordinates
 * @param hotspots by rank
 * @param gone those of the same period a year before where there is none now, and certainly fewer incidents than in the
 *     years before: described as they were then, compared with what is there now. Known limit: a place chosen because
 *     of a peak falls back by itself; the mean of up to three years damps that
 * @param parameters what it was made with, and why
 * @param n rows asked about
 * @param used rows that took part
 * @param excluded rows that did not, by reason: {@code place-area}, {@code place-municipality}, {@code place-county},
 *     {@code place-unknown}, {@code place-default}, {@code time-unknown}, {@code safe}; only reasons that occur. Rows outside the period were not asked about
 * @param noise used rows in no hotspot
 * @param distinct distinct coordinates among the used rows
 * @param snapped true when fewer than nine in ten used rows have a coordinate of their own: positions are moved to shared places
 * @param advice what to know before trusting the result
 * @param dataHash of the used rows' content, whatever their order: equal data, equal hash
 * @param seed as given
 * @param sentenceSv the method in a sentence or two, in Swedish
 * @param sentenceEn the same in English
 */
public record HotspotResult(
        Crs crs,
        List<Hotspot> hotspots,
        List<Hotspot> gone,
        HotspotParameters parameters,
        int n,
        int used,
        List<Count> excluded,
        int noise,
        int distinct,
        boolean snapped,
        List<Advice> advice,
        String dataHash,
        long seed,
        String sentenceSv,
        String sentenceEn) {
    public HotspotResult {
        hotspots = List.copyOf(hotspots);
        gone = List.copyOf(gone);
        excluded = List.copyOf(excluded);
        advice = List.copyOf(advice);
    }

    /** The same found in other evidence than crime: its rows were of that. */
    HotspotResult of(Evidence kind) {
        return new HotspotResult(
                crs,
                hotspots.stream().map(hotspot -> hotspot.of(kind)).toList(),
                gone.stream().map(hotspot -> hotspot.of(kind)).toList(),
                parameters,
                n,
                used,
                excluded,
                noise,
                distinct,
                snapped,
                advice,
                dataHash,
                seed,
                sentenceSv,
                sentenceEn);
    }

    /**
     * Says for each hotspot whether the other stream has one at the same place: their outlines overlap. The
     * counts stay apart.
     *
     * @param other result of the other stream in the same coordinate system
     */
    public HotspotResult seenWith(HotspotResult other) {
        if (!other.crs.equals(crs)) {
            throw new IllegalArgumentException("other.crs is " + other.crs + ", but must be " + crs);
        }
        STRtree tree = new STRtree();
        other.hotspots.forEach(hotspot -> tree.insert(hotspot.outline().getEnvelopeInternal(), hotspot));
        List<Hotspot> seen = new ArrayList<>();
        for (Hotspot hotspot : hotspots) {
            List<?> near = tree.query(hotspot.outline().getEnvelopeInternal());
            boolean both = near.stream()
                    .anyMatch(candidate -> ((Hotspot) candidate).outline().intersects(hotspot.outline()));
            seen.add(hotspot.with(both ? Evidence.BOTH : hotspot.stream()));
        }
        return new HotspotResult(
                crs,
                seen,
                gone,
                parameters,
                n,
                used,
                excluded,
                noise,
                distinct,
                snapped,
                advice,
                dataHash,
                seed,
                sentenceSv,
                sentenceEn);
    }
}
