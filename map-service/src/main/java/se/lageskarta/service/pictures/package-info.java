/**
 * Situation pictures (lägesbilder): the month as the group saw it, frozen. A picture holds its parameters, the hash of the data
 * it was made from and every number that is shown or printed; it is never changed, and what corrected data would say is
 * made beside it, with what differs.
 */
@NullMarked
package se.lageskarta.service.pictures;

import org.jspecify.annotations.NullMarked;
