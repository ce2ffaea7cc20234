/**
 * The demo town (påhittad demostad): a small Swedish-looking town that was never built, on open sea where nobody
 * lives, with everything a municipality would import: background map, incidents, a survey wave, measures.
 *
 * <p>The same seed gives the same town to the last lamp post. Inside this room coordinates are metres east and north
 * of the town square ({@link se.lageskarta.geo.demo.Site}); what leaves it is longitude and latitude, or SWEREF 99 TM
 * where a value says so. {@link se.lageskarta.geo.demo.DemoTown#planted()} tells what analysis should find.
 */
@NullMarked
package se.lageskarta.geo.demo;

import org.jspecify.annotations.NullMarked;
