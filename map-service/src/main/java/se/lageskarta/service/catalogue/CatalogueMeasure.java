package se.lageskarta.service.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One situational measure of the catalogue.
 *
 * @param code such as {@code LJU-1}
 * @param nameSv Swedish name
 * @param techniques numbers of Clarke and Cornish's 25 techniques, 1 to 25
 * @param types codes of the types it works on; all codes when it works on any
 * @param evidenceGrade A systematic review, B experiment, C mixed, D practice, X no effect or harm
 * @param effect what is known, with source and caveat
 * @param geometry how it may be drawn: P point, L line, A area
 * @param gates what must be decided first: KAM camera, OV guards, PBL building permit, ART species, RÄDD rescue access,
 *     KF the council
 * @param blocked true when it must not be chosen
 * @param blockedReason why not, null when it may
 */
public record CatalogueMeasure(
        String code,
        String nameSv,
        List<Integer> techniques,
        List<String> types,
        String evidenceGrade,
        String effect,
        List<String> geometry,
        List<String> gates,
        boolean blocked,
        @Nullable String blockedReason) {
    public CatalogueMeasure {
        techniques = List.copyOf(techniques);
        types = List.copyOf(types);
        geometry = List.copyOf(geometry);
        gates = List.copyOf(gates);
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
}
