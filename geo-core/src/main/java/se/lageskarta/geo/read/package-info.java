/**
 * Reading files (inläsning): from what a municipality really has to incidents, unsafe places and base-map features.
 *
 * <p>A door: files come in here, and nothing that computes may know this room. Reading streams with constant
 * memory and has two steps: a {@code FilePlan} says what the file is taken to be and why
 * (encoding, separator, header row, columns, coordinate system, kind), then the rows go to a
 * {@code RowSink}. Bad rows are data, not exceptions: each is a
 * {@code RowProblem} with line, field, value and a code. Coordinates leave this room as
 * metres east and north in the plan's working system (base features: longitude and latitude in degrees);
 * times leave it as wall-clock minutes at the place.
 */
@NullMarked
package se.lageskarta.geo.read;

import org.jspecify.annotations.NullMarked;
