package se.lageskarta.geo.geocode;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How Swedish names are spelled, and what different spellings have in common. {@link #plain} keeps å, ä and ö, because
 * Askgatan and Åskgatan are two streets; {@link #skeleton} drops what is most often spelled otherwise (diacritics, w
 * and v, ck and k, doubled letters, blanks), so that most slips leave it as it is.
 */
final class Spelling {
    /** What streets and places end with: says little about which one is meant. Longer before shorter. */
    private static final List<String> ENDINGS = List.of(
            "promenaden",
            "esplanaden",
            "rondellen",
            "platsen",
            "svängen",
            "slingan",
            "stråket",
            "parken",
            "gränden",
            "stigen",
            "backen",
            "brinken",
            "torget",
            "ringen",
            "gården",
            "höjden",
            "kyrkan",
            "skolan",
            "gatan",
            "vägen",
            "gränd",
            "kajen",
            "leden",
            "allén",
            "kyrka",
            "skola",
            "plan",
            "gata",
            "allé",
            "väg",
            "bron");

    /** Endings of streets that are common enough for one name to have several: Näckrosvägen and Näckrosstigen. */
    private static final List<String> STREET_ENDINGS = List.of(
            "gatan", "vägen", "gränd", "stigen", "backen", "svängen", "torget", "parken", "ringen", "leden", "platsen");

    private static final List<String> FIRST_WORDS = List.of(
            "norra", "södra", "östra", "västra", "stora", "lilla", "nya", "gamla", "övre", "nedre", "inre", "yttre");

    /** Below it no character combines with another, or is written in two ways. */
    private static final char FIRST_MARK = '\u0300';

    private Spelling() {}

    /** Lower case, punctuation as one blank, apostrophes and the colons of abbreviations (S:t, g:an) dropped. */
    static String plain(String written) {
        String lower = composed(written).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                plain.append(c);
            } else if (c != '\'' && c != '’' && c != '´' && c != '`' && !isAbbreviating(lower, i)) {
                gap = true;
            }
        }
        return plain.toString();
    }

    /** Letters with their marks as one character each, as nearly all texts have them. */
    private static String composed(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(written, Normalizer.Form.NFC);
            }
        }
        return written;
    }

    /** A colon between letters, as in S:t and g:an. */
    private static boolean isAbbreviating(String text, int i) {
        return text.charAt(i) == ':'
                && i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i + 1));
    }

    /** What spellings have in common. */
    static String skeleton(String plain) {
        StringBuilder bones = new StringBuilder(plain.length());
        char last = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char next = i + 1 < plain.length() ? plain.charAt(i + 1) : ' ';
            char c = bone(plain.charAt(i), next);
            boolean silent = c == ' ' || (c == 'h' && (last == 't' || last == 'k'));
            if (!silent && c != last) {
                bones.append(c);
                last = c;
            }
        }
        return bones.toString();
    }

    private static char bone(char c, char next) {
        return switch (c) {
            case 'å', 'ä', 'æ', 'à', 'á', 'â' -> 'a';
            case 'ö', 'ø', 'ó', 'ô' -> 'o';
            case 'é', 'è', 'ê', 'ë' -> 'e';
            case 'ü', 'ú' -> 'u';
            case 'w' -> 'v';
            case 'q' -> 'k';
            case 'z' -> 's';
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
            default -> c;
        };
    }

    /** Where the ending of a name begins; its length when it has none. */
    static int stemLength(String plain) {
        for (String ending : ENDINGS) {
            if (plain.length() > ending.length() && plain.endsWith(ending)) {
                return plain.length() - ending.length();
            }
        }
        return plain.length();
    }

    /** Names that somebody else might have given a neighbouring street: another ending, another word before. */
    static List<String> siblings(String plain) {
        List<String> siblings = new ArrayList<>();
        int stem = stemLength(plain);
        if (stem < plain.length()) {
            String ending = plain.substring(stem);
            for (String other : STREET_ENDINGS) {
                if (!other.startsWith(ending) && !ending.startsWith(other)) {
                    siblings.add(plain.substring(0, stem) + other);
                }
            }
        }
        int blank = plain.indexOf(' ');
        if (blank > 0 && FIRST_WORDS.contains(plain.substring(0, blank))) {
            for (String other : FIRST_WORDS) {
                if (!plain.startsWith(other)) {
                    siblings.add(other + plain.substring(blank));
                }
            }
        }
        return siblings;
    }

    static boolean hasDiacritic(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == 'å' || c == 'ä' || c == 'ö') {
                return true;
            }
        }
        return false;
    }
}
