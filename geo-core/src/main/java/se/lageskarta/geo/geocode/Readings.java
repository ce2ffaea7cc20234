package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways to understand a place as it is written in Swedish files: noise such as {@code c/o}, {@code lgh 1101},
 * {@code utanför} and postal codes taken off, house number and locality told apart, crossings recognised. Every way
 * that is grammatical is given; which one is meant is decided by what there is.
 */
final class Readings {
    private static final int LONGEST = 200;
    private static final int MOST_PARTS = 4;

    private static final Pattern CARE_OF = Pattern.compile("(?iu)\\bc/o\\b[^,;\\n]*[,;\\n]?");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?|\\[[^\\]]*\\]?");
    private static final Pattern WITHIN_HOUSE = Pattern.compile(
            "(?iu)(?<=[\\s,])(?:lgh|lägenhet|lgnr|lghnr|våning|vån|uppgång|uppg|port|trapphus|trappa|trappuppgång|tr|ingång|entré|"
                    + "källaren|källare|källarförråd|innergården|bv|nb|öb|garage|parkeringen|parkering|gårdshuset)\\b.*$");
    private static final Pattern STAIRS = Pattern.compile("(?iu)[\\s,]+\\d{1,2}\\s?(?:tr|trp|trappor|vån)\\b.*$");
    private static final Pattern ABOUT =
            Pattern.compile("(?iu)\\b(?:m\\.?\\s?fl\\.?|mfl|ca\\.?|cirka|ungefär|ungef\\.?)(?=\\s|$|,)");
    private static final Pattern POSTAL = Pattern.compile("(?<!\\d)(?:SE?-)?\\d{3}\\s?\\d{2}(?!\\d)\\s*");
    private static final Pattern LEADING = Pattern.compile(
            "(?iu)^(?:vid|utanför|utanf|intill|invid|bredvid|nära|bakom|framför|nedanför|ovanför|mitt\\s?(?:emot|för)|strax|alldeles|"
                    + "(?:i\\s+)?(?:norra|södra|östra|västra|bortre)\\s+(?:delen|änden|sidan)\\s+av|"
                    + "(?:i\\s+)?(?:början|slutet|mitten)\\s+(?:av|på)|på|i|hos|kring|omkring|runt|"
                    + "i\\s+höjd\\s+med|i\\s+närheten\\s+av|i\\s+anslutning\\s+till|längs|utmed|efter|inne\\s+på|inne\\s+i|adress|plats|gatan|"
                    + "gata|fastigheten|fastighet|området|område|bostadsområdet|kvarteret|kvarter|kv)(?:[.:]?\\s+|[.:]\\s*)");
    private static final Pattern DIRECTION = Pattern.compile(
            "(?iu)^(?:(?:strax|alldeles|ca\\.?|cirka)\\s+)?(?:\\d+\\s*(?:m|meter|km)\\s+)?(?:norr|söder|öster|väster|nordost|nordväst|sydost|sydväst)\\s+om\\s+");
    private static final Pattern CROSSING_WORD = Pattern.compile(
            "(?iu)^(?:i\\s+|vid\\s+|nära\\s+)?(?:cirkulationsplatsen|rondellen|gatukorsningen|vägkorsningen|vägskälet|(?:t|fyrvägs|trevägs)-?korsningen|korsningen|korsning|korsn\\.?|kors\\.?|hörnet|hörnan|hörn)\\s*(?:av|mellan|vid|på)?[\\s:]+");
    private static final Pattern CROSSING = Pattern.compile(
            "(?iu)\\s*[/&+×]\\s*|\\s+[-–—]\\s+|\\s+x\\s+|\\s+(?:och|mot|korsar|korsning|korsningen|o)\\s+");
    private static final Pattern PARTS = Pattern.compile("\\s*[,;\\n]\\s*");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?iu)^(.*?[^\\d\\s#.:])[\\s.]*?(?:\\s(?:nr|no|nummer)\\.?|\\s?#)?\\s*"
                    + "(\\d{1,4}(?![\\d:])\\s?(?:[a-zåäö](?![\\p{L}]))?(?:\\s*[-–/]\\s*(?:\\d{1,4}\\s?)?(?:[a-z](?![\\p{L}]))?)?)(?:[\\s.]+(\\D.*))?$");
    private static final Pattern PROPERTY = Pattern.compile("(?u)^(.*\\D)\\s+(\\d{1,4}:\\d{1,4})(?:>\\d+)?\\W*$");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?u)^(\\d{1,4}\\s?[a-zA-Z]?)\\s+(\\D{3,})$");
    private static final Pattern TRAILING = Pattern.compile("(?<=\\d)[\\s.:!?]+$");
    private static final Pattern WORD = Pattern.compile("\\s+");

    private final List<Reading> readings = new ArrayList<>();
    private final String locality;
    private boolean vague;

    private Readings(String locality) {
        this.locality = locality;
    }

    static List<Reading> of(String text, String locality) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String clean = cut;
        if (cut.indexOf('/') >= 0) {
            clean = CARE_OF.matcher(clean).replaceAll("");
        }
        if (cut.indexOf('(') >= 0 || cut.indexOf('[') >= 0) {
            clean = BRACKETS.matcher(clean).replaceAll(" ");
        }
        clean = ABOUT.matcher(clean).replaceAll(" ");
        Readings found = new Readings(POSTAL.matcher(locality).replaceAll("").strip());
        found.read(clean.strip());
        return found.readings;
    }

    /** The parts of streets that a text tells of: what is between two crossings or two houses. Mostly none. */
    static List<Between> partsOfStreets(String text, String locality) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String clean = cut.indexOf('/') >= 0 ? CARE_OF.matcher(cut).replaceAll("") : cut;
        return Between.of(clean.strip(), POSTAL.matcher(locality).replaceAll("").strip());
    }

    private void read(String text) {
        String[] parts = PARTS.split(text);
        if (parts.length == 1) {
            part(parts[0], List.of(), 0);
            String[] dashed = DASH.split(text);
            if (dashed.length == 2) {
                part(dashed[0], List.of(dashed[1]), Reading.GUESSED_LOCALITY);
                part(dashed[1], List.of(dashed[0]), Reading.GUESSED_LOCALITY);
            }
            return;
        }
        for (int i = 0; i < Math.min(parts.length, MOST_PARTS); i++) {
            List<String> others = new ArrayList<>();
            for (int j = 0; j < Math.min(parts.length, MOST_PARTS); j++) {
                if (j != i && !parts[j].isBlank()) {
                    others.add(POSTAL.matcher(parts[j]).replaceAll("").strip());
                }
            }
            part(parts[i], others, i == 0 ? 0 : 0.05);
        }
    }

    /** One part between commas; the others may tell the locality. */
    private void part(String written, List<String> others, double cost) {
        String part = STAIRS.matcher(WITHIN_HOUSE.matcher(written).replaceAll(""))
                .replaceAll("")
                .strip();
        part = TRAILING.matcher(part).replaceAll("");
        if (part.isEmpty() || HouseNumber.read(part) != null) {
            return;
        }
        Matcher direction = DIRECTION.matcher(part);
        vague = direction.find();
        part = vague ? part.substring(direction.end()) : part;
        Matcher word = CROSSING_WORD.matcher(part);
        if (word.find()) {
            crossing(part.substring(word.end()), others, true, cost);
            return;
        }
        crossing(part, others, false, cost);
        named(part, others, cost);
        String bare = part;
        for (Matcher leading = LEADING.matcher(bare); leading.find() && leading.end() < bare.length(); ) {
            bare = bare.substring(leading.end());
            Matcher again = CROSSING_WORD.matcher(bare);
            if (again.find()) {
                crossing(bare.substring(again.end()), others, true, cost);
            }
            named(bare, others, cost + 0.05);
            leading = LEADING.matcher(bare);
        }
    }

    private void crossing(String text, List<String> others, boolean said, double cost) {
        Matcher between = CROSSING.matcher(text);
        boolean any = false;
        while (between.find()) {
            String first = withoutNumber(text.substring(0, between.start()));
            String second = withoutNumber(text.substring(between.end()));
            if (hasLetters(first) && hasLetters(second)) {
                any = true;
                add(first, second, null, null, others, cost);
                lastWordAsLocality(first, second, others, cost);
            }
        }
        if (said && !any) {
            String[] words = WORD.split(text.replace('-', ' ').strip());
            for (int i = 1; i < Math.min(words.length, 6); i++) {
                String first = join(words, 0, i);
                String second = join(words, i, words.length);
                add(withoutNumber(first), withoutNumber(second), null, null, others, cost + 0.1);
            }
        }
    }

    private void lastWordAsLocality(String first, String second, List<String> others, double cost) {
        int blank = second.lastIndexOf(' ');
        if (blank > 2) {
            List<String> localities = new ArrayList<>(others);
            localities.add(second.substring(blank + 1));
            add(first, second.substring(0, blank), null, null, localities, cost + Reading.GUESSED_LOCALITY);
        }
    }

    private void named(String text, List<String> others, double cost) {
        boolean numbered = hasDigits(text);
        String bare = numbered ? POSTAL.matcher(text).replaceAll(" ").strip() : text.strip();
        if (numbered) {
            numbered(bare, others, cost);
        }
        add(bare, null, null, null, others, cost);
        String[] words = WORD.split(bare);
        for (int i = words.length - 1; i >= 1 && i >= words.length - 2; i--) {
            String tail = join(words, i, words.length);
            if (hasLetters(tail) && tail.length() > 2) {
                List<String> localities = new ArrayList<>(others);
                localities.add(tail);
                add(join(words, 0, i), null, null, null, localities, cost + Reading.GUESSED_LOCALITY);
            }
        }
    }

    private void numbered(String bare, List<String> others, double cost) {
        Matcher address = ADDRESS.matcher(bare);
        if (address.matches()) {
            HouseNumber number = HouseNumber.read(address.group(2));
            List<String> localities = new ArrayList<>(others);
            if (address.group(3) != null) {
                localities.add(0, address.group(3).strip());
            }
            if (number != null) {
                String unit = number.letter() == 0 ? Integer.toString(number.number()) : null;
                add(address.group(1).strip(), null, number, unit, localities, cost);
            }
        }
        Matcher property = PROPERTY.matcher(bare);
        if (property.matches()) {
            add(property.group(1), null, null, property.group(2), others, cost);
        }
        Matcher first = NUMBER_FIRST.matcher(bare);
        if (first.matches()) {
            add(first.group(2), null, HouseNumber.read(first.group(1)), null, others, cost + 0.3);
        }
    }

    private void add(
            String name,
            @Nullable String crossing,
            @Nullable HouseNumber number,
            @Nullable String unit,
            List<String> others,
            double cost) {
        if (!hasLetters(name)) {
            return;
        }
        List<String> localities = new ArrayList<>();
        if (!locality.isEmpty()) {
            localities.add(locality);
        }
        localities.addAll(others);
        readings.add(new Reading(name, crossing, number, unit, localities, cost, vague));
    }

    private static String withoutNumber(String text) {
        if (!hasDigits(text)) {
            return text.strip();
        }
        Matcher address = ADDRESS.matcher(text.strip());
        return address.matches() && address.group(3) == null ? address.group(1).strip() : text.strip();
    }

    private static boolean hasLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Other digits than 0 to 9 are no house numbers. */
    private static boolean hasDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }
}
