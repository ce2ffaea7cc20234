package se.lageskarta.service.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** How a kind of place is drawn. The white number on its ground has a contrast of at least 4.5 : 1. */
record MarkStyle(Color ink, boolean dashed, boolean square) {
    private static final double RADIUS = 22;

    static MarkStyle of(MapPicture.Kind kind) {
        return switch (kind) {
            case CRIME -> new MarkStyle(new Color(0x9A2A1B), false, false);
            case UNSAFETY -> new MarkStyle(new Color(0x5B3A8E), true, false);
            case MEASURE, TARGET -> new MarkStyle(new Color(0x1F4E6B), false, true);
            case COMPARED -> new MarkStyle(new Color(0x6B4A00), true, false);
            case AROUND -> new MarkStyle(new Color(0x4A5256), false, false);
        };
    }

    Color wash() {
        return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 46);
    }

    BasicStroke stroke() {
        return dashed
                ? new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {16, 9}, 0)
                : new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
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
