package se.lageskarta.service.catalogue;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.Texts;

/** The code tables as files: out to a spreadsheet, and in again after what it changes has been seen. */
@RestController
class CodeTablesController {
    private static final int LINES_TOLD = 500;
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private final CodeTableText text;
    private final TakeInCodes taking;
    private final Texts texts;

    CodeTablesController(CodeTableText text, TakeInCodes taking, Texts texts) {
        this.text = text;
        this.taking = taking;
        this.texts = texts;
    }

    /**
     * What a file would change.
     *
     * @param version to save from, in If-Match
     * @param changes how many words or types are said anew; the first of them are told in words or types
     * @param refused how many lines or cells cannot be accepted; nothing is saved while there are any
     * @param zeros codes that were given back the zeros that a spreadsheet has taken
     * @param unread headings of columns that mean nothing here
     */
    record Preview(
            long version,
            int lines,
            int changes,
            int unchanged,
            int refused,
            int zeros,
            List<String> unread,
            List<CodeChange.OfWord> words,
            List<CodeChange.OfType> types,
            List<Refusal> refusals) {}

    /** A cell that cannot be accepted, with the reason and what to do in the reader's language. */
    record Refusal(long line, String field, String value, String code, String reason, String remedy) {}

    @GetMapping("/api/code-tables/{table}.csv")
    void table(@PathVariable String table, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        CodeTableKind wanted = CodeTableKind.named(table);
        byte[] bytes = text.of(wanted).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + wanted.fileName() + "\"");
        response.setHeader("Cache-Control", Answers.ASK_EACH_TIME);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @PostMapping(path = "/api/code-tables/{table}/look", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Parameter(
            name = "removeOthers",
            in = ParameterIn.QUERY,
            description = "true: the file is the whole table; nothing is said any more of words that it lacks")
    ResponseEntity<Preview> look(@PathVariable String table, MultipartHttpServletRequest request) throws IOException {
        TakeInCodes.Order order =
                order(table, request, Parameters.of(request.getParameterMap(), Set.of("removeOthers")));
        TakeInCodes.Found found = taking.look(order);
        Locale language = Texts.language(request);
        return ResponseEntity.ok()
                .eTag(tag(found.version()))
                .body(new Preview(
                        found.version(),
                        order.file().lines().size(),
                        found.changes(),
                        found.unchanged(),
                        found.faults().size(),
                        found.zeros(),
                        order.file().unread(),
                        first(found.words()),
                        first(found.types()),
                        first(found.faults()).stream()
                                .map(fault -> refusal(fault, language))
                                .toList()));
    }

    /** Saves all that a file changes, from the version that {@link #look} told. */
    @PostMapping(path = "/api/code-tables/{table}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Parameter(
            name = "removeOthers",
            in = ParameterIn.QUERY,
            description = "true: the file is the whole table; nothing is said any more of words that it lacks")
    @Parameter(
            name = "applyToExisting",
            in = ParameterIn.QUERY,
            description = "true: incidents that are here already get the types too")
    ResponseEntity<TakeInCodes.Saved> save(
            @PathVariable String table,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            MultipartHttpServletRequest request,
            Principal who)
            throws IOException {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("removeOthers", "applyToExisting"));
        TakeInCodes.Saved saved = taking.save(order(table, request, parameters), expected, who.getName());
        return ResponseEntity.ok().eTag(tag(saved.version())).body(saved);
    }

    private static TakeInCodes.Order order(String table, MultipartHttpServletRequest request, Parameters parameters)
            throws IOException {
        CodeTableKind kind = CodeTableKind.named(table);
        List<MultipartFile> files = request.getMultiFileMap().getOrDefault("file", List.of());
        if (files.size() != 1 || request.getMultiFileMap().size() != 1) {
            throw Parameters.refused(
                    "file",
                    String.join(", ", request.getMultiFileMap().keySet()),
                    files.isEmpty() ? "part.missing" : "import.one-file");
        }
        MultipartFile file = files.get(0);
        if (file.getSize() > CodeFile.MOST_BYTES) {
            throw CodeFile.refused(413, file.getSize() + " byte", "codes.file-large", CodeFile.MOST_BYTES >> 20);
        }
        boolean removeOthers =
                parameters.word("removeOthers", "false", YES_OR_NO).equals("true");
        if (removeOthers && kind == CodeTableKind.TYPES) {
            throw Parameters.refused("removeOthers", "true", "codes.types-stay");
        }
        return new TakeInCodes.Order(
                kind,
                CodeFile.read(file.getBytes(), kind),
                removeOthers,
                parameters.word("applyToExisting", "false", YES_OR_NO).equals("true"));
    }

    private Refusal refusal(LineFault fault, Locale language) {
        FieldFault found = fault.fault();
        Object[] arguments = found.arguments().toArray();
        return new Refusal(
                fault.line(),
                fault.column().heading(),
                found.value(),
                found.code(),
                texts.of(found.code() + ".reason", language, arguments),
                texts.of(found.code() + ".remedy", language, arguments));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), LINES_TOLD));
    }

    private static String tag(long version) {
        return "\"v" + version + "\"";
    }
}
