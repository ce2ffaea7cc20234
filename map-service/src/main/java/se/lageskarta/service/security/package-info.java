/**
 * Who may do what (säkerhet): accounts, roles, logging in, and the rules that {@code endpoints.csv} sets for every
 * address. What is not named there is refused. Other rooms ask {@link se.lageskarta.service.security.Person} who is
 * asking, and nothing else.
 */
@NullMarked
package se.lageskarta.service.security;

import org.jspecify.annotations.NullMarked;
