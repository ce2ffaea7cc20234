/**
 * Registers (register): whatever people write and change together, such as cause cards, meetings and decisions. An entry is a
 * record that refuses what is wrong in its constructor, is kept as JSON with every state it had, and is changed only by who
 * has seen the present version: of two who write at once one wins, and the other gets both versions.
 *
 * <p>A feature makes its {@link se.lageskarta.service.register.Register} from
 * {@link se.lageskarta.service.register.Registers} and keeps the rules of its entries; this room knows no feature.
 */
@NullMarked
package se.lageskarta.service.register;

import org.jspecify.annotations.NullMarked;
