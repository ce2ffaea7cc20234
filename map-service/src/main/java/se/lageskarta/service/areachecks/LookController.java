package se.lageskarta.service.areachecks;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.DrawnAreas;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.databind.JsonNode;

/** Areas out of files, pasted text and the register of properties, before anything is checked. Nothing is stored. */
@RestController
class LookController {
    /** A plan's areas; a whole municipality's properties are not one area. */
    private static final long MAX_BYTES = 10L << 20;

    private static final int MOST_PROPERTIES = 20;
    private static final int LONGEST_QUERY = 80;
    private static final int LONGEST_NAME = 120;

    private final DataSettings settings;
    private final BaseFeatures base;

    LookController(DataSettings settings, BaseFeatures base) {
        this.settings = settings;
        this.base = base;
    }

    record Sent(@Nullable String text) {}

    /** What was found. */
    record Looked(List<Area> areas, String crs, List<Plain> notes) {}

    /** @param repaired null when nothing was mended */
    record Area(
            String name,
            JsonNode geometry,
            double squareMetres,
            @Nullable Repaired repaired) {}

    record Repaired(Plain why, JsonNode before) {}

    record Properties(List<Property> properties) {}

    record Property(String designation, JsonNode geometry) {}

    @PostMapping(path = "/api/area-checks/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Looked> pasted(@RequestBody Sent sent, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        PastedText text = PastedText.of(sent.text() == null ? "" : sent.text());
        return looked("text", text.shapes(), text.crs(), 0);
    }

    @PostMapping(path = "/api/area-checks/look", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Parameter(name = "crs", in = ParameterIn.QUERY, description = "System of the coordinates, such as EPSG:3006")
    @Parameter(name = "part", in = ParameterIn.QUERY, description = "Layer or shapefile to read, of several")
    ResponseEntity<Looked> file(MultipartHttpServletRequest request) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("crs", "part"));
        List<MultipartFile> files = request.getMultiFileMap().getOrDefault("file", List.of());
        if (files.size() != 1 || request.getMultiFileMap().size() != 1) {
            throw Parameters.refused(
                    "file",
                    String.join(", ", request.getMultiFileMap().keySet()),
                    files.isEmpty() ? "part.missing" : "import.one-file");
        }
        MultipartFile file = files.get(0);
        String name = plain(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        if (file.getSize() > MAX_BYTES) {
            throw new RefusedRequestException(
                    413, List.of(FieldFault.of("file", name, "areacheck.file-large", MAX_BYTES >> 20)));
        }
        Files.createDirectories(settings.uploadDir());
        Path path = settings.uploadDir().resolve(UUID.randomUUID() + ".look");
        try {
            file.transferTo(path);
            DrawnAreas drawn = DrawnAreas.read(path, name, crs(parameters), parameters.text("part"));
            return looked("file", drawn.shapes(), drawn.crs(), drawn.passedOver());
        } catch (UnreadableFileException unreadable) {
            throw refused(unreadable, name);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @GetMapping("/api/area-checks/properties")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "The beginning of a designation, or a part of it")
    ResponseEntity<Properties> properties(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("q"));
        String query = Objects.requireNonNullElse(parameters.text("q"), "");
        if (query.length() > LONGEST_QUERY) {
            throw Parameters.refused("q", query, "areacheck.query", LONGEST_QUERY);
        }
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Properties(
                        query.isBlank() ? List.of() : found(query.strip().toLowerCase(Locale.ROOT))));
    }

    /** Those that begin with what was written before those that hold it. */
    private List<Property> found(String query) {
        List<BaseFeature> begin = new ArrayList<>();
        List<BaseFeature> hold = new ArrayList<>();
        for (BaseFeature property : base.of(Set.of(BaseRole.PROPERTIES))) {
            String name = designation(property).toLowerCase(Locale.ROOT);
            if (name.startsWith(query)) {
                begin.add(property);
            } else if (name.contains(query)) {
                hold.add(property);
            }
        }
        begin.sort(java.util.Comparator.comparing(LookController::designation));
        hold.sort(java.util.Comparator.comparing(LookController::designation));
        begin.addAll(hold);
        return begin.stream()
                .limit(MOST_PROPERTIES)
                .map(property -> new Property(designation(property), ShapeJson.of(property.geometry())))
                .toList();
    }

    private static String designation(BaseFeature property) {
        return property.attributes().getOrDefault("designation", property.name());
    }

    private static ResponseEntity<Looked> looked(String field, List<DrawnAreas.Shape> shapes, Crs crs, int passedOver) {
        List<Area> areas = new ArrayList<>();
        for (DrawnAreas.Shape shape : shapes) {
            AreaShape area = AreaShape.of(field, shape.degrees());
            AreaShape.Repaired repaired = area.repaired();
            areas.add(new Area(
                    shape.name(),
                    ShapeJson.of(area.degrees()),
                    Math.rint(area.squareMetres()),
                    repaired == null ? null : new Repaired(repaired.why(), ShapeJson.of(repaired.before()))));
        }
        List<Plain> notes = new ArrayList<>();
        if (passedOver > 0) {
            notes.add(new Plain(
                    passedOver + " objekt hade ingen form som går att läsa och är inte med.",
                    passedOver + " features had no shape that can be read and are left out."));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Looked(areas, crs.toString(), notes));
    }

    private static @Nullable Crs crs(Parameters parameters) {
        String said = parameters.text("crs");
        if (said == null) {
            return null;
        }
        try {
            return Crs.parse(said);
        } catch (IllegalArgumentException unknown) {
            throw Parameters.refused("crs", said, "areacheck.crs");
        }
    }

    private static RefusedRequestException refused(UnreadableFileException why, String name) {
        int status = why.code().startsWith("file.type") || why.code().equals("file.areas.format")
                ? 415
                : why.code().contains("ratio") || why.code().contains("too-many") ? 413 : 422;
        Object[] arguments = new TreeMap<>(why.args()).values().toArray();
        return new RefusedRequestException(status, List.of(FieldFault.of("file", name, why.code(), arguments)));
    }

    /** The last part of a path, without what no name holds. */
    private static String plain(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return last.substring(0, Math.min(LONGEST_NAME, last.length()));
    }
}
