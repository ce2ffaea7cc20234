/**
 * Whole layers as files (nedladdningar): GeoJSON, or CSV for a spreadsheet, streamed.
 *
 * <p>Knows only the room {@code layers}; the same roles and the same filter hold as on the map. A cell of a table never
 * begins like a formula.
 */
@NullMarked
package se.lageskarta.service.downloads;

import org.jspecify.annotations.NullMarked;
