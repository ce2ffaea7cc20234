package se.lageskarta.service.meetings;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is kept.
 *
 * @param plan what people write; changed no more once approved
 * @param approved when its protocol was approved, and what it says for ever; null before
 * @param addenda what was added since, the first first
 */
record Meeting(MeetingPlan plan, @Nullable Approved approved, List<Addendum> addenda) {
    /** More corrections than any protocol has. */
    static final int MOST_ADDENDA = 40;

    /**
     * The approval of a protocol.
     *
     * @param content what it says besides the plan, as it was then
     */
    record Approved(Instant at, String by, ProtocolContent content) {}

    Meeting {
        addenda = addenda == null ? List.of() : List.copyOf(addenda);
    }

    /** {@code planned}, {@code held} or {@code approved}. */
    String state() {
        return approved == null ? plan.state() : "approved";
    }

    Meeting with(MeetingPlan changed) {
        return new Meeting(changed, approved, addenda);
    }

    Meeting with(Approved approval) {
        return new Meeting(plan, approval, addenda);
    }

    Meeting with(Addendum addendum) {
        return new Meeting(
                plan,
                approved,
                Stream.concat(addenda.stream(), Stream.of(addendum)).toList());
    }
}
