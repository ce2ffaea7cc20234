package se.lageskarta.service.paper;

import java.util.Arrays;
import java.util.Optional;

/** What a paper can be written as. */
public enum PaperForm {
    /** A page that stands alone: no script, no file beside it. */
    HTML("html", "text/html;charset=UTF-8"),
    /** PDF/UA-1 and PDF/A-3a. */
    PDF("pdf", "application/pdf"),
    /** Office Open XML, for who will write on. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String suffix;
    private final String mediaType;

    PaperForm(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** End of the file's name, such as {@code pdf}. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The form of a suffix; empty for any other word. */
    public static Optional<PaperForm> of(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix.equals(suffix))
                .findFirst();
    }
}
