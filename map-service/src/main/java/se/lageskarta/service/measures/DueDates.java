package se.lageskarta.service.measures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Due dates as a calendar (iCalendar, RFC 5545): one event of a whole day for each measure that is not done and has a day.
 * Lines end with CRLF and are folded after 75 octets, which a calendar may insist on.
 */
final class DueDates {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(4096);

    private DueDates() {}

    /**
     * @param name what the calendar is called
     * @param host where the numbers come from, so that the same measure is the same event next time
     */
    static String of(List<Measure> measures, String name, String host) {
        DueDates calendar = new DueDates();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Lageskarta//Measures//SV");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        measures.stream()
                .filter(measure -> measure.dueOn() != null && measure.isOpen())
                .forEach(measure -> calendar.event(measure, host));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Measure measure, String host) {
        LocalDate due = java.util.Objects.requireNonNull(measure.dueOn());
        Instant saved = measure.updatedAt();
        line("BEGIN:VEVENT");
        line("UID:measure-" + measure.id() + "@" + host);
        line("DTSTAMP:" + STAMP.format(saved));
        line("SEQUENCE:" + (measure.version() - 1));
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(due));
        line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(due.plusDays(1)));
        line("SUMMARY:" + escaped(measure.title() + " (" + measure.owner() + ")"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A character is never cut in two. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String character = Character.toString(line.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LINE_OCTETS) {
                text.append(LINE_END).append(' ');
                octets = 1;
            }
            text.append(character);
            octets += more;
        }
        text.append(LINE_END);
    }
}
