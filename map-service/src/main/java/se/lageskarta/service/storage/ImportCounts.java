package se.lageskarta.service.storage;

/**
 * What became of a file's rows; {@code rows = placed + uncertain + rejected}.
 *
 * @param rows rows read
 * @param placed rows with a good place; those already present count here too
 * @param uncertain rows kept with a doubt
 * @param rejected rows not kept
 * @param duplicates rows, among the placed and uncertain, that were already present
 */
public record ImportCounts(long rows, long placed, long uncertain, long rejected, long duplicates) {
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    public ImportCounts {
        if (placed < 0 || uncertain < 0 || rejected < 0 || duplicates < 0) {
            throw new IllegalArgumentException("counts are " + placed + ", " + uncertain + ", " + rejected + ", "
                    + duplicates + ", but none may be negative");
        }
        if (rows != placed + uncertain + rejected) {
            throw new IllegalArgumentException("rows is " + rows + ", but must be placed + uncertain + rejected = "
                    + (placed + uncertain + rejected));
        }
    }
}
