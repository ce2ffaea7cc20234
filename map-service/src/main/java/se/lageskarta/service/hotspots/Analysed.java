package se.lageskarta.service.hotspots;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.Incidents;

/**
 * One set of evidence in one working system, analysed.
 *
 * @param stream which evidence
 * @param result what was found
 * @param incidents the set that rows of {@code result} are numbers in; null for unsafe places
 * @param millis how long it took, milliseconds
 */
public record Analysed(
        Evidence stream, HotspotResult result, @Nullable Incidents incidents, long millis) {}
