package se.lageskarta.service.waves;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.FeatureWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wave as those who work with it see it.
 *
 * @param phase {@code draft}, {@code early} (opened, its period has not begun), {@code open}, {@code ended} (opened, its
 *     period is over) or {@code closed}
 * @param keptUntil the day after which single answers are no longer needed
 * @param retentionDecision the wave's own decision about that; empty for none
 * @param decision the decision that its answers are erased by: its own, else the installation's; empty when none, and
 *     nothing is erased then
 * @param erasedAt when they were erased; null before
 * @param areaName what its area is called; empty for the whole municipality
 * @param datasetName what its marks are called among the datasets; null before it was opened
 * @param people how many have answered on the page
 * @param marks how many marks they have made, before each person is counted once a place
 */
record ToldWave(
        long id,
        long version,
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
        String decision,
        @Nullable Instant erasedAt,
        WaveQuestions questions,
        String areaName,
        @Nullable JsonNode area,
        String state,
        String phase,
        LocalDate keptUntil,
        @Nullable Long datasetId,
        @Nullable String datasetName,
        Instant updatedAt,
        String updatedBy,
        long people,
        long marks) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static ToldWave of(
            SurveyWave wave, LocalDate today, SurveyMarks.Size size, String decision, @Nullable String datasetName) {
        WavePlan plan = wave.plan();
        return new ToldWave(
                wave.id(),
                wave.version(),
                plan.slug(),
                plan.title(),
                plan.titleEn(),
                plan.introduction(),
                plan.introductionEn(),
                plan.introductionEasy(),
                plan.afterwards(),
                plan.afterwardsEn(),
                plan.contact(),
                plan.legalNote(),
                plan.owner(),
                plan.opensOn(),
                plan.closesOn(),
                plan.retentionMonths(),
                plan.retentionDecision(),
                decision,
                wave.erasedAt(),
                plan.questions(),
                plan.areaName(),
                areaOf(plan),
                wave.state().code(),
                phase(wave, today),
                wave.keptUntil(),
                wave.datasetId(),
                datasetName,
                wave.updatedAt(),
                wave.updatedBy(),
                wave.isErased() ? wave.counted().people() : size.people(),
                size.marks());
    }

    static String phase(SurveyWave wave, LocalDate today) {
        if (wave.state() != WaveState.OPEN) {
            return wave.state().code();
        }
        if (today.isBefore(wave.opensOn())) {
            return "early";
        }
        return today.isAfter(wave.closesOn()) ? "ended" : "open";
    }

    static @Nullable JsonNode areaOf(WavePlan plan) {
        Geometry area = plan.area();
        return area == null ? null : json(area);
    }

    static JsonNode json(Geometry geometry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            FeatureWriter.writeAlone(geometry, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.readTree(bytes.toByteArray());
    }
}
