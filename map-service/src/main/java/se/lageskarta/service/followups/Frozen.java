package se.lageskarta.service.followups;

/**
 * A follow-up that has been decided on: its numbers stay as they were, whatever happens to the data; its words may be
 * changed.
 *
 * @param result what was computed
 * @param told what people wrote
 */
record Frozen(FollowUpAnswer result, Told told) {}
