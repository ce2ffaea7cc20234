package se.lageskarta.service.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** How a measure looks from outside: one GeoJSON feature, the same when read and when sent back. */
final class MeasureFeature {
    /** What a person writes. */
    private static final Set<String> WRITTEN = Stream.concat(
                    Stream.of(
                            "code", "title", "owner", "status", "dueOn", "doneOn", "note", "hotspotId", "hotspotName"),
                    DetailsFeature.WRITTEN.stream())
            .collect(Collectors.toUnmodifiableSet());
    /** Said once with a new owner and not kept. */
    static final String NEW_OWNER = "newOwner";
    /** What the service adds; it may be sent back and is passed over. */
    private static final Set<String> ADDED = Set.of(
            "createdAt", "createdBy", "updatedAt", "updatedBy", "version", "overdue", "invented", "id", NEW_OWNER);

    private final Map<String, ? extends @Nullable Object> properties;
    private final List<FieldFault> faults = new ArrayList<>();

    private MeasureFeature(Map<String, ? extends @Nullable Object> properties) {
        this.properties = properties;
    }

    /** The measure as a feature; {@code overdue} is told for the day given. */
    static Feature of(Measure measure, LocalDate today) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("code", measure.code());
        properties.put("title", measure.title());
        properties.put("owner", measure.owner());
        properties.put("status", measure.status().code());
        properties.put("dueOn", measure.dueOn());
        properties.put("doneOn", measure.doneOn());
        properties.put("note", measure.note());
        properties.put("hotspotId", measure.hotspotId());
        properties.put("hotspotName", measure.hotspotName());
        DetailsFeature.addTo(properties, measure.details());
        properties.put("overdue", measure.isOverdue(today));
        properties.put("invented", measure.invented());
        addSaved(properties, measure.version(), measure.createdAt(), measure.createdBy());
        properties.put("updatedAt", measure.updatedAt());
        properties.put("updatedBy", measure.updatedBy());
        return new Feature(Long.toString(measure.id()), measure.shape(), properties);
    }

    private static void addSaved(Map<String, @Nullable Object> properties, long version, Instant at, String by) {
        properties.put("version", version);
        properties.put("createdAt", at);
        properties.put("createdBy", by);
    }

    /** A saved state as a feature, with what was done, when and by whom. */
    static Feature of(MeasureRevision revision) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("version", revision.key().version());
        properties.put("action", revision.action());
        properties.put("savedAt", revision.savedAt());
        properties.put("savedBy", revision.savedBy());
        properties.put("code", revision.code());
        properties.put("title", revision.title());
        properties.put("owner", revision.owner());
        properties.put("status", revision.status().code());
        properties.put("dueOn", revision.dueOn());
        properties.put("doneOn", revision.doneOn());
        properties.put("note", revision.note());
        properties.put("hotspotId", revision.hotspotId());
        properties.put("hotspotName", revision.hotspotName());
        DetailsFeature.addTo(properties, revision.details());
        return new Feature(Long.toString(revision.key().measureId()), revision.shape(), properties);
    }

    /**
     * What the feature asks for.
     *
     * @param otherwise status when the feature names none
     * @throws RefusedRequestException with every fault found: 400 when it cannot be understood, 422 when it breaks a rule
     */
    static MeasurePlan plan(Feature feature, MeasureStatus otherwise) {
        return new MeasureFeature(feature.properties()).read(feature, otherwise);
    }

    private MeasurePlan read(Feature feature, MeasureStatus otherwise) {
        for (String name : properties.keySet()) {
            if (!WRITTEN.contains(name) && !ADDED.contains(name)) {
                String known = String.join(", ", new TreeSet<>(WRITTEN));
                faults.add(
                        FieldFault.of(name, String.valueOf(properties.get(name)), "measure.property.unknown", known));
            }
        }
        String code = text("code");
        String owner = text("owner");
        MeasureStatus status = status(otherwise);
        LocalDate dueOn = day("dueOn");
        LocalDate doneOn = day("doneOn");
        String title = text("title");
        String note = text("note");
        String hotspotId = text("hotspotId");
        String hotspotName = text("hotspotName");
        if (code.isBlank()) {
            faults.add(FieldFault.of("code", "", "measure.code.missing"));
        }
        var shape = feature.geometry();
        if (shape == null) {
            faults.add(FieldFault.of("geometry", "null", "measure.geometry.missing"));
        }
        if (shape == null || !faults.isEmpty()) {
            throw new RefusedRequestException(400, faults);
        }
        MeasureDetails details = DetailsFeature.read(new Members("", properties, faults));
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return new MeasurePlan(code, title, owner, status, dueOn, doneOn, note, hotspotId, hotspotName, shape, details);
    }

    /** True when the sender confirms that the owner is an organisation nobody has named here before. */
    static boolean confirmsOwner(Feature feature) {
        return Boolean.TRUE.equals(feature.properties().get(NEW_OWNER));
    }

    private String text(String name) {
        Object value = properties.get(name);
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        faults.add(FieldFault.of(name, String.valueOf(value), "measure.property.text"));
        return "";
    }

    private MeasureStatus status(MeasureStatus otherwise) {
        String code = text("status");
        if (code.isBlank()) {
            return otherwise;
        }
        return MeasureStatus.ofCode(code.strip()).orElseGet(() -> {
            faults.add(FieldFault.of("status", code, "measure.status.unknown", MeasureStatus.codes()));
            return otherwise;
        });
    }

    private @Nullable LocalDate day(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(FieldFault.of(name, text, "measure.day.unreadable"));
            return null;
        }
    }
}
