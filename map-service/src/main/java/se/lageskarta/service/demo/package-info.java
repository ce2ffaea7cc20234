/**
 * The invented town at the first start (demostad): an empty installation gets it through the same way in as every
 * file, marked as invented, with measures and one account a role. Enters {@code ingest}, {@code measures} and
 * {@code security}; nobody enters here.
 */
@NullMarked
package se.lageskarta.service.demo;

import org.jspecify.annotations.NullMarked;
