package se.lageskarta.service.measures;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What a measure says as part of the action plan; all of it may be absent.
 *
 * @param spotId number of the lasting place (spot) it is for; null for none
 * @param spotName what that place was called then; null for none
 * @param decidedOn when it was decided; null while it is proposed or when nobody noted it
 * @param startedOn when the work began; null before that or when nobody noted it
 * @param costEstimate what it is thought to cost, whole SEK; null when unknown
 * @param costOutcome what it came to cost, whole SEK; null when unknown
 * @param funding the organisation that pays; null when not said
 * @param grounds cause, goal and legal conditions; null when nobody has written any
 */
@Embeddable
public record MeasureDetails(
        @Nullable Long spotId,
        @Nullable String spotName,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate startedOn,
        @Nullable Long costEstimate,
        @Nullable Long costOutcome,
        @Nullable String funding,

        @Convert(converter = GroundsColumn.class) @Nullable MeasureGrounds grounds) {
    /** Nothing but what every measure says. */
    public static final MeasureDetails NONE = new MeasureDetails(null, null, null, null, null, null, null, null);

    /** A railway tunnel; more is a typing mistake. */
    static final long MOST_SEK = 10_000_000_000L;

    private static final int LONGEST_SPOT_NAME = 200;
    private static final int LONGEST_FUNDING = 120;

    public MeasureDetails {
        Written written = new Written();
        spotName = nullable(written.text("spotName", spotName, 0, LONGEST_SPOT_NAME));
        decidedOn = written.day("decidedOn", decidedOn);
        startedOn = written.day("startedOn", startedOn);
        funding = nullable(written.text("funding", funding, 0, LONGEST_FUNDING));
        if (spotId != null && spotId < 1) {
            written.fault("spotId", spotId.toString(), "measure.spot.number");
        }
        addCostFault(written, "cost.estimate", costEstimate);
        addCostFault(written, "cost.outcome", costOutcome);
        grounds = grounds == null || grounds.isEmpty() ? null : grounds;
        written.refuseFaults();
    }

    private static void addCostFault(Written written, String field, @Nullable Long sek) {
        if (sek != null && (sek < 0 || sek > MOST_SEK)) {
            written.fault(field, sek.toString(), "written.range", 0L, MOST_SEK);
        }
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Cause, goal and legal conditions, empty ones when nobody has written any. */
    public MeasureGrounds groundsOrNone() {
        return grounds == null ? MeasureGrounds.NONE : grounds;
    }

    /** What it shall achieve; null when no goal is set. */
    public @Nullable MeasureGoal goal() {
        return groundsOrNone().goal();
    }

    /** The same with other days; used when a measure goes back along its flow. */
    MeasureDetails on(@Nullable LocalDate decided, @Nullable LocalDate started) {
        return new MeasureDetails(spotId, spotName, decided, started, costEstimate, costOutcome, funding, grounds);
    }

    MeasureDetails withGoal(MeasureGoal goal) {
        return new MeasureDetails(
                spotId,
                spotName,
                decidedOn,
                startedOn,
                costEstimate,
                costOutcome,
                funding,
                groundsOrNone().withGoal(goal));
    }
}
