package se.lageskarta.service.basemap;

import java.util.Locale;

/** What a name stands for; in the order in which equally good answers are listed. */
public enum PlaceKind {
    /** A square, a station, a neighbourhood (plats). */
    PLACE,
    /** A street or path (gata). */
    STREET,
    /** A house number on a street (adress). */
    ADDRESS,
    /** A position that was written as numbers (koordinater). */
    COORDINATES;

    /** The word used in addresses and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
