package se.lageskarta.service.waves;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/**
 * A wave as a form sends it. Absent texts are empty, absent questions the usual ones; what an answer adds ({@code id},
 * {@code version} and the like) may be sent back and is not looked at.
 */
record SentWave(
        @Nullable String slug,
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String introduction,
        @Nullable String introductionEn,
        @Nullable String introductionEasy,
        @Nullable String afterwards,
        @Nullable String afterwardsEn,
        @Nullable String contact,
        @Nullable String legalNote,
        @Nullable String owner,
        @Nullable String opensOn,
        @Nullable String closesOn,
        @Nullable Integer retentionMonths,
        @Nullable String retentionDecision,
        @Nullable WaveQuestions questions,
        @Nullable String areaName,
        @Nullable JsonNode area) {
    private static final int USUAL_MONTHS = 24;
    private static final GeometryReader GEOMETRIES = new GeometryReader(new GeometryLimits(5_000, 200, true));

    /** @throws RefusedRequestException 400 when a day or the area cannot be read, 422 when a rule is broken */
    WavePlan plan() {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate first = day("opensOn", opensOn, faults);
        LocalDate last = day("closesOn", closesOn, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(400, faults);
        }
        return new WavePlan(
                Written.orEmpty(slug),
                Written.orEmpty(title),
                Written.orEmpty(titleEn),
                Written.orEmpty(introduction),
                Written.orEmpty(introductionEn),
                Written.orEmpty(introductionEasy),
                Written.orEmpty(afterwards),
                Written.orEmpty(afterwardsEn),
                Written.orEmpty(contact),
                Written.orEmpty(legalNote),
                Written.orEmpty(owner),
                first,
                last,
                Objects.requireNonNullElse(retentionMonths, USUAL_MONTHS),
                Written.orEmpty(retentionDecision),
                questions == null ? WaveQuestions.usual() : questions,
                Written.orEmpty(areaName),
                geometry());
    }

    private static LocalDate day(String field, @Nullable String text, List<FieldFault> faults) {
        try {
            LocalDate day = LocalDate.parse(Written.orEmpty(text).strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        faults.add(FieldFault.of(field, Written.orEmpty(text), "wave.day"));
        return LocalDate.EPOCH;
    }

    private @Nullable Geometry geometry() {
        if (area == null || area.isNull()) {
            return null;
        }
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), area.toString())) {
            return GEOMETRIES.readGeometry(parser);
        } catch (InvalidGeoJsonException | JacksonException bad) {
            throw new RefusedRequestException(400, List.of(FieldFault.of("area", "", "wave.area.unreadable")));
        }
    }
}
