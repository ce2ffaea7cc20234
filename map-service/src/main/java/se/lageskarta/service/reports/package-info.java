/**
 * Reports from the field (rapporter): what a reporter (rapportör) sees and sends from a phone, what becomes of it, and
 * the answer that goes back.
 *
 * <p>A {@link se.lageskarta.service.reports.Report} is sent once whatever the network does, is handled by a
 * coordinator, and may be counted as an incident or merged with another about the same thing. Deficiencies (class E)
 * and what people feel (class F) are shown but never counted among incidents. Words are masked of personal data before
 * they are stored. Positions are WGS 84 degrees, longitude first; distances and accuracies are metres; when something
 * happened is wall-clock time at the place.
 */
@NullMarked
package se.lageskarta.service.reports;

import org.jspecify.annotations.NullMarked;
