package se.lageskarta.geo.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;

/** When a word means what, in wall-clock minutes; built once for each word of a file. Looking up is O(periods). */
final class CodePeriods {
    private final int[] first;
    private final int[] after;
    private final String[] codes;
    private final String newest;

    /** @param periods that do not overlap, the earliest first, at least one */
    CodePeriods(List<DatedCode> periods) {
        int count = periods.size();
        first = new int[count];
        after = new int[count];
        codes = new String[count];
        for (int i = 0; i < count; i++) {
            DatedCode period = periods.get(i);
            first[i] = period.from() == null ? Integer.MIN_VALUE : minute(period.from());
            after[i] =
                    period.to() == null ? Integer.MAX_VALUE : minute(period.to().plusDays(1));
            codes[i] = period.code();
        }
        newest = codes[count - 1];
    }

    /**
     * The code on the day when a row's time begins.
     *
     * @param minute as {@link TimeSpan} counts; of a time that is not known the newest meaning holds
     * @return null when the word meant nothing then
     */
    @Nullable
    String at(int minute) {
        if (minute == TimeSpan.UNKNOWN_MINUTE) {
            return newest;
        }
        for (int i = 0; i < codes.length; i++) {
            if (minute >= first[i] && minute < after[i]) {
                return codes[i];
            }
        }
        return null;
    }

    /** Days beyond what minutes can count are as good as never. */
    private static int minute(LocalDate day) {
        long minute = day.toEpochDay() * 1440;
        return (int) Math.max(Integer.MIN_VALUE + 1L, Math.min(Integer.MAX_VALUE, minute));
    }
}
