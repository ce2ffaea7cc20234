package se.lageskarta.service.waves;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What somebody writes of a wave. Surrounding blanks are dropped.
 *
 * @param slug the last part of its public address: 3 to 60 of a–z, 0–9 and hyphens
 * @param title 1 to 120 characters
 * @param titleEn in English, or empty
 * @param introduction why it is asked and who asks, 1 to 2,000 characters
 * @param introductionEn in English, or empty
 * @param introductionEasy in easy Swedish, or empty
 * @param afterwards what the municipality does with the answers and where the results will be, 1 to 1,000 characters
 * @param afterwardsEn in English, or empty
 * @param contact whom to ask, 1 to 200 characters
 * @param legalNote on what ground and how the answers are kept, at most 1,000 characters
 * @param owner the organisation that asks, 1 to 120 characters
 * @param opensOn first day, Swedish time
 * @param closesOn last day, within a year of the first
 * @param retentionMonths how long single answers are kept after the last day, 1 to 120
 * @param retentionDecision number of the decision to erase them then, at most 120 characters; empty: the installation's
 * @param questions what is asked
 * @param areaName what the area is called, at most 120 characters; empty for the whole municipality
 * @param area where places may be marked, degrees; null for the whole municipality
 */
public record WavePlan(
        String slug,
        String title,
        String titleEn,
        String introduction,
        String introductionEn,
        String introductionEasy,
        String afterwards,
        String afterwardsEn,
        String contact,
        String legalNote,
        String owner,
        LocalDate opensOn,
        LocalDate closesOn,
        int retentionMonths,
        String retentionDecision,
        WaveQuestions questions,
        String areaName,
        @Nullable Geometry area) {
    static final int MAX_TITLE = 120;
    private static final int MAX_INTRODUCTION = 2_000;
    private static final int MAX_AFTERWARDS = 1_000;
    private static final int MAX_CONTACT = 200;
    private static final int MAX_MONTHS = 120;
    private static final int MAX_DAYS = 366;
    private static final int MAX_CORNERS = 2_000;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,58})[a-z0-9]");

    /** @throws RefusedRequestException with every fault at once, so that a form can mark all of them */
    public WavePlan {
        slug = slug.strip();
        title = title.strip();
        titleEn = titleEn.strip();
        introduction = introduction.strip();
        introductionEn = introductionEn.strip();
        introductionEasy = introductionEasy.strip();
        afterwards = afterwards.strip();
        afterwardsEn = afterwardsEn.strip();
        contact = contact.strip();
        legalNote = legalNote.strip();
        owner = owner.strip();
        retentionDecision = retentionDecision.strip();
        areaName = area == null ? "" : areaName.strip();
        List<FieldFault> faults = new ArrayList<>();
        if (!SLUG.matcher(slug).matches()) {
            faults.add(FieldFault.of("slug", slug, "wave.slug"));
        }
        Written.check("title", title, 1, MAX_TITLE, faults);
        Written.check("titleEn", titleEn, 0, MAX_TITLE, faults);
        Written.check("introduction", introduction, 1, MAX_INTRODUCTION, faults);
        Written.check("introductionEn", introductionEn, 0, MAX_INTRODUCTION, faults);
        Written.check("introductionEasy", introductionEasy, 0, MAX_INTRODUCTION, faults);
        Written.check("afterwards", afterwards, 1, MAX_AFTERWARDS, faults);
        Written.check("afterwardsEn", afterwardsEn, 0, MAX_AFTERWARDS, faults);
        Written.check("contact", contact, 1, MAX_CONTACT, faults);
        Written.check("legalNote", legalNote, 0, MAX_AFTERWARDS, faults);
        Written.check("owner", owner, 1, MAX_TITLE, faults);
        Written.check("retentionDecision", retentionDecision, 0, MAX_TITLE, faults);
        Written.check("areaName", areaName, 0, MAX_TITLE, faults);
        long days = ChronoUnit.DAYS.between(opensOn, closesOn);
        if (days < 0 || days > MAX_DAYS) {
            faults.add(FieldFault.of("closesOn", closesOn.toString(), "wave.period", opensOn.toString()));
        }
        if (retentionMonths < 1 || retentionMonths > MAX_MONTHS) {
            faults.add(FieldFault.of("retentionMonths", "" + retentionMonths, "wave.retention", MAX_MONTHS));
        }
        faults.addAll(questions.faults());
        addAreaFault(area, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    private static void addAreaFault(@Nullable Geometry area, List<FieldFault> faults) {
        if (area == null) {
            return;
        }
        if (area.getDimension() != 2 || area.isEmpty()) {
            faults.add(FieldFault.of("area", area.getGeometryType(), "wave.area.type"));
        } else if (area.getNumPoints() > MAX_CORNERS) {
            faults.add(FieldFault.of("area", "" + area.getNumPoints(), "wave.area.corners", MAX_CORNERS));
        } else if (!new IsValidOp(area).isValid()) {
            faults.add(FieldFault.of("area", area.getGeometryType(), "wave.area.crossing"));
        }
    }
}
