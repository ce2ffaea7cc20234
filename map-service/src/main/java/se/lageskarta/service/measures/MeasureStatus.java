package se.lageskarta.service.measures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a measure has come (föreslagen, beslutad, pågår, klar, uppföljd, avslutad).
 *
 * <p>A measure moves one step forward, or one step back when the step was a mistake. From proposed or decided it may
 * be closed at once: it was dropped. A dropped measure can only be taken up again where it was dropped from.
 */
public enum MeasureStatus {
    PROPOSED("proposed"),
    DECIDED("decided"),
    IN_PROGRESS("in-progress"),
    DONE("done"),
    FOLLOWED_UP("followed-up"),
    CLOSED("closed");

    private static final Set<MeasureStatus> MAY_BE_DROPPED = EnumSet.of(PROPOSED, DECIDED);

    private final String code;

    MeasureStatus(String code) {
        this.code = code;
    }

    /** The word used in addresses and files. */
    public String code() {
        return code;
    }

    /** The status with this code, or empty when there is none. */
    public static Optional<MeasureStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    /** Every code, in the order of the flow, for a message: {@code proposed, decided, …}. */
    public static String codes() {
        return codes(EnumSet.allOf(MeasureStatus.class));
    }

    static String codes(Set<MeasureStatus> statuses) {
        return statuses.stream().sorted().map(MeasureStatus::code).collect(Collectors.joining(", "));
    }

    /** True when the work is still ahead, so that a due date that has passed is overdue. */
    public boolean isOpen() {
        return this.compareTo(DONE) < 0;
    }

    /** True when the measure has been carried out. A closed measure may also have been dropped. */
    public boolean isCarriedOut() {
        return this == DONE || this == FOLLOWED_UP;
    }

    /**
     * The statuses that may follow.
     *
     * @param carriedOut whether the measure was carried out; decides where a closed one may go back to
     */
    public Set<MeasureStatus> next(boolean carriedOut) {
        if (this == CLOSED) {
            return carriedOut ? EnumSet.of(FOLLOWED_UP) : EnumSet.copyOf(MAY_BE_DROPPED);
        }
        Set<MeasureStatus> next = EnumSet.of(values()[ordinal() + 1]);
        if (ordinal() > 0) {
            next.add(values()[ordinal() - 1]);
        }
        if (MAY_BE_DROPPED.contains(this)) {
            next.add(CLOSED);
        }
        return next;
    }
}
