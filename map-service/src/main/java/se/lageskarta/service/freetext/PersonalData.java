package se.lageskarta.service.freetext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal data in a text and puts a word in brackets in their place: identity numbers (also coordination
 * numbers, whose day is 60 more) whose date and check digit are right, telephone numbers, e-mail addresses, number
 * plates, names of accounts, and names that follow a word such as <i>målsägande</i> or <i>heter</i> or end as Swedish
 * surnames do. A name that looks like any other word is not found: a person must still read the text.
 *
 * <p>Time is linear in the text's length.
 */
public final class PersonalData {
    /** What was found. */
    public enum Kind {
        IDENTITY_NUMBER("personnummer"),
        EMAIL("e-post"),
        PHONE("telefon"),
        PLATE("fordon"),
        ACCOUNT("konto"),
        NAME("namn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What stands in the text instead: {@code [telefon]}. */
        String mask() {
            return "[" + word + "]";
        }
    }

    /**
     * A text without what was found in it.
     *
     * @param text the text with masks
     * @param found what was masked, empty when nothing was
     */
    public record Masked(String text, Set<Kind> found) {
        public Masked {
            found = found.isEmpty() ? Set.of() : Set.copyOf(found);
        }
    }

    private record Find(int from, int to, Kind kind) {}

    private static final String NAME_WORD = "\\p{Lu}[\\p{Ll}é-]{1,30}+";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d-])(?:19|20)?\\d{6}[-+ ]?\\d{4}(?!\\d)");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,5}");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d-])(?:\\+46|0046|0)[ -]?(?:\\(0\\))?\\d{1,3}(?:[ /-]{0,3}\\d{2,4}){2,4}(?![\\d-])");
    private static final Pattern PLATE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:[A-HJ-PR-UW-Z]{3} ?|[a-hj-pr-uw-z]{3})\\d\\d[\\dA-Za-z](?![\\p{L}\\d])");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\p{L}\\d])@[\\p{L}\\d._]{3,30}");
    private static final Pattern TOLD_NAME =
            Pattern.compile("(?i:målsägande[nr]?|misstänkte?|vittnet|heter|kallas|named|called|suspect|witness)[: ] ?("
                    + NAME_WORD + "(?: " + NAME_WORD + "){0,2})");
    private static final Pattern SURNAME = Pattern.compile(NAME_WORD + " (?:" + NAME_WORD
            + " )?\\p{Lu}[\\p{Ll}é-]{1,20}(?:sson|sdotter|ström|qvist|kvist|gren)(?!\\p{L})");
    private static final int IDENTITY_DIGITS = 10;
    private static final int LEAST_PHONE_DIGITS = 8;

    private PersonalData() {}

    /** The text with everything found masked. */
    public static Masked mask(String text) {
        List<Find> finds = finds(text);
        if (finds.isEmpty()) {
            return new Masked(text, Set.of());
        }
        StringBuilder masked = new StringBuilder(text.length());
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        int done = 0;
        for (Find find : finds) {
            if (find.from >= done) {
                masked.append(text, done, find.from).append(find.kind.mask());
                kinds.add(find.kind);
                done = find.to;
            }
        }
        return new Masked(masked.append(text, done, text.length()).toString(), kinds);
    }

    /** The earliest first; of two that begin together the one whose kind comes first. */
    private static List<Find> finds(String text) {
        List<Find> finds = new ArrayList<>();
        add(finds, NUMBER.matcher(text), Kind.IDENTITY_NUMBER, 0);
        add(finds, EMAIL.matcher(text), Kind.EMAIL, 0);
        add(finds, PHONE.matcher(text), Kind.PHONE, 0);
        add(finds, PLATE.matcher(text), Kind.PLATE, 0);
        add(finds, ACCOUNT.matcher(text), Kind.ACCOUNT, 0);
        add(finds, TOLD_NAME.matcher(text), Kind.NAME, 1);
        add(finds, SURNAME.matcher(text), Kind.NAME, 0);
        finds.sort(Comparator.comparingInt(Find::from).thenComparing(Find::kind));
        return finds;
    }

    private static void add(List<Find> finds, Matcher matches, Kind kind, int group) {
        while (matches.find()) {
            String found = matches.group(group);
            boolean is =
                    switch (kind) {
                        case IDENTITY_NUMBER -> isIdentityNumber(found);
                        case PHONE -> found.chars().filter(Character::isDigit).count() >= LEAST_PHONE_DIGITS;
                        default -> true;
                    };
            if (is) {
                finds.add(new Find(matches.start(group), matches.end(group), kind));
            }
        }
    }

    private static boolean isIdentityNumber(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        digits = digits.substring(digits.length() - IDENTITY_DIGITS);
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6)) % 60;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
