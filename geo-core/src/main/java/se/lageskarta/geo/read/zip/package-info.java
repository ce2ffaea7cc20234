/**
 * Zip files (zip-filer) behind a guard: what lies in one is known and within limits before anything of it is read.
 *
 * <p>Sizes are bytes. Workbooks, zipped shapefiles and zipped tables all come in through here.
 */
@NullMarked
package se.lageskarta.geo.read.zip;

import org.jspecify.annotations.NullMarked;
