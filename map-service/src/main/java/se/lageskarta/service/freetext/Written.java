package se.lageskarta.service.freetext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Reads what a person has written in a form and collects every fault, so that the form can mark all of them at once.
 *
 * <pre>
 * Written written = new Written();
 * title = written.text("title", title, 1, 120);
 * dueOn = written.day("dueOn", dueOn);
 * written.refuseFaults();
 * </pre>
 */
public final class Written {
    /** Older days than this are typing mistakes. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    /** Beyond this a day is a typing mistake. */
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final List<FieldFault> faults = new ArrayList<>();

    /**
     * A text stripped of blanks around it and of personal data; absent is empty.
     *
     * @param field name of the property, as the form knows it
     * @param least fewest characters; 0 when it may be empty
     * @param most most characters
     */
    public String text(String field, @Nullable String sent, int least, int most) {
        String text = PersonalData.mask(sent == null ? "" : sent.strip()).text();
        if (text.length() < least) {
            fault(field, text, "written.missing");
        } else if (text.length() > most) {
            fault(field, text, "written.long", most);
        } else if (text.codePoints().anyMatch(Written::isUnstorable)) {
            fault(field, text, "written.characters");
        }
        return text;
    }

    /** A day between {@link #FIRST_DAY} and {@link #LAST_DAY}, or null. */
    public @Nullable LocalDate day(String field, @Nullable LocalDate sent) {
        if (sent != null && (sent.isBefore(FIRST_DAY) || sent.isAfter(LAST_DAY))) {
            fault(field, sent.toString(), "written.day", FIRST_DAY.toString(), LAST_DAY.toString());
        }
        return sent;
    }

    /** A day that must be there; {@link #FIRST_DAY} stands in for a missing one until the faults are thrown. */
    public LocalDate dayNeeded(String field, @Nullable LocalDate sent) {
        if (sent == null) {
            fault(field, "", "written.missing");
            return FIRST_DAY;
        }
        return Objects.requireNonNull(day(field, sent));
    }

    /** A whole number from least to most, or null. */
    public @Nullable Integer whole(String field, @Nullable Integer sent, int least, int most) {
        if (sent != null && (sent < least || sent > most)) {
            fault(field, sent.toString(), "written.range", least, most);
        }
        return sent;
    }

    /** One of some words; absent is the word that is given for it. */
    public String word(String field, @Nullable String sent, String absent, Collection<String> words) {
        String word = sent == null || sent.isBlank() ? absent : sent.strip();
        if (!words.contains(word)) {
            fault(field, word, "written.word", String.join(", ", words));
        }
        return word;
    }

    /** A list of at most so many; absent is empty. A list that holds nothing somewhere is a fault. */
    public <T> List<T> list(String field, @Nullable List<T> sent, int most) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > most) {
            fault(field, "" + sent.size(), "written.many", most);
            return List.of();
        }
        if (sent.stream().anyMatch(Objects::isNull)) {
            fault(field, "null", "written.missing");
            return List.of();
        }
        return List.copyOf(sent);
    }

    /** One more fault, such as a rule between two fields. */
    public void fault(String field, String value, String code, Object... arguments) {
        faults.add(FieldFault.of(field, value, code, arguments));
    }

    /** @throws RefusedRequestException 422 when there were any faults */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    /** Control characters and halves of surrogate pairs: databases and files refuse them one by one. */
    private static boolean isUnstorable(int codePoint) {
        boolean space = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        int type = Character.getType(codePoint);
        return !space && (type == Character.CONTROL || type == Character.SURROGATE);
    }
}
