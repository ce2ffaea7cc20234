package se.lageskarta.service.storage;

import se.lageskarta.geo.geocode.FoldedName;
import se.lageskarta.geo.geocode.WrittenPlace;

/** What places have in common that say the same: their words without case, diacritics and punctuation. */
public final class WordsKey {
    private static final int LONGEST = 400;

    private WordsKey() {}

    /** The same for all that say the same place; empty when nothing is said. */
    public static String of(WrittenPlace written) {
        String key = FoldedName.of(written.text()) + "|" + FoldedName.of(written.locality()) + "|"
                + FoldedName.of(written.property());
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }
}
