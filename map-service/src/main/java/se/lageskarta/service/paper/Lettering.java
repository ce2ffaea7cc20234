package se.lageskarta.service.paper;

import java.awt.Shape;

/**
 * Words for pictures, drawn from the outlines of the font that comes with the service: no font of the machine is used, so the
 * same words are the same shapes everywhere. Safe for several threads.
 */
public final class Lettering {
    private Lettering() {}

    /** Width of a line in the unit of the size. */
    public static double width(String words, double size, boolean bold) {
        return PaperFonts.shared().width(PlainText.line(words), size, bold);
    }

    /** Outlines of a line. @param x where it begins @param y its base line, downwards */
    public static Shape outline(String words, double x, double y, double size, boolean bold) {
        return PaperFonts.shared().outline(PlainText.line(words), x, y, size, bold);
    }
}
