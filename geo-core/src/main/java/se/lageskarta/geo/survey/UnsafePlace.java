package se.lageskarta.geo.survey;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mark in a survey wave: someone said that a place feels unsafe, or safe.
 *
 * @param id number within the installation, 0 when not stored yet
 * @param datasetId the wave it came with, 0 when not stored yet
 * @param sourceKey what makes it the same mark the next time the file arrives
 * @param x metres east in the dataset's working system
 * @param y metres north in the dataset's working system
 * @param radiusMetres how exactly the place was drawn, 0 or more
 * @param safe true when the place was marked as safe
 * @param severity how strongly it was felt, 1 unless the survey says otherwise
 * @param respondent who answered, as the survey's own pseudonym; 0 when not told (each mark is then its own person)
 * @param day when it was marked; null when not told
 * @param dark true when it is felt after dark, false in daylight, null when not told
 * @param reasons why
 */
public record UnsafePlace(
        long id,
        long datasetId,
        long sourceKey,
        double x,
        double y,
        double radiusMetres,
        boolean safe,
        double severity,
        long respondent,
        @Nullable LocalDate day,
        @Nullable Boolean dark,
        Set<UnsafeReason> reasons) {
    public UnsafePlace {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("x, y is " + x + ", " + y + ", but must be finite metres");
        }
        if (!(severity >= 0) || Double.isInfinite(severity)) {
            throw new IllegalArgumentException("severity is " + severity + ", but must be 0 or more");
        }
        if (!(radiusMetres >= 0) || Double.isInfinite(radiusMetres)) {
            throw new IllegalArgumentException("radiusMetres is " + radiusMetres + ", but must be 0 or more");
        }
        reasons = Set.copyOf(reasons);
    }
}
