/**
 * Follow-ups (uppföljningar): what happened after a measure, against a comparison area and around it, with intervals and in
 * words that promise no more than they hold; and what was learnt over all measures.
 */
@NullMarked
package se.lageskarta.service.followups;

import org.jspecify.annotations.NullMarked;
