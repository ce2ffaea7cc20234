/**
 * Lägeskarta's service. Each direct sub-package is a module with walls: what is not in its top folder's public
 * types is nobody else's business, and {@code ModuleWallsTest} checks it.
 */
@NullMarked
package se.lageskarta.service;

import org.jspecify.annotations.NullMarked;
