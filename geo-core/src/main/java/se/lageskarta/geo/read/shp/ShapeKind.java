package se.lageskarta.geo.read.shp;

import org.jspecify.annotations.Nullable;

/** What a record's shape is; heights and measures are passed over. */
enum ShapeKind {
    POINT,
    MULTI_POINT,
    LINE,
    AREA;

    /** Of the type's number, plain, with heights (+10) or measures (+20); null when there is no such type. */
    static @Nullable ShapeKind of(int type) {
        return switch (type) {
            case 1, 11, 21 -> POINT;
            case 3, 13, 23 -> LINE;
            case 5, 15, 25 -> AREA;
            case 8, 18, 28 -> MULTI_POINT;
            default -> null;
        };
    }
}
