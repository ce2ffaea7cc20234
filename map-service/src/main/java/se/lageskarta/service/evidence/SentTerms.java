package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.security.Role;
import se.lageskarta.service.storage.DatasetTerms;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What somebody writes about a dataset; what is absent is empty.
 *
 * @param visibleTo roles; none for everybody whose role lets them see such rows
 */
record SentTerms(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String source,
        @Nullable String legalNote,
        @Nullable List<@Nullable String> visibleTo,
        @Nullable String coversFrom,
        @Nullable String coversTo) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SOURCE = 400;
    private static final int LONGEST_NOTE = 1000;

    /** What has been read of it: nothing in it can be refused any more. */
    record Read(String name, String owner, String source, DatasetTerms terms) {}

    /**
     * @param version that the change is made from
     * @throws RefusedRequestException naming every field that cannot be accepted
     */
    Read read(long version) {
        List<FieldFault> faults = new ArrayList<>();
        String said = text("name", name, LONGEST_NAME, faults);
        if (said.isEmpty()) {
            faults.add(FieldFault.of("name", "", "dataset.name"));
        }
        LocalDate from = day("coversFrom", coversFrom, faults);
        LocalDate to = day("coversTo", coversTo, faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(FieldFault.of("coversTo", to.toString(), "dataset.covers", from.toString()));
        }
        SortedSet<String> roles = roles(faults);
        String ownerSaid = text("owner", owner, LONGEST_NAME, faults);
        String sourceSaid = text("source", source, LONGEST_SOURCE, faults);
        String note = text("legalNote", legalNote, LONGEST_NOTE, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return new Read(said, ownerSaid, sourceSaid, new DatasetTerms(note, roles, from, to, version));
    }

    private SortedSet<String> roles(List<FieldFault> faults) {
        SortedSet<String> known =
                Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> roles = new TreeSet<>();
        for (String role : Objects.requireNonNullElse(visibleTo, List.<@Nullable String>of())) {
            if (role != null && known.contains(role)) {
                roles.add(role);
            } else {
                faults.add(FieldFault.of(
                        "visibleTo", String.valueOf(role), "dataset.visible-to", String.join(", ", known)));
            }
        }
        return roles;
    }

    /** One line, or several for what is long; without characters that nobody can see. */
    private static String text(String field, @Nullable String sent, int longest, List<FieldFault> faults) {
        String text = Objects.requireNonNullElse(sent, "").strip();
        if (text.length() > longest) {
            faults.add(FieldFault.of(field, text, "dataset.long", longest));
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            faults.add(FieldFault.of(field, text, "dataset.control"));
        }
        return text;
    }

    private static @Nullable LocalDate day(String field, @Nullable String sent, List<FieldFault> faults) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(sent.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        faults.add(FieldFault.of(field, sent, "dataset.day"));
        return null;
    }
}
