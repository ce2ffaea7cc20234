package se.lageskarta.service.storage;

/**
 * Told after the transaction in which a dataset's visible rows changed: an import was completed or taken back.
 * Who keeps something computed from it lets go of it.
 *
 * @param datasetId the dataset
 * @param kind what its rows are
 */
public record DatasetChanged(long datasetId, DatasetKind kind) {}
