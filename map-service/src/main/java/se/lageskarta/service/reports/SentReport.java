package se.lageskarta.service.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What a reporter writes. Surrounding blanks are dropped.
 *
 * @param type code of the taxonomy, such as {@code BEL}
 * @param words free text, at most 2,000 characters; may be empty: the type often says enough
 * @param place where
 * @param when when it was seen
 * @param joins number of the report that says the same, which this one is added to; null for none
 */
public record SentReport(
        String type,
        String words,
        ReportPlace place,
        TimeSpan when,
        @Nullable Long joins) {
    static final int LONGEST_WORDS = 2_000;

    /** @throws RefusedRequestException with every fault at once, so that a form can mark all of them */
    public SentReport {
        type = type.strip();
        words = words.strip();
        List<FieldFault> faults = new ArrayList<>();
        if (type.isEmpty()) {
            faults.add(FieldFault.of("type", "", "report.type.missing"));
        }
        if (words.length() > LONGEST_WORDS || ReportText.isUnstorable(words)) {
            faults.add(FieldFault.of("words", words, "report.text", LONGEST_WORDS));
        }
        if (!when.isKnown()) {
            faults.add(FieldFault.of("when", "", "report.when.unreadable"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }
}
