/**
 * Journeys: what people do with Lägeskarta, walked in a real browser against the whole service with the invented demo
 * town. Every page they pass is checked for accessibility, and nothing may be asked of another machine.
 */
@NullMarked
package se.lageskarta.service.journey;

import org.jspecify.annotations.NullMarked;
