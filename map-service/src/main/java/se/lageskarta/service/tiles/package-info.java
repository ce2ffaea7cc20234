/**
 * Map tiles over HTTP (kartrutor): any layers together in one vector tile, or one as a picture, and their TileJSON.
 *
 * <p>Knows only the room {@code layers}. What was drawn is kept, gzipped, under the layers' keys, which name filter,
 * revision and audience; a client that has a tile gets 304 before anything is looked up.
 */
@NullMarked
package se.lageskarta.service.tiles;

import org.jspecify.annotations.NullMarked;
