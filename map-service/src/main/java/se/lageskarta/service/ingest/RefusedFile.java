package se.lageskarta.service.ingest;

import java.util.List;
import java.util.Locale;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** A file that nothing can be read from, as an answer. */
final class RefusedFile {
    private RefusedFile() {}

    static RefusedRequestException because(
            UnreadableFileException why, String fileName, ImportWords words, Locale language) {
        Object[] arguments = words.inOrder(why.args(), language);
        FieldFault fault = new FieldFault("file", fileName, why.code(), List.of(arguments));
        return new RefusedRequestException(status(why.code()), List.of(fault));
    }

    private static int status(String code) {
        if (code.startsWith("file.type")) {
            return 415;
        }
        return switch (code) {
            case "file.too-large", "file.gzip-ratio", "file.zip-ratio", "file.zip-entries", "file.too-many-rows" -> 413;
            case "file.binary", "file.encoding" -> 415;
            default -> 422;
        };
    }
}
