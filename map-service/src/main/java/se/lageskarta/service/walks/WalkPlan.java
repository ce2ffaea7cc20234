package se.lageskarta.service.walks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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
 * What somebody writes of a walk.
 *
 * @param title 1 to 120 characters
 * @param walkedOn the day
 * @param startsAt hour and minute such as {@code 19:30}, or empty
 * @param light {@code daylight}, {@code dusk} or {@code dark}
 * @param routeWords which way, in words, at most 1,000 characters
 * @param route which way, drawn, degrees; null when only described
 * @param participants organisations and numbers
 * @param summary what the group says as a whole, at most 4,000 characters
 * @param report what the third meeting told back, at most 4,000 characters
 * @param reportedOn when it met; null while it has not
 * @param earlierId the walk that this one goes again; null for none
 * @param owner who calls, 1 to 120 characters
 */
record WalkPlan(
        String title,
        LocalDate walkedOn,
        String startsAt,
        String light,
        String routeWords,
        @Nullable LineString route,
        List<Participants> participants,
        String summary,
        String report,
        @Nullable LocalDate reportedOn,
        @Nullable Long earlierId,
        String owner) {
    private static final Set<String> LIGHTS = Set.of("daylight", "dusk", "dark");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int MAX_TITLE = 120;
    private static final int MAX_WORDS = 1_000;
    private static final int MAX_TEXT = 4_000;
    private static final GeometryReader GEOMETRIES = new GeometryReader(new GeometryLimits(5_000, 1, true));

    WalkPlan {
        participants = List.copyOf(participants);
    }

    /** As a form sends it. */
    record Sent(
            @Nullable String title,
            @Nullable String walkedOn,
            @Nullable String startsAt,
            @Nullable String light,
            @Nullable String routeWords,
            @Nullable JsonNode route,
            @Nullable List<Participants.@Nullable Sent> participants,
            @Nullable String summary,
            @Nullable String report,
            @Nullable String reportedOn,
            @Nullable Long earlierId,
            @Nullable String owner) {}

    /** @throws RefusedRequestException 422 with every fault at once */
    static WalkPlan of(Sent sent) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate walkedOn = day("walkedOn", sent.walkedOn, true, faults);
        String startsAt = sent.startsAt == null ? "" : sent.startsAt.strip();
        if (!startsAt.isEmpty() && !TIME.matcher(startsAt).matches()) {
            faults.add(FieldFault.of("startsAt", startsAt, "walk.time"));
        }
        String light = sent.light == null ? "" : sent.light;
        if (!LIGHTS.contains(light)) {
            faults.add(FieldFault.of("light", light, "walk.light"));
        }
        WalkPlan plan = new WalkPlan(
                WalkText.read("title", sent.title, 1, MAX_TITLE, faults),
                walkedOn == null ? LocalDate.EPOCH : walkedOn,
                startsAt,
                light,
                WalkText.read("routeWords", sent.routeWords, 0, MAX_WORDS, faults),
                line(sent.route, faults),
                Participants.read(sent.participants, faults),
                WalkText.read("summary", sent.summary, 0, MAX_TEXT, faults),
                WalkText.read("report", sent.report, 0, MAX_TEXT, faults),
                day("reportedOn", sent.reportedOn, false, faults),
                sent.earlierId,
                WalkText.read("owner", sent.owner, 1, MAX_TITLE, faults));
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return plan;
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String text, boolean required, List<FieldFault> faults) {
        if (text == null || text.isBlank()) {
            if (required) {
                faults.add(FieldFault.of(field, "", "walk.day"));
            }
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        faults.add(FieldFault.of(field, text, "walk.day"));
        return null;
    }

    private static @Nullable LineString line(@Nullable JsonNode sent, List<FieldFault> faults) {
        if (sent == null || sent.isNull()) {
            return null;
        }
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), sent.toString())) {
            Geometry read = GEOMETRIES.readGeometry(parser);
            if (read instanceof LineString line && line.getLength() > 0) {
                line.setSRID(4326);
                return line;
            }
        } catch (InvalidGeoJsonException | JacksonException bad) {
            // told below
        }
        faults.add(FieldFault.of("route", "", "walk.route"));
        return null;
    }
}
