package se.lageskarta.service.ingest;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.FileCheck;
import se.lageskarta.geo.read.FileLook;

/**
 * What was found out about a file before anything of it is stored.
 *
 * @param check what would become of its rows; null when something must be decided before they can be read
 * @param blocking what must be decided or changed first; null when it can be read in
 * @param bytes length of the file
 * @param wishes what was said about it, with what was saved for its shape where that was followed
 * @param target the dataset it goes into; null while its kind is unknown
 * @param offered what is saved for files of its shape; null when nothing is
 * @param followed true when what is saved was followed
 */
public record Looked(
        FileLook look,
        @Nullable FileCheck check,
        FileLook.@Nullable Blocking blocking,
        long bytes,
        FileWishes wishes,
        WhichDataset.@Nullable Target target,
        @Nullable SavedMapping offered,
        boolean followed) {
    public boolean isReady() {
        return blocking == null;
    }
}
