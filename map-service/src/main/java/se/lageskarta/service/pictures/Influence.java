package se.lageskarta.service.pictures;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * How much the group can influence an area (påverkansmöjlighet), as people judge it.
 *
 * @param area what the ranking calls it, such as {@code area:Centrum} or {@code spot:12}
 * @param influence 1 for hardly to 5 for much
 * @param reason why
 */
record Influence(String area, @Nullable Integer influence, String reason) {
    private static final int MAX_AREA = 100;
    private static final Pattern AREA = Pattern.compile("area:.+|spot:[1-9]\\d{0,17}");
    private static final int MAX_REASON = 500;

    Influence {
        Written written = new Written();
        area = written.text("area", area, 1, MAX_AREA);
        if (!area.isEmpty() && !AREA.matcher(area).matches()) {
            written.fault("area", area, "area.unknown");
        }
        if (influence == null) {
            written.fault("influence", "", "written.missing");
        }
        influence = written.whole("influence", influence, 1, 5);
        reason = written.text("reason", reason, 3, MAX_REASON);
        written.refuseFaults();
    }

    int value() {
        return Objects.requireNonNull(influence);
    }
}
