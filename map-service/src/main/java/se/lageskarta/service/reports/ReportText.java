package se.lageskarta.service.reports;

import java.util.Set;
import java.util.stream.Collectors;
import se.lageskarta.service.freetext.PersonalData;

/**
 * Free text as it is stored: without the personal data that were found in it.
 *
 * @param text the text with masks in their place
 * @param found codes of what was masked with commas between, empty when nothing was
 */
record ReportText(String text, String found) {
    static ReportText of(String written) {
        PersonalData.Masked masked = PersonalData.mask(written.strip());
        Set<PersonalData.Kind> kinds = masked.found();
        return new ReportText(
                masked.text(),
                kinds.stream().sorted().map(PersonalData.Kind::code).collect(Collectors.joining(",")));
    }

    /** Control characters and halves of surrogate pairs: databases and files refuse them one by one. */
    static boolean isUnstorable(String text) {
        return text.codePoints().anyMatch(c -> {
            int type = Character.getType(c);
            boolean line = c == '\n' || c == '\r' || c == '\t';
            return !line && (type == Character.CONTROL || type == Character.SURROGATE);
        });
    }
}
