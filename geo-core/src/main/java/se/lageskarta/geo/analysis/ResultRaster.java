package se.lageskarta.geo.analysis;

import se.lageskarta.geo.grid.Grid;

/**
 * A surface.
 *
 * @param grid metres in the question's system
 * @param value one a cell, as the grid numbers them
 * @param unit of the values
 */
public record ResultRaster(Grid grid, double[] value, String unit) {}
