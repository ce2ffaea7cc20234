package se.lageskarta.geo.read.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.xlsx.CellStyles.As;
import se.lageskarta.geo.read.xlsx.CellStyles.Shown;

/**
 * Numbers in cells as text: as short as says the same, dates in ISO 8601.
 *
 * <p>Excel keeps 15 digits and writes 17, so {@code 6439162.4000000004} is {@code 6439162.4}. Whole numbers are kept
 * digit for digit, because they may be numbers of cases rather than amounts. Day numbers count from 1900 or 1904
 * (ECMA-376 18.17.4.1), as the workbook says; 1900-02-29, which Excel counts and which never was, is left a number.
 */
final class CellNumbers {
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,400}(?:\\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
    private static final int SHORT = 15;
    // what is written out in full; larger numbers are no coordinates and no days
    private static final int MAX_EXPONENT = 40;
    private static final int SECONDS_A_DAY = 86_400;
    // 9999-12-31
    private static final double LAST_DAY = 2_958_465;
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final int FEBRUARY_29_OF_1900 = 60;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final boolean from1904;

    CellNumbers(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * What the cell says.
     *
     * @param raw as it stands in the file
     */
    String text(String raw, Shown shown) {
        String stripped = raw.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            return stripped;
        }
        if (shown.as() != As.NUMBER) {
            String date = date(Double.parseDouble(stripped), shown.as());
            return date == null ? plain(stripped) : date;
        }
        String plain = plain(stripped);
        return shown.digits() > plain.length() && WHOLE.matcher(plain).matches() && plain.charAt(0) != '-'
                ? "0".repeat(shown.digits() - plain.length()) + plain
                : plain;
    }

    /**
     * A number that is not shown as a date but stands where dates stand: as a day, when it can be one of this century
     * or the last half of the one before; as it is otherwise.
     */
    String dayIfItCanBe(String plain) {
        if (!NUMBER.matcher(plain).matches()) {
            return plain;
        }
        double number = Double.parseDouble(plain);
        double of1900 = from1904 ? number + 1462 : number;
        // 1950 to 2100; 20260131 is no day number, and 2026 is none either
        if (of1900 < 18_264 || of1900 >= 73_416) {
            return plain;
        }
        String date = date(number, number == Math.floor(number) ? As.DATE : As.DATE_AND_TIME);
        return date == null ? plain : date;
    }

    private static String plain(String raw) {
        if (raw.length() <= SHORT && isShortest(raw)) {
            return raw;
        }
        if (WHOLE.matcher(raw).matches()) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw.endsWith(".") ? raw + "0" : raw).round(EXCEL_DIGITS);
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return Math.abs(exponent) <= MAX_EXPONENT ? shortest.toPlainString() : shortest.toString();
    }

    /** True for digits with at most one point, which is not followed by zeros only. */
    private static boolean isShortest(String raw) {
        int point = -1;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '.') {
                point = i;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        char last = raw.charAt(raw.length() - 1);
        return point < 0 || (point > 0 && last != '0' && last != '.');
    }

    /** Null when no day has this number. */
    private @Nullable String date(double number, As as) {
        if (!(number >= 0) || number > LAST_DAY + 1) {
            return null;
        }
        long seconds = Math.round(number * SECONDS_A_DAY);
        long day = seconds / SECONDS_A_DAY;
        long ofDay = seconds % SECONDS_A_DAY;
        if (as == As.TIME && day == 0) {
            return clock(ofDay);
        }
        if (!from1904 && (day == FEBRUARY_29_OF_1900 || day == 0)) {
            return null;
        }
        LocalDate date = from1904
                ? DAY_0_OF_1904.plusDays(day)
                : DAY_0_OF_1900.plusDays(day < FEBRUARY_29_OF_1900 ? day + 1 : day);
        if (as == As.MONTH && date.getDayOfMonth() == 1 && ofDay == 0) {
            return date.toString().substring(0, 7);
        }
        if (ofDay == 0 && as != As.DATE_AND_TIME) {
            return date.toString();
        }
        LocalDateTime time = date.atStartOfDay().plusSeconds(ofDay);
        return (ofDay % 60 == 0 ? MINUTES : SECONDS).format(time);
    }

    private static String clock(long secondOfDay) {
        String minutes = twoDigits(secondOfDay / 3600) + ":" + twoDigits(secondOfDay / 60 % 60);
        return secondOfDay % 60 == 0 ? minutes : minutes + ":" + twoDigits(secondOfDay % 60);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
