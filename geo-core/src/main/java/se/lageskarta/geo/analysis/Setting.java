package se.lageskarta.geo.analysis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that may be chosen: described once for the command line, for addresses and for forms.
 *
 * @param name as in {@code --set name=value} and {@code ?name=value}
 * @param kind how its value is written
 * @param unit of numbers, such as {@code m}; empty for none
 * @param min least number allowed
 * @param max greatest number allowed
 * @param words allowed values of a word
 */
public record Setting(String name, Kind kind, String unit, double min, double max, List<String> words) {
    /** How a value is written. */
    public enum Kind {
        NUMBER,
        WHOLE,
        /** Numbers with commas between, ascending. */
        NUMBERS,
        WORD,
        /** {@code true} or {@code false}. */
        FLAG,
        /** {@code 2026-01-31}. */
        DAY;

        /** The word used in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MAX_NUMBERS = 100;

    public Setting {
        words = List.copyOf(words);
        if (!(min <= max)) {
            throw new IllegalArgumentException("min of " + name + " is " + min + ", but must be at most " + max);
        }
    }

    public static Setting number(String name, String unit, double min, double max) {
        return new Setting(name, Kind.NUMBER, unit, min, max, List.of());
    }

    public static Setting whole(String name, String unit, int min, int max) {
        return new Setting(name, Kind.WHOLE, unit, min, max, List.of());
    }

    public static Setting numbers(String name, String unit, double min, double max) {
        return new Setting(name, Kind.NUMBERS, unit, min, max, List.of());
    }

    public static Setting word(String name, List<String> words) {
        return new Setting(name, Kind.WORD, "", 0, 0, words);
    }

    public static Setting flag(String name) {
        return new Setting(name, Kind.FLAG, "", 0, 0, List.of("true", "false"));
    }

    public static Setting day(String name) {
        return new Setting(name, Kind.DAY, "", 0, 0, List.of());
    }

    /** What its value must be, in English. */
    public String range() {
        String ofUnit = unit.isEmpty() ? "" : " " + unit;
        return switch (kind) {
            case NUMBER -> "a number of " + plain(min) + " to " + plain(max) + ofUnit;
            case WHOLE -> "a whole number of " + plain(min) + " to " + plain(max) + ofUnit;
            case NUMBERS ->
                "at most " + MAX_NUMBERS + " ascending numbers of " + plain(min) + " to " + plain(max) + ofUnit
                        + " with commas between";
            case WORD, FLAG -> "one of " + String.join(", ", words);
            case DAY -> "a day such as 2026-01-31";
        };
    }

    /**
     * Reads a value: Double, Integer, double[], String, Boolean or LocalDate by kind.
     *
     * @throws SettingException when it is none, or out of range
     */
    Object read(String text) {
        try {
            return switch (kind) {
                case NUMBER -> within(text);
                case WHOLE -> whole(text);
                case NUMBERS -> ascending(text);
                case WORD -> known(text);
                case FLAG -> Boolean.valueOf(known(text));
                case DAY -> LocalDate.parse(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new SettingException(this, text);
        }
    }

    private double within(String text) {
        double number = Double.parseDouble(text);
        if (!(number >= min && number <= max)) {
            throw new SettingException(this, text);
        }
        return number;
    }

    private int whole(String text) {
        double number = within(text);
        if (number != Math.rint(number)) {
            throw new SettingException(this, text);
        }
        return (int) number;
    }

    private double[] ascending(String text) {
        double[] numbers =
                Arrays.stream(text.split(",", -1)).mapToDouble(this::within).toArray();
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i] > numbers[i - 1])) {
                throw new SettingException(this, text);
            }
        }
        if (numbers.length > MAX_NUMBERS) {
            throw new SettingException(this, text);
        }
        return numbers;
    }

    private String known(String text) {
        if (!words.contains(text)) {
            throw new SettingException(this, text);
        }
        return text;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
