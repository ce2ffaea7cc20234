package se.lageskarta.service.catalogue;

import java.util.List;
import java.util.Set;

/**
 * One situational measure of the catalogue.
 *
 * @param code such as {@code LJU-1}
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param techniques numbers of Clarke and Cornish's 25 techniques, 1 to 25
 * @param types codes of the types it works on; all codes when it works on any
 * @param evidenceGrade A systematic review, B experiment, C mixed, D practice, X no effect or harm
 * @param effectSv what is known and with which caveat, in Swedish; empty when nothing is told
 * @param effectEn the same in English
 * @param source the publications this is known from, parted by semicolons in the order of the text; empty when none is
 *     given
 * @param gates what must be decided first: KAM camera, OV guards, PBL building permit, ART species, RADD access for the
 *     rescue service, KF the council
 * @param geometry how it may be drawn: P point, L line, A area
 */
public record CatalogueMeasure(
        String code,
        String nameSv,
        String nameEn,
        List<Integer> techniques,
        List<String> types,
        String evidenceGrade,
        String effectSv,
        String effectEn,
        String source,
        List<String> gates,
        List<String> geometry) {
    private static final int TECHNIQUES = 25;
    private static final String HARMFUL = "X";
    private static final Set<String> GRADES = Set.of("A", "B", "C", "D", HARMFUL);
    private static final Set<String> GATES = Set.of("KAM", "OV", "PBL", "ART", "RADD", "KF");
    private static final Set<String> SHAPES = Set.of("P", "L", "A");

    public CatalogueMeasure {
        techniques = List.copyOf(techniques);
        types = List.copyOf(types);
        gates = List.copyOf(gates);
        geometry = List.copyOf(geometry);
        require(!code.isBlank(), "code", code, "not blank");
        require(!nameSv.isBlank(), "nameSv of " + code, nameSv, "not blank");
        require(!nameEn.isBlank(), "nameEn of " + code, nameEn, "not blank");
        require(
                techniques.stream().allMatch(each -> each >= 1 && each <= TECHNIQUES),
                "techniques of " + code,
                techniques,
                "1 to 25");
        require(GRADES.contains(evidenceGrade), "evidenceGrade of " + code, evidenceGrade, "one of A, B, C, D, X");
        require(
                effectSv.isBlank() == effectEn.isBlank(),
                "effectEn of " + code,
                effectEn,
                "told in both languages or in none");
        require(
                !evidenceGrade.equals(HARMFUL) || !effectSv.isBlank(),
                "effectSv of " + code,
                effectSv,
                "the reason why it is blocked");
        require(GATES.containsAll(gates), "gates of " + code, gates, "of KAM, OV, PBL, ART, RADD, KF");
        require(
                !geometry.isEmpty() && SHAPES.containsAll(geometry),
                "geometry of " + code,
                geometry,
                "at least one of P, L, A");
    }

    /** True when it must not be chosen: it does nothing, or harm. The effect says why. */
    public boolean blocked() {
        return evidenceGrade.equals(HARMFUL);
    }

    /** True when it works on at least one of these types. */
    public boolean worksOnAny(Iterable<String> codes) {
        for (String type : codes) {
            if (types.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean holds, String name, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is \"" + value + "\", but must be " + range);
        }
    }
}
