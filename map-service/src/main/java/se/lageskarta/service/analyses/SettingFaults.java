package se.lageskarta.service.analyses;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.geo.analysis.SettingException;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.grid.GridTooLargeException;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** Says in the reader's language what the core refuses: which setting, its value, what it may be. */
final class SettingFaults {
    /** As the core refuses a value: {@code eps is -1.0, but must be greater than 0}. */
    private static final Pattern REFUSAL = Pattern.compile("(.{1,60}?) is (.{0,200}?), but must (.{1,300})");
    /** As the core misses one. */
    private static final Pattern MISSING = Pattern.compile("(\\w{1,60}) is missing, but must be given");

    private SettingFaults() {}

    /** A value that cannot be read, or lies out of range: 400. */
    static RefusedRequestException of(SettingException refused) {
        Setting setting = refused.setting();
        return new RefusedRequestException(
                switch (setting.kind()) {
                    case NUMBER, WHOLE, NUMBERS ->
                        FieldFault.of(
                                setting.name(),
                                refused.value(),
                                "analysis." + setting.kind().code(),
                                plain(setting.min()),
                                plain(setting.max()),
                                setting.unit().isEmpty() ? "" : " " + setting.unit());
                    case WORD, FLAG ->
                        FieldFault.of(
                                setting.name(), refused.value(), "parameter.word", String.join(", ", setting.words()));
                    case DAY -> FieldFault.of(setting.name(), refused.value(), "parameter.date");
                });
    }

    /**
     * A value that the core refuses for these data: 422; a missing one: 400. Anything that does not say which value, and
     * what it must be, is a failure of ours and thrown as it is.
     *
     * @param settings of the analysis
     */
    static RuntimeException of(IllegalArgumentException refused, List<Setting> settings) {
        if (refused instanceof SettingException setting) {
            return of(setting);
        }
        if (refused instanceof GridTooLargeException grid) {
            return new RefusedRequestException(
                    422, List.of(FieldFault.of("cell", "", "analysis.grid", grid.cells(), (long) Grid.MAX_CELLS)));
        }
        String message = String.valueOf(refused.getMessage());
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return new RefusedRequestException(FieldFault.of(missing.group(1), "", "parameter.missing"));
        }
        Matcher refusal = REFUSAL.matcher(message);
        if (!refusal.matches()) {
            return refused;
        }
        String name = named(refusal.group(1), settings);
        return new RefusedRequestException(
                422,
                List.of(FieldFault.of(name == null ? "method" : name, refusal.group(2), "analysis.refused", message)));
    }

    /** The setting that a refusal names: the core says {@code epsMetres} of what is chosen as {@code eps}. */
    private static @Nullable String named(String subject, List<Setting> settings) {
        return settings.stream()
                .map(Setting::name)
                .filter(subject::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
