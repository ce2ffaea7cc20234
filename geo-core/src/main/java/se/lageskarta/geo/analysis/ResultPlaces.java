package se.lageskarta.geo.analysis;

import java.util.function.IntFunction;
import org.locationtech.jts.geom.Geometry;

/**
 * Where an answer lies on the map. A column {@code class} says what a place is coloured by.
 *
 * @param table one row a place
 * @param geometry of each row, metres in the question's system
 */
public record ResultPlaces(ResultTable table, IntFunction<Geometry> geometry) {}
