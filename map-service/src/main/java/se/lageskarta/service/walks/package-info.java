/**
 * Safety walks (trygghetsvandringar): a group of at most some twenty walks a route, notes deficiencies and places that feel
 * unsafe or safe, meets again when it is decided what will be done, and walks again after some months.
 *
 * <p>What a walk finds is its own and is never added to survey marks or crime: the group chose where to go, and speaks
 * with one voice. Participants are organisations and numbers, never names; words are masked before they are stored.
 * Positions are WGS 84 degrees, longitude first.
 */
@NullMarked
package se.lageskarta.service.walks;

import org.jspecify.annotations.NullMarked;
