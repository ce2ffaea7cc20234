/**
 * Cause investigations (orsaksanalyser): why a spot is what it is, from three perspectives (offender, victim or object, place),
 * with hypotheses that the data support, contradict or say nothing of. About places and circumstances, never persons.
 */
@NullMarked
package se.lageskarta.service.causes;

import org.jspecify.annotations.NullMarked;
