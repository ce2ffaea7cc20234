/**
 * The public page (den öppna sidan): what everybody reads, made of one {@link se.lageskarta.service.publicpage.Release} and
 * nothing else. The room asks no database and no clock, so the same release gives the same bytes, and what is not in the
 * release cannot be on the page, in its pictures or in its files.
 *
 * <p>Coordinates are WGS 84 degrees, longitude first; on pictures they are whole units of a map, see
 * {@code MapPlan}.
 */
@NullMarked
package se.lageskarta.service.publicpage;

import org.jspecify.annotations.NullMarked;
