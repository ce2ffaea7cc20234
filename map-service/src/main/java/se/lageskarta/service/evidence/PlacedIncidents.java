package se.lageskarta.service.evidence;

import se.lageskarta.geo.incident.Incidents;

/**
 * All incidents of one working system with their places on the globe, row by row.
 *
 * @param incidents every visible row
 * @param positions where each row lies, degrees
 */
public record PlacedIncidents(Incidents incidents, Positions positions) {}
