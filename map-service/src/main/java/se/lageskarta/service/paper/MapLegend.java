package se.lageskarta.service.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.lageskarta.service.web.Texts;

/** The numbers of a map and what they stand for, in two columns below it, and how the kinds are drawn. */
final class MapLegend {
    private static final int LINE = 54;
    private static final int PADDING = 16;
    private static final double SIZE = 26;
    private static final int COLUMN = MapPicture.WIDTH / 2;
    private static final Color INK = new Color(0x2B3236);

    private final List<MapPicture.Place> places;
    private final boolean named;
    private final List<MapPicture.Kind> kinds;
    private final Texts texts;
    private final Locale language;
    private final PaperFonts fonts;

    /** @param named false when the names stand elsewhere, so that only the kinds are told */
    MapLegend(List<MapPicture.Place> places, boolean named, Texts texts, Locale language, PaperFonts fonts) {
        this.places = places;
        this.named = named;
        this.texts = texts;
        this.language = language;
        this.fonts = fonts;
        kinds = Arrays.stream(MapPicture.Kind.values())
                .filter(kind -> places.stream().anyMatch(place -> place.kind() == kind))
                .toList();
    }

    /** Pixels. */
    int height() {
        return places.isEmpty() ? 0 : named ? PADDING + LINE * (rows() + 1) : LINE;
    }

    private int rows() {
        return named ? (places.size() + 1) / 2 : 0;
    }

    void draw(Graphics2D pen, int top) {
        if (places.isEmpty()) {
            return;
        }
        pen.setClip(null);
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(0, top, MapPicture.WIDTH, height()));
        for (int i = 0; named && i < places.size(); i++) {
            double x = (i / rows()) * (double) COLUMN + 30;
            double y = top + PADDING + (i % rows()) * (double) LINE + LINE / 2.0;
            MarkStyle.of(places.get(i).kind()).mark(pen, fonts, x, y, i + 1);
            write(pen, fitted(places.get(i).name(), COLUMN - 90.0), x + 36, y + SIZE / 3);
        }
        kinds(pen, top + height() - LINE / 2.0);
    }

    private void kinds(Graphics2D pen, double y) {
        double x = 10;
        for (MapPicture.Kind kind : kinds) {
            MarkStyle style = MarkStyle.of(kind);
            pen.setColor(style.ink());
            pen.setStroke(style.stroke());
            if (style.square()) {
                pen.fill(new Rectangle2D.Double(x + 22, y - 11, 22, 22));
            } else {
                pen.draw(new Line2D.Double(x, y, x + 60, y));
            }
            String words = texts.of(kind.key(), language);
            write(pen, words, x + 76, y + SIZE / 3);
            x += 76 + fonts.width(words, SIZE, false) + 44;
        }
    }

    private void write(Graphics2D pen, String words, double x, double y) {
        pen.setColor(INK);
        pen.fill(fonts.outline(words, x, y, SIZE, false));
    }

    /** The longest beginning that has room. */
    private String fitted(String name, double width) {
        String line = PlainText.line(name);
        if (fonts.width(line, SIZE, false) <= width) {
            return line;
        }
        int end = Math.min(line.length(), 120);
        while (end > 0 && fonts.width(line.substring(0, end) + "…", SIZE, false) > width) {
            end--;
        }
        return line.substring(0, end).strip() + "…";
    }
}
