package se.lageskarta.geo.read.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    // both grow by a block at a time: doubling one array would need the room of three for a moment
    private static final int BLOCK_BITS = 20;
    private static final int BLOCK_BYTES = 1 << BLOCK_BITS;
    private static final int ENDS_BITS = 16;
    private static final int ENDS_IN_BLOCK = 1 << ENDS_BITS;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<int[]> ends = new ArrayList<>();
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
        String made = made(index == 0 ? 0 : end(index - 1), end(index));
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
        if ((count & (ENDS_IN_BLOCK - 1)) == 0) {
            ends.add(new int[ENDS_IN_BLOCK]);
        }
        write(utf8);
        ends.get(count >> ENDS_BITS)[count & (ENDS_IN_BLOCK - 1)] = used;
        count++;
    }

    private void write(byte[] utf8) {
        for (int done = 0; done < utf8.length; ) {
            int at = used & (BLOCK_BYTES - 1);
            if (at == 0) {
                blocks.add(new byte[BLOCK_BYTES]);
            }
            int now = Math.min(utf8.length - done, BLOCK_BYTES - at);
            System.arraycopy(utf8, done, blocks.get(used >> BLOCK_BITS), at, now);
            done += now;
            used += now;
        }
    }

    private int end(int index) {
        return ends.get(index >> ENDS_BITS)[index & (ENDS_IN_BLOCK - 1)];
    }

    private String made(int from, int to) {
        int at = from & (BLOCK_BYTES - 1);
        if (to - from <= BLOCK_BYTES - at) {
            return from == to ? "" : new String(blocks.get(from >> BLOCK_BITS), at, to - from, StandardCharsets.UTF_8);
        }
        byte[] whole = new byte[to - from];
        for (int done = 0; done < whole.length; ) {
            int start = (from + done) & (BLOCK_BYTES - 1);
            int now = Math.min(whole.length - done, BLOCK_BYTES - start);
            System.arraycopy(blocks.get((from + done) >> BLOCK_BITS), start, whole, done, now);
            done += now;
        }
        return new String(whole, StandardCharsets.UTF_8);
    }
}
