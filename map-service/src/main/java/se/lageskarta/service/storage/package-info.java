/**
 * The stores (lager): what is kept, in the embedded H2 or in PostgreSQL with PostGIS, under one contract.
 *
 * <p>Facts (incidents, unsafe places, base features) are written in bulk and never changed; each belongs to an
 * {@link se.lageskarta.service.storage.ImportRun}, and only facts of complete imports are ever handed out. Fact
 * coordinates {@code x, y} are metres in the dataset's working system; geometries are longitude and latitude
 * (EPSG:4326). Every feature may enter; nobody outside writes SQL against these tables.
 */
@NullMarked
package se.lageskarta.service.storage;

import org.jspecify.annotations.NullMarked;
