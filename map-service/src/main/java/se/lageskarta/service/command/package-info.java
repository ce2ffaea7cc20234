/**
 * The command line (kommandoraden): one class for each command, and the list of them. Knows the features it starts;
 * nobody knows it but {@code Lageskarta.main}.
 */
@NullMarked
package se.lageskarta.service.command;

import org.jspecify.annotations.NullMarked;
