/**
 * Meetings (möten) of the EST group: agenda, attendance by organisation, decisions with owner and day, protocol, and what is told
 * to those who reported.
 */
@NullMarked
package se.lageskarta.service.meetings;

import org.jspecify.annotations.NullMarked;
