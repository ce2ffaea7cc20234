package se.lageskarta.service.waves;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;

/** What holds for every text that people write here: how long it may be, and that a database can hold it. */
final class Written {
    private Written() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<String> all(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> orEmpty(text).strip()).toList();
    }

    static void check(String field, String text, int least, int most, List<FieldFault> faults) {
        if (text.length() < least) {
            faults.add(FieldFault.of(field, text, "wave.text.missing"));
        } else if (text.length() > most) {
            faults.add(FieldFault.of(field, text, "wave.text.long", most));
        } else if (text.codePoints().anyMatch(Written::isUnstorable)) {
            faults.add(FieldFault.of(field, text, "wave.text.characters"));
        }
    }

    /** Control characters but line ends, and halves of surrogate pairs. */
    private static boolean isUnstorable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean space = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return !space && (type == Character.CONTROL || type == Character.SURROGATE);
    }
}
