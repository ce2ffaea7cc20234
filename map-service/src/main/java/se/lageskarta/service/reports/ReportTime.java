package se.lageskarta.service.reports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** When something was seen, as it is written outside: a minute {@code 2026-11-22T14:05} or a day {@code 2026-11-22}. */
final class ReportTime {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** Phones' clocks go wrong by minutes. */
    private static final int AHEAD_MINUTES = 15;
    /** What happened longer ago belongs in an import. */
    private static final int OLDEST_DAYS = 366;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

    private ReportTime() {}

    /**
     * @param written null or blank for now
     * @throws RefusedRequestException when it cannot be read, lies ahead, or more than a year back
     */
    static TimeSpan read(@Nullable String written, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(SWEDEN));
        if (written == null || written.isBlank()) {
            return TimeSpan.at(now);
        }
        String text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            throw refused(text, "report.when.unreadable");
        }
        try {
            boolean day = text.length() == 10;
            LocalDateTime from = day ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            if (from.isAfter(now.plusMinutes(AHEAD_MINUTES))) {
                throw refused(text, "report.when.ahead");
            }
            if (from.isBefore(now.minusDays(OLDEST_DAYS))) {
                throw refused(text, "report.when.old", OLDEST_DAYS);
            }
            return day ? TimeSpan.on(from.toLocalDate()) : TimeSpan.at(from);
        } catch (DateTimeException impossible) {
            throw refused(text, "report.when.unreadable");
        }
    }

    static String write(TimeSpan span) {
        LocalDateTime from = TimeSpan.timeOf(span.fromMinute());
        return span.toMinute() - span.fromMinute() > 60 ? from.toLocalDate().toString() : MINUTE.format(from);
    }

    private static RefusedRequestException refused(String text, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of("when", text, code, arguments)));
    }
}
