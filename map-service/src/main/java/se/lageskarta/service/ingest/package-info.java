/**
 * Getting files in (import, inläsning): a file becomes facts of a dataset, all of it or nothing, and everything that did
 * not become one is told with line, value, reason and remedy.
 *
 * <p>{@link se.lageskarta.service.ingest.ImportFile} is the one way in, used by the page, the command line and the
 * demo town alike. What is read wrong is decided in {@code se.lageskarta.geo.read}; what is stored and when it shows,
 * in {@code storage}. Other rooms hear {@link se.lageskarta.service.storage.DatasetChanged}.
 */
@NullMarked
package se.lageskarta.service.ingest;

import org.jspecify.annotations.NullMarked;
