/**
 * Reference cases (referensfall): runs methods on folders of published inputs, so that another program can compare the answers.
 *
 * <p>A folder holds {@code expected/<id>.json} with {@code id}, {@code method}, {@code input} and
 * {@code params}; the answers in those files are never read. A door: knows all algorithms, none knows it.
 */
@NullMarked
package se.lageskarta.geo.cases;

import org.jspecify.annotations.NullMarked;
