/**
 * Meetings (möten) of the EST group and those around it: agenda, attendance by organisation, decisions with owner and day,
 * protocol, and what is told to those who reported.
 *
 * <p>A {@link se.lageskarta.service.meetings.Meeting} and a {@link se.lageskarta.service.meetings.Decision} are entries of
 * registers: every state is kept, and of two who write at once one wins. An approved meeting is frozen with everything its
 * protocol says; what comes later is an addendum. No person is named: organisations attend, with how many. Days are Swedish
 * calendar days.
 *
 * <p>Reads pictures, spots and measures; none of them knows of meetings.
 */
@NullMarked
package se.lageskarta.service.meetings;

import org.jspecify.annotations.NullMarked;
