package se.lageskarta.service.catalogue;

import java.util.List;

/**
 * Types that may, or must never, be told to the public as a series of their own.
 *
 * @param code such as {@code damage}
 * @param types codes of the taxonomy; no type is in two groups
 * @param refused why it never is a series of its own, as a code; empty for one that may be
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param holdsSv what it holds, in Swedish
 * @param holdsEn what it holds, in English
 */
public record PublicGroup(
        String code, List<String> types, String refused, String nameSv, String nameEn, String holdsSv, String holdsEn) {
    public PublicGroup {
        types = List.copyOf(types);
    }

    /** True when it may be a series of its own. */
    public boolean allowed() {
        return refused.isEmpty();
    }
}
