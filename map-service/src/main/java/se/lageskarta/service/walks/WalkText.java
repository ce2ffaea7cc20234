package se.lageskarta.service.walks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** What holds for the texts of a walk: stripped, masked, not too long, and such that a database can hold them. */
final class WalkText {
    private WalkText() {}

    /** The text without blanks around it and without personal data. */
    static String read(String field, @Nullable String sent, int least, int most, List<FieldFault> faults) {
        String text = PersonalData.mask(sent == null ? "" : sent.strip()).text();
        if (text.length() < least) {
            faults.add(FieldFault.of(field, text, "walk.text.missing"));
        } else if (text.length() > most) {
            faults.add(FieldFault.of(field, text, "walk.text.long", most));
        } else if (text.codePoints().anyMatch(WalkText::isUnstorable)) {
            faults.add(FieldFault.of(field, text, "walk.text.characters"));
        }
        return text;
    }

    static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
    }

    private static boolean isUnstorable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean space = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return !space && (type == Character.CONTROL || type == Character.SURROGATE);
    }
}
