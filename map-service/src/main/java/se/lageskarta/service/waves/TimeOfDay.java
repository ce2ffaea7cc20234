package se.lageskarta.service.waves;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a place is felt to be unsafe or safe. */
enum TimeOfDay {
    /** Not told. */
    NONE,
    DAY,
    DARK,
    BOTH;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable TimeOfDay of(String code) {
        for (TimeOfDay time : values()) {
            if (time.code().equals(code)) {
                return time;
            }
        }
        return null;
    }

    /** As facts know it: null when it is both or not told. */
    @Nullable
    Boolean dark() {
        return this == DARK ? Boolean.TRUE : this == DAY ? Boolean.FALSE : null;
    }
}
