/**
 * Features (objekt) as files give them, whatever the format: a number, a shape and texts; how rings become areas, when
 * a shape is broken, and which coordinate system a written description means.
 *
 * <p>Everything here is made for files of strangers: counts are limits, work is counted and bounded, and nothing is
 * believed because a file says so. Coordinates are in the file's own system and units.
 */
@NullMarked
package se.lageskarta.geo.read.feature;

import org.jspecify.annotations.NullMarked;
