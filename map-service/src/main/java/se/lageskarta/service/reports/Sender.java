package se.lageskarta.service.reports;

import java.util.Objects;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;

/**
 * Who sends or changes a report.
 *
 * @param account username
 * @param organisation may be empty
 * @param invented true for the demo's accounts, whose reports are marked as made up
 * @param est true for the EST group, who see everybody's reports
 * @param coordinator true for those who decide about reports
 */
public record Sender(String account, String organisation, boolean invented, boolean est, boolean coordinator) {
    /** The person behind the request. */
    static Sender current() {
        Person person = Objects.requireNonNull(Person.current());
        return new Sender(
                person.getUsername(),
                person.organisation(),
                person.isDemo(),
                person.isAny(Role.EST_MEMBER, Role.EST_COORDINATOR),
                person.isAny(Role.EST_COORDINATOR));
    }

    /** True when the report is the sender's own. */
    boolean owns(Report report) {
        return report.account().equals(account);
    }

    /** True when the report is the sender's own, or the sender may see all. */
    boolean maySee(Report report) {
        return est || owns(report);
    }
}
