package se.lageskarta.service.storage;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;

/**
 * What is said about a dataset when its first file arrives; the parts are those of {@link Dataset}.
 *
 * @param name 1 to 200 characters
 */
public record NewDataset(
        String name,
        DatasetKind kind,
        @Nullable String role,
        Crs crs,
        String owner,
        String source,
        boolean invented,
        String legalNote) {
    private static final int LONGEST_NAME = 200;

    /** Without a word on what ground it may be used. */
    public NewDataset(
            String name,
            DatasetKind kind,
            @Nullable String role,
            Crs crs,
            String owner,
            String source,
            boolean invented) {
        this(name, kind, role, crs, owner, source, invented, "");
    }

    public NewDataset {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "dataset is " + name.length() + " characters long, but must be 1 to " + LONGEST_NAME);
        }
        if ((kind == DatasetKind.BASE) != (role != null)) {
            throw new IllegalArgumentException("role is " + role + ", but a base layer has one and others have none");
        }
    }
}
