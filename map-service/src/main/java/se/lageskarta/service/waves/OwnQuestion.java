package se.lageskarta.service.waves;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.lageskarta.service.web.FieldFault;

/**
 * A question of the municipality's own, asked once a person.
 *
 * @param id what its answers are kept under, lower case letters and digits
 * @param kind {@code choice} of one of {@code choices}, or {@code scale} from 0 (nothing) to 6 (alarming), as the
 *     police's local safety survey counts
 * @param text the question in Swedish
 * @param textEn the same in English, empty when not translated
 * @param choices what may be chosen, 2 to 12; none for a scale
 * @param choicesEn the same in English, as many or none
 */
public record OwnQuestion(
        String id, String kind, String text, String textEn, List<String> choices, List<String> choicesEn) {
    static final String CHOICE = "choice";
    static final String SCALE = "scale";
    static final int MAX_SCALE = 6;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,20}");
    private static final int MAX_TEXT = 300;
    private static final int MAX_CHOICES = 12;
    private static final int MAX_CHOICE = 100;

    public OwnQuestion {
        id = Written.orEmpty(id).strip();
        kind = Written.orEmpty(kind).strip();
        text = Written.orEmpty(text).strip();
        textEn = Written.orEmpty(textEn).strip();
        choices = Written.all(choices);
        choicesEn = Written.all(choicesEn);
    }

    /** Everything that is wrong with it. */
    List<FieldFault> faults(String field) {
        List<FieldFault> faults = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            faults.add(FieldFault.of(field + ".id", id, "wave.question.id"));
        }
        if (!kind.equals(CHOICE) && !kind.equals(SCALE)) {
            faults.add(FieldFault.of(field + ".kind", kind, "wave.question.kind"));
        }
        Written.check(field + ".text", text, 1, MAX_TEXT, faults);
        Written.check(field + ".textEn", textEn, 0, MAX_TEXT, faults);
        boolean choice = kind.equals(CHOICE);
        if (choice && (choices.size() < 2 || choices.size() > MAX_CHOICES) || !choice && !choices.isEmpty()) {
            faults.add(FieldFault.of(field + ".choices", "" + choices.size(), "wave.question.choices", MAX_CHOICES));
        }
        if (!choicesEn.isEmpty() && choicesEn.size() != choices.size()) {
            faults.add(FieldFault.of(field + ".choicesEn", "" + choicesEn.size(), "wave.question.choices-en"));
        }
        choices.forEach(each -> Written.check(field + ".choices", each, 1, MAX_CHOICE, faults));
        choicesEn.forEach(each -> Written.check(field + ".choicesEn", each, 1, MAX_CHOICE, faults));
        return faults;
    }

    /** True when the number is one that may be answered: the place of a choice from 0, or a step of the scale. */
    boolean takes(int answer) {
        return answer >= 0 && (kind.equals(SCALE) ? answer <= MAX_SCALE : answer < choices.size());
    }

    /** True when answers to the other mean the same. */
    boolean asksAs(OwnQuestion other) {
        return kind.equals(other.kind) && text.equals(other.text) && choices.equals(other.choices);
    }
}
