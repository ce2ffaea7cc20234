package se.lageskarta.service.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What people write of a meeting, from the invitation to the last note.
 *
 * @param title 1 to 120 characters
 * @param kind {@code est}, {@code sspf} (an extract for school, social services, police and leisure), {@code steering} or
 *     {@code other}
 * @param heldOn the day
 * @param startsAt hour and minute such as {@code 13:30}, or empty
 * @param place at most 120 characters
 * @param chair organisation that leads it, and in what role; never a name
 * @param pictureId the picture of the situation it is held on; null for none yet
 * @param agenda its steps in order
 * @param attendance organisations, each once
 * @param state {@code planned} or {@code held}
 * @param nextOn when they meet again; null when it is not known
 * @param secrecy marking of the protocol, such as a paragraph of the secrecy act; empty for none
 * @param feedback what those who reported are told, at most 4,000 characters
 * @param newOrganisations organisations that nobody had used before and that were meant
 */
record MeetingPlan(
        String title,
        String kind,
        LocalDate heldOn,
        String startsAt,
        String place,
        String chair,
        @Nullable Long pictureId,
        List<AgendaItem> agenda,
        List<Attendance> attendance,
        String state,
        @Nullable LocalDate nextOn,
        String secrecy,
        String feedback,
        List<String> newOrganisations) {
    static final String EST = "est";
    static final String SSPF = "sspf";
    static final String STEERING = "steering";
    static final String PLANNED = "planned";
    static final String HELD = "held";
    static final int MAX_NAME = 120;

    private static final Set<String> KINDS = Set.of(EST, SSPF, STEERING, "other");
    private static final Set<String> STATES = Set.of(PLANNED, HELD);
    private static final Pattern TIME = Pattern.compile("|([01]\\d|2[0-3]):[0-5]\\d");
    private static final int MAX_ITEMS = 40;
    private static final int MAX_SECRECY = 200;
    private static final int MAX_FEEDBACK = 4_000;
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    MeetingPlan {
        Written written = new Written();
        title = written.text("title", title, 1, MAX_NAME);
        kind = written.word("kind", kind, EST, KINDS);
        heldOn = written.dayNeeded("heldOn", heldOn);
        startsAt = startsAt == null ? "" : startsAt.strip();
        if (!TIME.matcher(startsAt).matches()) {
            written.fault("startsAt", startsAt, "meeting.time");
        }
        place = written.text("place", place, 0, MAX_NAME);
        chair = written.text("chair", chair, 0, MAX_NAME);
        agenda = steps(written, agenda);
        attendance = organisations(written, attendance);
        state = written.word("state", state, PLANNED, STATES);
        nextOn = written.day("nextOn", nextOn);
        if (nextOn != null && !nextOn.isAfter(heldOn)) {
            written.fault("nextOn", nextOn.toString(), "meeting.next", heldOn.toString());
        }
        secrecy = written.text("secrecy", secrecy, 0, MAX_SECRECY);
        feedback = written.text("feedback", feedback, 0, MAX_FEEDBACK);
        newOrganisations = names(written, newOrganisations);
        written.refuseFaults();
    }

    boolean isHeld() {
        return state.equals(HELD);
    }

    MeetingPlan withAgenda(List<AgendaItem> steps) {
        return new MeetingPlan(
                title,
                kind,
                heldOn,
                startsAt,
                place,
                chair,
                pictureId,
                steps,
                attendance,
                state,
                nextOn,
                secrecy,
                feedback,
                newOrganisations);
    }

    MeetingPlan withFeedback(String text) {
        return new MeetingPlan(
                title,
                kind,
                heldOn,
                startsAt,
                place,
                chair,
                pictureId,
                agenda,
                attendance,
                state,
                nextOn,
                secrecy,
                text,
                newOrganisations);
    }

    private static List<AgendaItem> steps(Written written, @Nullable List<AgendaItem> sent) {
        List<AgendaItem> read = new ArrayList<>();
        for (AgendaItem item : written.list("agenda", sent, MAX_ITEMS)) {
            read.add(item.read("agenda." + read.size(), written));
        }
        return List.copyOf(read);
    }

    private static List<Attendance> organisations(Written written, @Nullable List<Attendance> sent) {
        List<Attendance> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Attendance each : written.list("attendance", sent, MAX_ITEMS)) {
            Attendance one = each.read("attendance." + read.size(), written);
            if (!one.organisation().isEmpty() && !seen.add(one.organisation().toLowerCase(SWEDISH))) {
                written.fault("attendance." + read.size() + ".organisation", one.organisation(), "meeting.twice");
            }
            read.add(one);
        }
        return List.copyOf(read);
    }

    static List<String> names(Written written, @Nullable List<String> sent) {
        List<String> read = new ArrayList<>();
        for (String name : written.list("newOrganisations", sent, MAX_ITEMS)) {
            read.add(written.text("newOrganisations." + read.size(), name, 1, MAX_NAME));
        }
        return List.copyOf(read);
    }
}
