/**
 * The evidence (underlag): where the data are, for every question about them.
 *
 * <p>Recorded crime ({@code Incidents}) and perceived unsafety ({@code UnsafePlaces}) are read whole into memory, one
 * set a working coordinate system, and kept for as long as the database's revision stays. A
 * {@link se.lageskarta.service.evidence.Question} says which of them are asked for; datasets of different places never
 * mix unless somebody asks for both. Coordinates are metres in each set's own system. Every feature may enter; nothing
 * else reads incidents or unsafe places from the stores.
 */
@NullMarked
package se.lageskarta.service.evidence;

import org.jspecify.annotations.NullMarked;
