/**
 * What may be told to whom (röjandekontroll). Numbers are counts over sets of atoms; an atom is the smallest piece that is
 * ever counted, such as a square of 250 m in a month with one type of incident.
 *
 * <p>{@link se.lageskarta.geo.privacy.ReleaseGate} judges everything that has been published together with what is about to
 * be: no subtraction of published numbers may leave a small group. {@link se.lageskarta.geo.privacy.ReleaseAreas} makes the
 * areas that counts are told of from where people live ({@link se.lageskarta.geo.privacy.Dwellings}), {@link
 * se.lageskarta.geo.privacy.ReleaseTable} chooses what may be told of incidents beside everything told before, and {@link
 * se.lageskarta.geo.privacy.Guesser} measures what a reader could guess about single homes (röjanderisk). Lengths are metres
 * in a projected system. Knows no map and no file.
 */
@NullMarked
package se.lageskarta.geo.privacy;

import org.jspecify.annotations.NullMarked;
