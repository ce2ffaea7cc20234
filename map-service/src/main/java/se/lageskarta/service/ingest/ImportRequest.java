package se.lageskarta.service.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.service.web.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came with {@code POST /api/imports}: a file, or the id of an upload, and what is said about it.
 *
 * @param file the one file; null when an upload is named
 * @param upload id of an upload; null when a file is sent
 * @param wishes what is said about how it is to be understood
 * @param saveMapping name to keep that under; null to keep nothing
 */
record ImportRequest(
        @Nullable MultipartFile file,
        @Nullable String upload,
        SentWishes wishes,
        boolean invented,
        boolean replace,
        @Nullable String owner,
        String source,
        String legalNote,
        @Nullable String saveMapping) {
    private static final Set<String> ALLOWED = Set.of(
            "upload",
            "dataset",
            "kind",
            "role",
            "crs",
            "mapping",
            "types",
            "part",
            "encoding",
            "separator",
            "headingLine",
            "swapped",
            "savedMapping",
            "saveMapping",
            "replace",
            "invented",
            "owner",
            "source",
            "legalNote");
    private static final Set<String> KINDS = Set.of("auto", "incidents", "unsafe-places", "base");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final int MAX_HEADING_LINE = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    /** @throws se.lageskarta.service.web.RefusedRequestException when something in it cannot be understood */
    static ImportRequest of(MultipartHttpServletRequest request) {
        Parameters sent = Parameters.of(request.getParameterMap(), ALLOWED);
        String upload = sent.text("upload");
        MultipartFile file = file(request, upload == null);
        if (file != null && upload != null) {
            throw sent.refused("upload", "import.file-or-upload");
        }
        SentWishes wishes = new SentWishes(
                sent.text("part"),
                sent.text("encoding"),
                separator(request),
                sent.has("headingLine") ? Long.valueOf(sent.whole("headingLine", 0, 0, MAX_HEADING_LINE)) : null,
                texts(sent, "mapping", "import.mapping"),
                sent.text("crs"),
                sent.has("swapped") ? sent.word("swapped", "", YES_OR_NO).equals("true") : null,
                sent.word("kind", "auto", KINDS),
                sent.text("role"),
                texts(sent, "types", "import.types-json"),
                sent.text("dataset"),
                sent.has("savedMapping") ? Long.valueOf(sent.whole("savedMapping", 0, 0, Integer.MAX_VALUE)) : null);
        String saveMapping = sent.text("saveMapping");
        return new ImportRequest(
                file,
                upload,
                wishes,
                sent.word("invented", "false", YES_OR_NO).equals("true"),
                sent.word("replace", "false", YES_OR_NO).equals("true"),
                sent.text("owner"),
                Objects.requireNonNullElse(sent.text("source"), ""),
                Objects.requireNonNullElse(sent.text("legalNote"), ""),
                saveMapping == null ? null : SavedMapping.checked(saveMapping));
    }

    /** The one file of a request; null when none was sent and none is needed. */
    static @Nullable MultipartFile file(MultipartHttpServletRequest request, boolean needed) {
        int parts = request.getMultiFileMap().size();
        if (parts == 0 && !needed) {
            return null;
        }
        List<MultipartFile> files = request.getMultiFileMap().getOrDefault("file", List.of());
        if (files.size() != 1 || parts != 1) {
            String names = String.join(", ", request.getMultiFileMap().keySet());
            throw Parameters.refused("file", names, files.isEmpty() ? "part.missing" : "import.one-file");
        }
        return files.get(0);
    }

    /** A tab is blank, and blank parts count as absent everywhere else. */
    private static @Nullable String separator(MultipartHttpServletRequest request) {
        String separator = request.getParameter("separator");
        return separator == null || separator.isEmpty() ? null : separator;
    }

    private static @Nullable Map<String, @Nullable String> texts(Parameters sent, String name, String code) {
        String text = sent.text(name);
        if (text == null) {
            return null;
        }
        try {
            Map<String, @Nullable String> texts = JSON.readValue(text, TEXTS);
            if (texts != null) {
                return texts;
            }
        } catch (JacksonException e) {
            // told below
        }
        throw sent.refused(name, code);
    }
}
