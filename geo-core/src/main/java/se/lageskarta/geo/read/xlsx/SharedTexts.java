package se.lageskarta.geo.read.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The texts that cells point to, each kept once: as UTF-8, one after the other. At most {@value #MAX_BYTES} bytes, which
 * is a million rows with 60 letters each that occur nowhere else.
 */
final class SharedTexts extends XmlPart {
    static final int MAX_BYTES = 64 << 20;
    static final int MAX_TEXTS = 8 << 20;

    // letters that repeat are asked for often: handed out as the same object
    private static final int KEPT = 4096;
    private static final int LONGEST_KEPT = 60;

    private byte[] bytes = new byte[4096];
    private int[] ends = new int[256];
    private boolean missing;
    private int count;
    private int used;
    private final XmlText text = new XmlText();
    private boolean inText;
    private int inPhonetic;
    private final @Nullable String[] kept = new String[KEPT];
    private final int[] keptIndex = new int[KEPT];

    /** The workbook has no shared texts. */
    void areMissing() {
        missing = true;
    }

    boolean isMissing() {
        return missing;
    }

    /** The text of this number; null when there is none. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int slot = index & (KEPT - 1);
        String known = kept[slot];
        if (known != null && keptIndex[slot] == index) {
            return known;
        }
        int from = index == 0 ? 0 : ends[index - 1];
        String made = new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
        if (made.length() <= LONGEST_KEPT) {
            kept[slot] = made;
            keptIndex[slot] = index;
        }
        return made;
    }

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "si" -> text.clear();
            case "rPh" -> inPhonetic++;
            case "t" -> inText = inPhonetic == 0;
            default -> inText = false;
        }
    }

    @Override
    void end(String name) throws RefusedWorkbookException {
        switch (name) {
            case "si" -> keep(text.resolved());
            case "rPh" -> inPhonetic--;
            case "t" -> inText = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] from, int start, int length) {
        if (inText) {
            text.add(from, start, length);
        }
    }

    private void keep(String one) throws RefusedWorkbookException {
        byte[] utf8 = one.getBytes(StandardCharsets.UTF_8);
        if (count == MAX_TEXTS || used + utf8.length > MAX_BYTES) {
            throw new RefusedWorkbookException("file.xlsx-texts", Map.of("limit", MAX_BYTES >> 20));
        }
        if (used + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + utf8.length, Math.min(MAX_BYTES, bytes.length * 2)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        System.arraycopy(utf8, 0, bytes, used, utf8.length);
        used += utf8.length;
        ends[count++] = used;
    }
}
