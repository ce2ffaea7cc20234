/**
 * Did a measure help (effekt)? Counts before and after, at the target, in a comparison area and where the trouble may
 * have moved: relative effect, displacement quotient, weighted displacement difference, and how small a change could
 * have been seen at all.
 *
 * <p>Every measure comes with its interval and with a word: where the interval holds "no change", the word is "no
 * sure change", whatever the estimate. Areas are metres; knows values and the statistics room only.
 */
@NullMarked
package se.lageskarta.geo.effect;

import org.jspecify.annotations.NullMarked;
