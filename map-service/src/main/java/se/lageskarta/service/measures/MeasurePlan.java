package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What someone wants to do: the part of a measure that a person writes. Surrounding blanks are dropped.
 *
 * @param code the kind, a code of the measure catalogue
 * @param title what it is called in the plan, at most 120 characters; blank for the kind's own name
 * @param owner the organisation that answers for it, 1 to 120 characters
 * @param status how far it has come
 * @param dueOn when it should be carried out; null when not decided
 * @param doneOn when it was carried out; null when it was not, or when today should be noted
 * @param note free text, at most 4,000 characters, never shown in public
 * @param hotspotId the hotspot it answers to; null for none
 * @param hotspotName what that hotspot was called then; null for none
 * @param shape where: point, line or area in WGS 84 degrees, longitude first
 * @param details what it says as part of the action plan
 */
public record MeasurePlan(
        String code,
        String title,
        String owner,
        MeasureStatus status,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        String note,
        @Nullable String hotspotId,
        @Nullable String hotspotName,
        Geometry shape,
        MeasureDetails details) {
    static final int MAX_TITLE = 120;
    static final int MAX_OWNER = 120;
    static final int MAX_NOTE = 4_000;
    static final int MAX_HOTSPOT_ID = 100;
    static final int MAX_HOTSPOT_NAME = 200;
    /** Older plans than this are typing mistakes. */
    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    /** A detailed plan runs 15 years; beyond 2100 it is a typing mistake. */
    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /**
     * @throws RefusedRequestException with every fault at once, so that a form can mark all of them
     */
    public MeasurePlan {
        code = code.strip();
        title = title.strip();
        owner = owner.strip();
        note = note.strip();
        hotspotId = blankToNull(hotspotId);
        hotspotName = blankToNull(hotspotName);
        List<FieldFault> faults = new ArrayList<>();
        addTextFaults("code", code, 20, false, faults);
        addTextFaults("title", title, MAX_TITLE, false, faults);
        addTextFaults("owner", owner, MAX_OWNER, false, faults);
        addTextFaults("note", note, MAX_NOTE, true, faults);
        addTextFaults("hotspotId", hotspotId, MAX_HOTSPOT_ID, false, faults);
        addTextFaults("hotspotName", hotspotName, MAX_HOTSPOT_NAME, false, faults);
        if (owner.isEmpty()) {
            faults.add(FieldFault.of("owner", "", "measure.owner.missing"));
        }
        addDayFault("dueOn", dueOn, faults);
        addDayFault("doneOn", doneOn, faults);
        faults.addAll(ShapeRules.faults(shape));
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    /** A plan that says nothing but what every measure says. */
    public MeasurePlan(
            String code,
            String title,
            String owner,
            MeasureStatus status,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            String note,
            @Nullable String hotspotId,
            @Nullable String hotspotName,
            Geometry shape) {
        this(code, title, owner, status, dueOn, doneOn, note, hotspotId, hotspotName, shape, MeasureDetails.NONE);
    }

    /** The same with another goal. */
    MeasurePlan withGoal(MeasureGoal goal) {
        return new MeasurePlan(
                code, title, owner, status, dueOn, doneOn, note, hotspotId, hotspotName, shape, details.withGoal(goal));
    }

    /** A rule about measures that was broken: 422. */
    static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void addTextFaults(
            String field, @Nullable String text, int max, boolean severalLines, List<FieldFault> faults) {
        if (text == null) {
            return;
        }
        if (text.length() > max) {
            faults.add(FieldFault.of(field, text, "measure.text.long", max));
        } else if (text.codePoints().anyMatch(c -> isUnstorable(c, severalLines))) {
            faults.add(FieldFault.of(field, text, "measure.text.characters"));
        }
    }

    /** Control characters and halves of surrogate pairs: databases and files refuse them one by one. */
    private static boolean isUnstorable(int codePoint, boolean severalLines) {
        if (severalLines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static void addDayFault(String field, @Nullable LocalDate day, List<FieldFault> faults) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            faults.add(FieldFault.of(
                    field, day.toString(), "measure.day.range", FIRST_DAY.toString(), LAST_DAY.toString()));
        }
    }
}
