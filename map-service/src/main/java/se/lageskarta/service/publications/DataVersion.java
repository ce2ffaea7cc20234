package se.lageskarta.service.publications;

import java.util.List;
import se.lageskarta.service.web.Sha256;

/**
 * From which data something was made.
 *
 * @param datasets those counted and those that the areas were made from
 * @param hash SHA-256 over their numbers and revisions, hexadecimal
 */
record DataVersion(List<Source> datasets, String hash) {
    /** A dataset at one revision. */
    record Source(long id, String name, long revision) {}

    DataVersion {
        datasets = List.copyOf(datasets);
    }

    static DataVersion of(List<Source> datasets) {
        StringBuilder names = new StringBuilder();
        datasets.forEach(source ->
                names.append(source.id()).append('r').append(source.revision()).append('\n'));
        return new DataVersion(datasets, Sha256.of(names.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
