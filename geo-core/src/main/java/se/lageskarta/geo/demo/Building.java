package se.lageskarta.geo.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A building.
 *
 * @param kind {@code house}, {@code rowhouse}, {@code apartments}, {@code commercial}, {@code industrial}, {@code school},
 *     {@code public}, {@code church}, {@code station}, {@code farm} or {@code outbuilding}
 * @param name Swedish, mostly empty
 * @param shape its outline, metres from the town square
 * @param street the street it is reached from, empty when it has no address
 * @param number number along the street, 0 when it has no address
 * @param households homes in it
 * @param door where its address is
 */
record Building(String kind, String name, Polygon shape, String street, int number, int households, Coordinate door) {}
