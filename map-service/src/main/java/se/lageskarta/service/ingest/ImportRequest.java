package se.lageskarta.service.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.web.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came with {@code POST /api/imports}.
 *
 * @param file the one file
 * @param order what is said about it
 */
record ImportRequest(MultipartFile file, ImportOrder order) {
    private static final Set<String> ALLOWED =
            Set.of("dataset", "kind", "role", "crs", "mapping", "invented", "owner", "source");
    private static final Set<String> KINDS = Set.of("auto", "incidents", "unsafe-places", "base");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** @throws se.lageskarta.service.web.RefusedRequestException when something in it cannot be understood */
    static ImportRequest of(MultipartHttpServletRequest request, Person sender) {
        List<MultipartFile> files = request.getMultiFileMap().getOrDefault("file", List.of());
        if (files.size() != 1 || request.getMultiFileMap().size() != 1) {
            String parts = String.join(", ", request.getMultiFileMap().keySet());
            throw Parameters.refused("file", parts, files.isEmpty() ? "part.missing" : "import.one-file");
        }
        Parameters sent = Parameters.of(request.getParameterMap(), ALLOWED);
        String kind = sent.word("kind", "auto", KINDS);
        FileKind fileKind = kind.equals("auto") ? null : FileKind.of(kind);
        BaseRole role = read(sent, "role", "import.role", BaseRole::of);
        if (role != null && fileKind != null && fileKind != FileKind.BASE) {
            throw sent.refused("role", "import.role-of-base");
        }
        MultipartFile file = files.get(0);
        String name = file.getOriginalFilename();
        String organisation = sent.text("owner");
        String source = sent.text("source");
        ImportOrder order = new ImportOrder(
                name == null ? "" : name,
                sent.text("dataset"),
                fileKind,
                role,
                read(sent, "crs", "import.crs", Crs::parse),
                mapping(sent),
                sent.word("invented", "false", YES_OR_NO).equals("true"),
                organisation == null ? sender.organisation() : organisation,
                source == null ? "" : source,
                sender.getUsername());
        return new ImportRequest(file, order);
    }

    private static ColumnMapping mapping(Parameters sent) {
        ColumnMapping mapping = read(sent, "mapping", "import.mapping", text -> {
            try {
                return new ColumnMapping(JSON.readValue(text, TEXTS));
            } catch (JacksonException | NullPointerException e) {
                throw new IllegalArgumentException(e);
            }
        });
        return mapping == null ? ColumnMapping.NONE : mapping;
    }

    private static <T> @Nullable T read(Parameters sent, String name, String code, Function<String, T> reading) {
        String text = sent.text(name);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw sent.refused(name, code);
        }
    }
}
