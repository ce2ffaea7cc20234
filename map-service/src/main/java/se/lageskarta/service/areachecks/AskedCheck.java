package se.lageskarta.service.areachecks;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.service.freetext.Written;
import tools.jackson.databind.JsonNode;

/**
 * A check that somebody asks for.
 *
 * @param buffer metres
 * @param alternative another place for the same; null when there is none
 * @param from first day; null for the usual period
 * @param to last day; null for the usual period
 */
record AskedCheck(
        String title,
        String caseNumber,
        Stage stage,
        int buffer,
        AreaShape area,
        @Nullable AreaShape alternative,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_CASE = 60;
    static final List<Integer> BUFFERS = List.of(0, 100, 250, 500);
    static final int USUAL_BUFFER = 100;

    /** As it is sent. */
    record Sent(
            @Nullable String title,
            @Nullable String caseNumber,
            @Nullable String stage,
            @Nullable Integer buffer,
            @Nullable JsonNode area,
            @Nullable JsonNode alternative,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault found */
    static AskedCheck of(Sent sent) {
        Written written = new Written();
        String title = written.text("title", sent.title(), 1, LONGEST_TITLE);
        String caseNumber = written.text("caseNumber", sent.caseNumber(), 0, LONGEST_CASE);
        String stage = written.word("stage", sent.stage(), Stage.DETAILED_PLAN.code(), Stage.CODES);
        int buffer = sent.buffer() == null ? USUAL_BUFFER : sent.buffer();
        if (!BUFFERS.contains(buffer)) {
            written.fault("buffer", "" + buffer, "areacheck.buffer");
        }
        LocalDate from = written.day("from", sent.from());
        LocalDate to = written.day("to", sent.to());
        if (from != null && to != null && to.isBefore(from)) {
            written.fault("to", to.toString(), "parameter.period");
        }
        if (isAbsent(sent.area())) {
            written.fault("area", "", "areacheck.area-missing");
        }
        written.refuseFaults();
        AreaShape area = shape("area", Objects.requireNonNull(sent.area()));
        JsonNode other = sent.alternative();
        return new AskedCheck(
                title,
                caseNumber,
                Stage.of(stage).orElseThrow(),
                buffer,
                area,
                other == null || isAbsent(other) ? null : shape("alternative", other),
                from,
                to);
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    private static AreaShape shape(String field, JsonNode node) {
        Geometry geometry;
        try {
            geometry = ShapeJson.read(node);
        } catch (InvalidGeoJsonException bad) {
            boolean range = bad.code().equals("geojson.out-of-range");
            throw AreaShape.refused(field, node.toString(), range ? "areacheck.wrong-crs" : "areacheck.geojson");
        }
        if (geometry == null) {
            throw AreaShape.refused(field, "", "areacheck.area-missing");
        }
        return AreaShape.of(field, geometry);
    }
}
