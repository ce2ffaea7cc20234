/**
 * Unsafe places (otrygga platser): what people said in a survey wave, never added to crime counts.
 *
 * <p>Coordinates are metres east and north in a projected system. Values only.
 */
@NullMarked
package se.lageskarta.geo.survey;

import org.jspecify.annotations.NullMarked;
