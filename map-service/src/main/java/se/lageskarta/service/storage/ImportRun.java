package se.lageskarta.service.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in, or in.
 *
 * @param id number within the installation
 * @param datasetId dataset it feeds
 * @param state where it stands
 * @param fileName name of the file as it was sent
 * @param startedAt when reading began
 * @param finishedAt when it ended, null while it runs
 * @param startedBy user name
 * @param counts what became of the rows; those read so far while it runs are not kept here
 * @param report what else was found, as JSON; the room that imports owns its shape
 */
public record ImportRun(
        long id,
        long datasetId,
        ImportState state,
        String fileName,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String startedBy,
        ImportCounts counts,
        String report) {}
