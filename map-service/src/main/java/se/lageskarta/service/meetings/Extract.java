package se.lageskarta.service.meetings;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The part of a picture that a meeting of school, social services, police and leisure (SSPF) is about: types of incidents in
 * which the young take part or by which they are met in public places. Crime against property of households and
 * businesses, traffic and the state of lamps and bushes are left out, and so are hotspots, which hold all types together.
 */
final class Extract {
    private static final Set<String> TYPES =
            Set.of("KLO", "SKA", "BRA", "MIS", "RAN", "HOT", "VAP", "NAR", "ALK", "ORD", "SAM", "BUS", "OTR", "IAN");

    private Extract() {}

    /** @param standsFor the type that rules take a type for: one of the municipality's own may be like one of these */
    static PictureSeen of(PictureSeen whole, UnaryOperator<String> standsFor) {
        return new PictureSeen(
                whole.id(),
                whole.month(),
                whole.hash(),
                whole.invented(),
                whole.types().stream()
                        .filter(type -> TYPES.contains(standsFor.apply(type.code())))
                        .toList(),
                java.util.List.of());
    }
}
