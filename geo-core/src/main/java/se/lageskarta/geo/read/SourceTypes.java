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

    private static final String TAXONOMY = "/se/lageskarta/data/codes/incident-types.csv";
    private static final String SHIPPED = "/se/lageskarta/data/codes/source-types.csv";

    private final Map<String, String> codeOfWord;
    private final Map<String, String> shippedCodeOfWord;
    private final Set<String> codes;

    private SourceTypes(Map<String, String> codeOfWord, Map<String, String> shippedCodeOfWord, Set<String> codes) {
        this.codeOfWord = Map.copyOf(codeOfWord);
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
        return new SourceTypes(words, words, codes);
    }

    /**
     * These words and more; a word said again here means what it is said to mean here.
     *
     * @param more code of each word
     */
    public SourceTypes with(Map<String, String> more) {
        Map<String, String> words = new HashMap<>(codeOfWord);
        Set<String> known = new HashSet<>(codes);
        more.forEach((word, code) -> {
            words.put(Field.fold(word), code);
            known.add(code);
        });
        return new SourceTypes(words, shippedCodeOfWord, known);
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
     * said the meaning of as a whole, the first counts: {@code Misshandel, grov} is an assault.
     */
    public @Nullable String codeOf(String word) {
        String whole = codeOfWord.get(Field.fold(word));
        int comma = word.indexOf(',');
        return whole != null || comma < 0 ? whole : codeOfWord.get(Field.fold(word.substring(0, comma)));
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
