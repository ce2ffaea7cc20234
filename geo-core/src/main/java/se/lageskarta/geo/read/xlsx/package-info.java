/**
 * Workbooks (arbetsböcker, .xlsx) as rows of text: sheet after sheet, row after row, with constant memory.
 *
 * <p>Knows nothing of incidents. Numbers leave as the shortest text that says the same, dates as ISO 8601
 * ({@code 2026-01-31}, {@code 2026-01-31 21:30}), so that a table says the same in a workbook as in CSV. Rows are
 * counted from 1, columns from 0.
 */
@NullMarked
package se.lageskarta.geo.read.xlsx;

import org.jspecify.annotations.NullMarked;
