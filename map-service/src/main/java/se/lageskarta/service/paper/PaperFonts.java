package se.lageskarta.service.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of papers and of the words in pictures: Source Sans 3, which comes with the service. Letters of pictures are
 * drawn from its outlines, so a machine needs no fonts of its own and the same picture has the same bytes everywhere.
 */
final class PaperFonts {
    static final String FAMILY = "Source Sans 3";
    /** Stands for a character the font lacks. */
    static final int MISSING = 0x25A1;

    private static final int GSUB = 0x47535542;
    private static final int RENAMED = 0x47535858;

    private static final PaperFonts SHARED = new PaperFonts();

    private final byte[] regularFile = withoutLigatures(read("/fonts/SourceSans3-Regular.ttf"));
    private final byte[] boldFile = withoutLigatures(read("/fonts/SourceSans3-Bold.ttf"));
    private final Face regular = new Face(regularFile);
    private final Face bold = new Face(boldFile);

    static PaperFonts shared() {
        return SHARED;
    }

    InputStream file(boolean ofBold) {
        return new ByteArrayInputStream(ofBold ? boldFile : regularFile);
    }

    /** True when both weights can draw it. */
    boolean has(int codePoint) {
        return regular.has(codePoint) && bold.has(codePoint);
    }

    /** Width of a line of words in the unit of the size. */
    double width(String words, double size, boolean ofBold) {
        return (ofBold ? bold : regular).width(words) * size;
    }

    /**
     * Outlines of a line of words.
     *
     * @param x where it begins
     * @param y its base line, downwards
     */
    GeneralPath outline(String words, double x, double y, double size, boolean ofBold) {
        return (ofBold ? bold : regular).outline(words, x, y, size);
    }

    /**
     * The font with its table of substitutions (GSUB) renamed, so that nobody finds it: PDFBox would write "ff" and "tt" as
     * one glyph each, of which a reader of the file cannot tell the letters.
     */
    private static byte[] withoutLigatures(byte[] file) {
        ByteBuffer tables = ByteBuffer.wrap(file);
        int count = tables.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            if (tables.getInt(at) == GSUB) {
                tables.putInt(at, RENAMED);
            }
        }
        return file;
    }

    private static byte[] read(String name) {
        try (InputStream in = PaperFonts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One weight; the parser behind it reads lazily, so one thread at a time. */
    private static final class Face {
        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final double unitsPerEm;

        Face(byte[] file) {
            try {
                font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                glyphs = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        synchronized boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        synchronized double width(String words) {
            return words.codePoints().mapToDouble(this::advance).sum();
        }

        synchronized GeneralPath outline(String words, double x, double y, double size) {
            GeneralPath whole = new GeneralPath();
            double scale = size / unitsPerEm;
            double at = x;
            for (int codePoint : words.codePoints().toArray()) {
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
                whole.append(glyph(codePoint).createTransformedShape(place), false);
                at += advance(codePoint) * size;
            }
            return whole;
        }

        private double advance(int codePoint) {
            try {
                return font.getAdvanceWidth(id(codePoint)) / unitsPerEm;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private GeneralPath glyph(int codePoint) {
            try {
                var glyph = font.getGlyph().getGlyph(id(codePoint));
                return glyph == null ? new GeneralPath() : glyph.getPath();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private int id(int codePoint) {
            int id = glyphs.getGlyphId(codePoint);
            return id == 0 ? glyphs.getGlyphId(MISSING) : id;
        }
    }
}
