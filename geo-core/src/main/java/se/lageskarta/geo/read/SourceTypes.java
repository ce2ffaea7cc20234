package se.lageskarta.geo.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which code of the taxonomy the words of a source mean. Words are compared without case, accents, spaces and
 * punctuation; the codes themselves and their Swedish and English names are always understood.
 *
 * <p>Immutable.
 */
public final class SourceTypes {
    /** The code of what nobody has said the meaning of. */
    public static final String OTHER = "OVR";

    private static final int DIGITS_OF_OFFENCE_CODE = 4;
    private static final String TAXONOMY = "/se/lageskarta/data/codes/incident-types.csv";
    private static final String SHIPPED = "/se/lageskarta/data/codes/source-types.csv";

    private final Map<String, String> codeOfWord;
    private final Map<String, List<DatedCode>> periodsOfWord;
    private final Map<String, String> shippedCodeOfWord;
    private final Set<String> codes;

    private SourceTypes(
            Map<String, String> codeOfWord,
            Map<String, List<DatedCode>> periodsOfWord,
            Map<String, String> shippedCodeOfWord,
            Set<String> codes) {
        this.codeOfWord = Map.copyOf(codeOfWord);
        this.periodsOfWord = Map.copyOf(periodsOfWord);
        this.shippedCodeOfWord = Map.copyOf(shippedCodeOfWord);
        this.codes = Set.copyOf(codes);
    }

    /**
     * The words that come with the product.
     *
     * @throws UncheckedIOException when the tables are not on the class path
     */
    public static SourceTypes shipped() {
        Map<String, String> words = new HashMap<>();
        Set<String> codes = new HashSet<>();
        for (String[] row : rows(TAXONOMY)) {
            codes.add(row[0]);
            words.put(Field.fold(row[0]), row[0]);
            words.putIfAbsent(Field.fold(row[2]), row[0]);
            words.putIfAbsent(Field.fold(row[3]), row[0]);
        }
        for (String[] row : rows(SHIPPED)) {
            words.put(Field.fold(row[0]), row[1]);
        }
        return new SourceTypes(words, Map.of(), words, codes);
    }

    /**
     * These words and more; a word said again here means what it is said to mean here.
     *
     * @param more code of each word
     */
    public SourceTypes with(Map<String, String> more) {
        Map<String, List<DatedCode>> always = new HashMap<>();
        more.forEach((word, code) -> always.put(word, List.of(DatedCode.always(code))));
        return withDated(always);
    }

    /**
     * As {@link #with}, of words that mean something during some time only.
     *
     * @param more periods of each word, at least one, which do not overlap
     */
    public SourceTypes withDated(Map<String, List<DatedCode>> more) {
        Map<String, String> words = new HashMap<>(codeOfWord);
        Map<String, List<DatedCode>> periods = new HashMap<>(periodsOfWord);
        Set<String> known = new HashSet<>(codes);
        more.forEach((word, said) -> {
            String folded = Field.fold(word);
            List<DatedCode> inOrder = DatedCode.inOrder(said);
            words.put(folded, inOrder.get(inOrder.size() - 1).code());
            if (inOrder.stream().allMatch(DatedCode::isAlways)) {
                periods.remove(folded);
            } else {
                periods.put(folded, inOrder);
            }
            inOrder.forEach(period -> known.add(period.code()));
        });
        return new SourceTypes(words, periods, shippedCodeOfWord, known);
    }

    /** How words are compared: without case, accents, spaces and punctuation. */
    public static String fold(String word) {
        return Field.fold(word);
    }

    /**
     * What stands for the word in the key of a row: the same today and when somebody has said anew what the word means,
     * so that the same file still brings the same incidents.
     */
    String keyOf(String word) {
        String folded = Field.fold(word);
        return shippedCodeOfWord.getOrDefault(folded, folded);
    }

    /**
     * The code of the source's word, null when nobody has said. Of several words with commas between, which nobody has
     * said the meaning of as a whole, the first counts: {@code Misshandel, grov} is an assault. A word that has meant
     * several things over the years means the last of them here, see {@link #periodsOf}.
     */
    public @Nullable String codeOf(String word) {
        String known = knownWord(word);
        return known == null ? null : codeOfWord.get(known);
    }

    /** When the source's word means what, the earliest first; empty when it always means the same, or nothing. */
    public List<DatedCode> periodsOf(String word) {
        String known = periodsOfWord.isEmpty() ? null : knownWord(word);
        return known == null ? List.of() : periodsOfWord.getOrDefault(known, List.of());
    }

    /** What is known of a word, as it is compared: itself, its first part, or the number whose zeros a sheet has taken. */
    private @Nullable String knownWord(String word) {
        String whole = Field.fold(word);
        if (codeOfWord.containsKey(whole)) {
            return whole;
        }
        int comma = word.indexOf(',');
        String known = comma < 0 ? withZeros(whole) : Field.fold(word.substring(0, comma));
        return codeOfWord.containsKey(known) ? known : null;
    }

    /**
     * The number as it was before a spreadsheet took it for one: offence codes have four digits, of 0801 it leaves 801.
     * Everything else is as it is.
     *
     * @param folded a word as it is compared
     */
    public static String withZeros(String folded) {
        boolean number = !folded.isEmpty() && folded.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && folded.length() < DIGITS_OF_OFFENCE_CODE
                ? "0".repeat(DIGITS_OF_OFFENCE_CODE - folded.length()) + folded
                : folded;
    }

    /** True when the source's word is a list of words that mean different things: several choices in one answer. */
    boolean isSeveral(String word) {
        if (word.indexOf(',') < 0 || codeOfWord.containsKey(Field.fold(word))) {
            return false;
        }
        Set<String> meant = new HashSet<>();
        for (String one : word.split(",")) {
            String code = codeOfWord.get(Field.fold(one));
            if (code != null) {
                meant.add(code);
            }
        }
        return meant.size() > 1;
    }

    public Set<String> codes() {
        return codes;
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = SourceTypes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("resource " + resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
