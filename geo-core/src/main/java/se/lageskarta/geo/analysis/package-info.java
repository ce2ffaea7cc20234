/**
 * Analyses (analyser): every method in the form in which a person meets it, on the command line, over HTTP and on the
 * map. An {@link se.lageskarta.geo.analysis.Analysis} names its settings, says whether the data suit it, chooses what
 * was not chosen, and answers with a headline, the numbers behind it and everything needed to repeat it. Metres in
 * the question's coordinate system; texts in Swedish and English. Knows the algorithms; no algorithm knows it.
 */
@NullMarked
package se.lageskarta.geo.analysis;

import org.jspecify.annotations.NullMarked;
