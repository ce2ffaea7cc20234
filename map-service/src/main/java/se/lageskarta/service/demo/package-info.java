/**
 * The invented town at the first start (demostad): an empty installation gets it through the same way in as every
 * file, marked as invented, with measures, one account a role, a frozen picture, a meeting to come and a
 * follow-up. Enters {@code ingest}, {@code measures}, {@code pictures}, {@code meetings}, {@code followups} and
 * {@code security}; nobody enters here.
 */
@NullMarked
package se.lageskarta.service.demo;

import org.jspecify.annotations.NullMarked;
