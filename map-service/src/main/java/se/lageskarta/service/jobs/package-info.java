/**
 * Work that goes on after the answer (bakgrundsjobb): a few threads, a bounded queue, and an orderly end when the
 * service stops. Jobs live in memory: what a restart interrupts is failed by the room whose work it was. How far work
 * has come, and the button that stops it, are that room's too.
 */
@NullMarked
package se.lageskarta.service.jobs;

import org.jspecify.annotations.NullMarked;
