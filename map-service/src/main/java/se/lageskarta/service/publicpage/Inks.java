package se.lageskarta.service.publicpage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** How classes are filled on pictures: the page's neutral ramp, each class with its own pattern. */
final class Inks {
    private static final int TILE = 16;
    private static final Color[] GROUND = {
        new Color(0xF1EFE9), new Color(0xCFE1E7), new Color(0x97BDCA), new Color(0x5691A7), new Color(0x134A63)
    };

    private Inks() {}

    static Paint of(CountClass count) {
        Color ground = GROUND[count.ordinal()];
        return switch (count) {
            case FEW -> tile(ground, new Color(0xA7AEAB), false, false, true);
            case FROM_10 -> tile(ground, new Color(0x6F9FB0), true, false, false);
            case FROM_20 -> tile(ground, new Color(0x2C6A82), true, true, false);
            case FROM_5, FROM_50 -> ground;
        };
    }

    private static Paint tile(Color ground, Color ink, boolean rising, boolean falling, boolean dotted) {
        BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = tile.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(ground);
        pen.fillRect(0, 0, TILE, TILE);
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(1.6f));
        for (int shift = -TILE; shift <= TILE; shift += TILE) {
            if (rising) {
                pen.draw(new Line2D.Double(shift, TILE, shift + TILE, 0));
            }
            if (falling) {
                pen.draw(new Line2D.Double(shift, 0, shift + TILE, TILE));
            }
        }
        if (dotted) {
            pen.fill(new Rectangle2D.Double(3, 3, 2.4, 2.4));
            pen.fill(new Rectangle2D.Double(11, 11, 2.4, 2.4));
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, TILE, TILE));
    }
}
