/**
 * What people write in their own words (fritext), before it is stored: personal data (personuppgifter) are found and
 * masked. Knows no feature.
 *
 * <p>Only the masked text leaves this room. The page warns with the same rules while somebody types
 * ({@code map/lib/personalData.js}); a test holds the two together.
 */
@NullMarked
package se.lageskarta.service.freetext;

import org.jspecify.annotations.NullMarked;
