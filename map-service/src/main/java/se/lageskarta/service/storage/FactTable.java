package se.lageskarta.service.storage;

import java.util.Locale;

/** The three tables of facts. */
enum FactTable {
    INCIDENT,
    UNSAFE_PLACE,
    BASE_FEATURE;

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FactTable of(DatasetKind kind) {
        return switch (kind) {
            case INCIDENTS -> INCIDENT;
            case UNSAFE_PLACES -> UNSAFE_PLACE;
            case BASE -> BASE_FEATURE;
        };
    }
}
