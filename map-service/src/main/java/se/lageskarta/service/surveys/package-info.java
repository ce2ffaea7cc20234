/**
 * Unsafe places (otrygga platser) as people marked them in a survey, for those who may see single marks.
 *
 * <p>Places felt to be safe are shown as well and told apart. Coordinates leave this room as WGS 84 degrees.
 */
@NullMarked
package se.lageskarta.service.surveys;

import org.jspecify.annotations.NullMarked;
