package se.lageskarta.service.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** How a kind of place is drawn. The white number on its ground has a contrast of at least 4.5 : 1. */
record MarkStyle(Color ink, Line line, boolean square) {
    /** How an outline is drawn. */
    enum Line {
        WHOLE,
        BROKEN,
        THICK,
        DOTTED
    }

    private static final double RADIUS = 22;

    static MarkStyle of(MapPicture.Kind kind) {
        return switch (kind) {
            case CRIME -> new MarkStyle(new Color(0x9A2A1B), Line.WHOLE, false);
            case UNSAFETY -> new MarkStyle(new Color(0x5B3A8E), Line.BROKEN, false);
            case MEASURE, TARGET -> new MarkStyle(new Color(0x1F4E6B), Line.WHOLE, true);
            case COMPARED -> new MarkStyle(new Color(0x6B4A00), Line.BROKEN, false);
            case AROUND -> new MarkStyle(new Color(0x4A5256), Line.WHOLE, false);
            case DRAWN -> new MarkStyle(new Color(0x1B1F22), Line.THICK, false);
            case COUNTED -> new MarkStyle(new Color(0x4A5358), Line.DOTTED, false);
        };
    }

    /** What the inside of an area is tinted with; clear where the ground must stay readable. */
    Color wash() {
        boolean clear = line == Line.THICK || line == Line.DOTTED;
        return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), clear ? 0 : 46);
    }

    BasicStroke stroke() {
        return switch (line) {
            case WHOLE -> new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case BROKEN -> dashes(5, 16, 9);
            case THICK -> new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DOTTED -> dashes(4, 4, 7);
        };
    }

    private static BasicStroke dashes(float width, float dash, float gap) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {dash, gap}, 0);
    }

    void mark(Graphics2D pen, PaperFonts fonts, double x, double y, int number) {
        Shape ground = square
                ? new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)
                : new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.setColor(ink);
        pen.fill(ground);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(3));
        pen.draw(ground);
        String figures = "" + number;
        double size = figures.length() > 2 ? 20 : 28;
        pen.fill(fonts.outline(figures, x - fonts.width(figures, size, true) / 2, y + size / 3, size, true));
    }
}
