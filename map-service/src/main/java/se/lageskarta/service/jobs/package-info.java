/**
 * Work that goes on after the answer (bakgrundsjobb): a few threads, a bounded queue, progress that can be asked for,
 * and a way to stop. Jobs live in memory: what a restart interrupts is failed by the room whose work it was.
 */
@NullMarked
package se.lageskarta.service.jobs;

import org.jspecify.annotations.NullMarked;
