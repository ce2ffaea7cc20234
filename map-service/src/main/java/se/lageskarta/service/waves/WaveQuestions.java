package se.lageskarta.service.waves;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.survey.UnsafeReason;
import se.lageskarta.service.web.FieldFault;

/**
 * What a wave asks about each mark, and once a person.
 *
 * @param reasons which reasons are offered, in lower case; none to ask for no reason
 * @param timeOfDay whether it is asked when the place is felt so: by day, when it is dark, always
 * @param severity whether it is asked how strongly, 1 to 3
 * @param words whether people may write
 * @param own the municipality's own questions, at most 10
 */
public record WaveQuestions(
        List<String> reasons, boolean timeOfDay, boolean severity, boolean words, List<OwnQuestion> own) {
    /** How strongly, at most. */
    static final int MAX_SEVERITY = 3;

    private static final int MAX_OWN = 10;

    public WaveQuestions {
        reasons = Written.all(reasons).stream().distinct().toList();
        own = own == null ? List.of() : own.stream().filter(Objects::nonNull).toList();
    }

    /** Everything that is usually asked, and nothing more. */
    static WaveQuestions usual() {
        return new WaveQuestions(known(), true, true, true, List.of());
    }

    static List<String> known() {
        return java.util.Arrays.stream(UnsafeReason.values())
                .map(WaveQuestions::code)
                .toList();
    }

    static String code(UnsafeReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable UnsafeReason reason(String code) {
        for (UnsafeReason reason : UnsafeReason.values()) {
            if (code(reason).equals(code)) {
                return reason;
            }
        }
        return null;
    }

    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        for (String code : reasons) {
            if (reason(code) == null) {
                faults.add(FieldFault.of("questions.reasons", code, "wave.reason", String.join(", ", known())));
            }
        }
        if (own.size() > MAX_OWN) {
            faults.add(FieldFault.of("questions.own", "" + own.size(), "wave.questions.many", MAX_OWN));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            faults.addAll(own.get(i).faults("questions.own." + i));
            if (!ids.add(own.get(i).id())) {
                faults.add(
                        FieldFault.of("questions.own." + i + ".id", own.get(i).id(), "wave.question.id"));
            }
        }
        return faults;
    }
}
