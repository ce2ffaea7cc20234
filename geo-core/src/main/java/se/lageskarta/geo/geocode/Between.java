package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a street as it is written: {@code Storgatan mellan Kyrkogatan och Torget}, {@code mellan 12 och 18 på
 * Storgatan}, {@code Storgatan från Nygatan till bron}.
 *
 * @param street name and localities; the name is empty when only the ends are written
 * @param first where the part begins
 * @param second where it ends
 */
record Between(Reading street, End first, End second) {
    private static final Pattern BETWEEN =
            Pattern.compile("(?iu)^(?<before>(?:.*[^\\p{L}])?)[ei]?\\s?mellan\\s+(?<ends>\\S.*)$");
    private static final Pattern FROM =
            Pattern.compile("(?iu)^(?<before>.+?)[\\s,]+(?:från|fr\\.?\\s?o\\.?\\s?m\\.?|fr\\.|"
                    + "(?:väg)?sträckan(?:\\s+från)?|delen(?:\\s+från)?)\\s*:?\\s+(?<ends>\\S.*)$");
    private static final Pattern AND = Pattern.compile("(?iu)\\s+(?:och|samt|o|till|t\\.?\\s?o\\.?\\s?m\\.?)\\s+"
            + "(?:fram\\s+till\\s+)?|\\s*[&+–—/]\\s*|\\s+-\\s+|(?<=\\d)\\s*-\\s*(?=\\d)");
    private static final Pattern TO = Pattern.compile("(?iu)\\s+(?:(?:fram|upp|ner|ned|bort)\\s+)?(?:till|mot|"
            + "t\\.?\\s?o\\.?\\s?m\\.?)\\s+|\\s*[–—]\\s*|\\s+-\\s+");
    private static final Pattern ON_STREET =
            Pattern.compile("(?iu)^(.*?\\S)\\s+(?:på|längs(?:\\s+med)?|utmed|efter)\\s+(\\S.*)$");
    private static final Pattern CROSSING = Pattern.compile(
            "(?iu)(?:korsning(?:en)?|korsn\\.?|hörn(?:et|an)?|rondell(?:en)?|cirkulationsplats(?:en)?)\\W*$");
    private static final Pattern BEFORE_MEANS_LITTLE =
            Pattern.compile("(?iu)[\\s,:–—-]+(?:på\\s+)?(?:(?:väg|gatu)?sträckan|"
                    + "delen|biten|avsnittet|någonstans|stycket|på|i|kvarteret)?[\\s,:–—-]*$");
    private static final Pattern ONLY_LITTLE = Pattern.compile("(?iu)^(?:(?:på|i|längs|någonstans)\\b\\s*)*"
            + "(?:(?:väg|gatu)?sträckan|gatan|vägen|delen|biten|avsnittet|stycket)?\\W*$");
    private static final Pattern STREET_AFTER_LITTLE =
            Pattern.compile("(?iu)^(?:på|i|längs(?:\\s+med)?|utmed|efter|vid|adress|plats)[:.]?\\s+(\\S.*)$");
    private static final Pattern END_AFTER_LITTLE = Pattern.compile(
            "(?iu)^(?:(?:i\\s+|vid\\s+)?korsningen(?:\\s+med)?|"
                    + "husnummer|hus|nummer|nr|no|adress|vid|infarten\\s+(?:till|från)|avfarten\\s+(?:till|mot))[.:]?\\s+(\\S.*)$");
    private static final Pattern ADDRESS =
            Pattern.compile("(?iu)^(.*\\p{L}[^\\d]*?)\\s+(?:nr\\.?\\s*|nummer\\s+)?(\\d{1,4}\\s?(?:[a-zåäö])?)$");
    private static final Pattern COMMA = Pattern.compile("\\s*[,;()\\n]\\s*");
    private static final int MOST = 8;

    /**
     * Where a part of a street begins or ends.
     *
     * @param name of a crossing street or a place at the street; empty when it is a house of the street itself
     * @param number of the house; null when there is none
     */
    record End(String name, @Nullable HouseNumber number) {
        static End of(String written) {
            String text = written.strip();
            for (Matcher more = END_AFTER_LITTLE.matcher(text); more.matches(); more = END_AFTER_LITTLE.matcher(text)) {
                text = more.group(1);
            }
            HouseNumber alone = HouseNumber.read(text);
            if (alone != null) {
                return new End("", alone);
            }
            Matcher address = ADDRESS.matcher(text);
            return address.matches()
                    ? new End(address.group(1).strip(), HouseNumber.read(address.group(2)))
                    : new End(text, null);
        }

        boolean isEmpty() {
            return number == null && name.codePoints().noneMatch(Character::isLetter);
        }
    }

    /** The ways to understand a text as a part of a street; none when it tells of no part. */
    static List<Between> of(String text, String locality) {
        boolean between = mentions(text, "mellan");
        if (!between && !mentions(text, "från") && !mentions(text, "fr") && !mentions(text, "sträckan")) {
            return List.of();
        }
        List<Between> found = new ArrayList<>();
        Matcher matcher = (between ? BETWEEN : FROM).matcher(text);
        if (matcher.matches() && !CROSSING.matcher(matcher.group("before")).find()) {
            read(matcher.group("before"), matcher.group("ends"), between ? AND : TO, locality, found);
        }
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private static boolean mentions(String text, String word) {
        for (int at = 0; at + word.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static void read(String before, String ends, Pattern and, String locality, List<Between> found) {
        List<String> after = parts(ends);
        if (after.isEmpty()) {
            return;
        }
        String pair = after.get(0);
        List<String> others = new ArrayList<>(after.subList(1, after.size()));
        String stripped =
                BEFORE_MEANS_LITTLE.matcher(" " + before).replaceFirst("").strip();
        List<String> streets = ONLY_LITTLE.matcher(stripped).matches() ? List.of() : parts(stripped);
        for (Matcher matcher = and.matcher(pair); matcher.find(); ) {
            String first = pair.substring(0, matcher.start());
            String second = pair.substring(matcher.end());
            Matcher told = ON_STREET.matcher(second);
            if (told.matches()) {
                List<String> localities = new ArrayList<>(others);
                localities.addAll(streets);
                add(told.group(2), first, told.group(1), with(locality, localities), 0, found);
            }
            for (String street : streets) {
                List<String> localities = new ArrayList<>(others);
                streets.stream().filter(other -> !other.equals(street)).forEach(localities::add);
                add(street, first, second, with(locality, localities), 0, found);
                lastWordAsLocality(street, first, second, with(locality, localities), found);
            }
            if (streets.isEmpty() && !told.matches()) {
                ofEnds(first, second, with(locality, others), found);
            }
        }
    }

    /** Torget Herrljunga: the square, in Herrljunga. */
    private static void lastWordAsLocality(
            String street, String first, String second, List<String> localities, List<Between> found) {
        String end = second.strip();
        int blank = end.lastIndexOf(' ');
        if (blank > 0 && end.codePoints().skip(blank).noneMatch(Character::isDigit)) {
            List<String> more = new ArrayList<>(localities);
            more.add(end.substring(blank + 1));
            add(street, first, end.substring(0, blank), more, Reading.GUESSED_LOCALITY, found);
        }
    }

    /** Between Storgatan 12 and 18; between Storgatan 12 and Storgatan 18; between Nygatan and Kyrkogatan. */
    private static void ofEnds(String first, String second, List<String> localities, List<Between> found) {
        End one = End.of(first);
        End other = End.of(second);
        boolean sameStreet = other.name.isEmpty() || Spelling.plain(one.name).equals(Spelling.plain(other.name));
        if (one.number != null && other.number != null && !one.name.isEmpty() && sameStreet) {
            add(one.name, new End("", one.number), new End("", other.number), localities, 0, found);
        } else if (!one.name.isEmpty() && !other.name.isEmpty()) {
            add("", one, other, localities, 0, found);
        }
    }

    private static void add(
            String street, String first, String second, List<String> localities, double cost, List<Between> found) {
        String name = street.strip();
        for (Matcher more = STREET_AFTER_LITTLE.matcher(name);
                more.matches();
                more = STREET_AFTER_LITTLE.matcher(name)) {
            name = more.group(1);
        }
        End one = End.of(first);
        End other = End.of(second);
        if (name.codePoints().anyMatch(Character::isLetter)) {
            add(name, ofStreet(one, name), ofStreet(other, name), localities, cost, found);
        }
    }

    /** Storgatan between Storgatan 12 and Storgatan 18. */
    private static End ofStreet(End end, String street) {
        boolean same = end.number != null && Spelling.plain(end.name).equals(Spelling.plain(street));
        return same ? new End("", end.number) : end;
    }

    private static void add(
            String street, End first, End second, List<String> localities, double cost, List<Between> found) {
        if (!first.isEmpty() && !second.isEmpty()) {
            found.add(new Between(new Reading(street, null, null, null, localities, cost, false), first, second));
        }
    }

    private static List<String> with(String locality, List<String> others) {
        List<String> all = new ArrayList<>();
        if (!locality.isEmpty()) {
            all.add(locality);
        }
        others.stream()
                .filter(words -> words.codePoints().anyMatch(Character::isLetter))
                .forEach(all::add);
        return all;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(COMMA.split(text))
                .filter(part -> !part.isBlank())
                .map(String::strip)
                .toList();
    }
}
