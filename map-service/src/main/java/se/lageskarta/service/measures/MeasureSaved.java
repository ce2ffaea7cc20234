package se.lageskarta.service.measures;

/**
 * Told inside the transaction in which a measure was planned, changed, withdrawn or restored; listen after its commit.
 *
 * @param measureId the measure
 */
public record MeasureSaved(long measureId) {}
