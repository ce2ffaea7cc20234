/**
 * What an installation can set (inställningar): one immutable record a subject, filled from {@code application.yml},
 * the environment and the command line. Every room may read; nobody writes.
 */
@NullMarked
package se.lageskarta.service.settings;

import org.jspecify.annotations.NullMarked;
