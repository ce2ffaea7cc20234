package se.lageskarta.service.walks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;

/**
 * Who walks: an organisation or group and how many. More than {@value #ADVISED} in all is not forbidden, but a group that
 * large does not hear each other.
 *
 * @param organisation such as {@code Hyresgästföreningen} or {@code boende}, 1 to 100 characters
 * @param number how many, 1 to 200
 */
record Participants(String organisation, int number) {
    static final int ADVISED = 20;
    private static final int MAX_NUMBER = 200;
    private static final int MAX_GROUPS = 30;

    /** As a form sends it. */
    record Sent(@Nullable String organisation, @Nullable Integer number) {}

    static List<Participants> read(@Nullable List<@Nullable Sent> sent, List<FieldFault> faults) {
        List<Participants> read = new ArrayList<>();
        if (sent == null) {
            return read;
        }
        if (sent.size() > MAX_GROUPS) {
            faults.add(FieldFault.of("participants", "" + sent.size(), "walk.participants.many", MAX_GROUPS));
            return read;
        }
        for (int i = 0; i < sent.size(); i++) {
            Sent one = sent.get(i);
            String field = "participants." + i;
            int number = one == null || one.number == null ? 0 : one.number;
            if (number < 1 || number > MAX_NUMBER) {
                faults.add(FieldFault.of(field, "" + number, "walk.participants.number", MAX_NUMBER));
            }
            String name = WalkText.read(field, one == null ? null : one.organisation, 1, 100, faults);
            read.add(new Participants(name, number));
        }
        return read;
    }
}
