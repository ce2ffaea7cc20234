/**
 * The public safety map (publicering): what a communicator prepares, a second person approves, and everybody may then read.
 * A {@link se.lageskarta.service.publicpage.Release} holds all that the public gets and nothing else; it is frozen when it
 * is approved and written by {@link se.lageskarta.service.publicpage.PublicFiles} as files whose addresses are hashes of
 * their bytes.
 *
 * <p>This room is the only door to the public for anything that comes out of incidents: every number has passed
 * {@link se.lageskarta.geo.privacy.ReleaseGate} together with everything ever published. Coordinates are WGS 84 degrees,
 * longitude first.
 */
@NullMarked
package se.lageskarta.service.publications;

import org.jspecify.annotations.NullMarked;
