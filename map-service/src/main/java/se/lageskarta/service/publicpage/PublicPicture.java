package se.lageskarta.service.publicpage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.locationtech.jts.geom.Envelope;
import se.lageskarta.service.paper.Lettering;

/**
 * The map of one subject as a picture with heading, legend and scale bar, 170 mm wide at 200 pixels an inch. The same plan
 * gives the same bytes.
 */
final class PublicPicture {
    static final int WIDTH = 1340;
    private static final int MOST_HEIGHT = 1180;
    private static final int MARGIN = 20;
    /** Width of the whole map when a part of it is enlarged beside. */
    private static final int OVERALL = 500;
    /** Height of the line above each of two drawings. */
    private static final int NAME = 44;

    private static final Color INK = new Color(0x16262E);
    private static final Color SOFT = new Color(0x47585F);
    private static final Color HALO = new Color(255, 255, 255, 225);

    private final MapPlan plan;
    private final PageWords words;
    private final Subject subject;
    private final int mapHeight;
    private final BufferedImage image;
    private final Graphics2D pen;

    private PublicPicture(MapPlan plan, PageWords words, Subject subject) {
        this.plan = plan;
        this.words = words;
        this.subject = subject;
        MapPlan.Inset inset = plan.inset();
        mapHeight = inset == null
                ? height(plan, WIDTH)
                : Math.max(height(plan, OVERALL), height(inset.plan(), WIDTH - OVERALL - MARGIN)) + NAME;
        int rows = CountClass.values().length + (plan.marked() ? 1 : 0);
        image = new BufferedImage(WIDTH, 92 + mapHeight + 20 + ((rows + 1) / 2) * 46 + 74, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static byte[] of(MapPlan plan, PageWords words, Subject subject) {
        PublicPicture picture = new PublicPicture(plan, words, subject);
        picture.draw();
        picture.pen.dispose();
        return png(picture.image);
    }

    private void draw() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        write(fitted(subject.heading(), 36, WIDTH - 2.0 * MARGIN), MARGIN, 38, 36, true, INK);
        write(fitted(words.title() + ", " + words.period(), 26, WIDTH - 2.0 * MARGIN), MARGIN, 74, 26, false, SOFT);
        maps();
        legend(92 + mapHeight + 20);
    }

    private static double scale(MapPlan plan, int width) {
        return Math.min(
                (double) width / plan.units().width(),
                (double) MOST_HEIGHT / plan.units().height());
    }

    private static int height(MapPlan plan, int width) {
        return (int) Math.ceil(plan.units().height() * scale(plan, width));
    }

    private void maps() {
        MapPlan.Inset inset = plan.inset();
        if (inset == null) {
            map(plan, 0, 92, WIDTH);
            return;
        }
        int left = OVERALL + MARGIN;
        write(fitted(words.say("map.overall"), 26, OVERALL), 0, 92 + 30, 26, true, INK);
        write(fitted(words.enlarged(inset), 26, WIDTH - left), left, 92 + 30, 26, true, INK);
        map(plan, 0, 92 + NAME, OVERALL);
        map(inset.plan(), left, 92 + NAME, WIDTH - left);
    }

    /** One drawing in its box, pixels. */
    private void map(MapPlan drawn, int x, int top, int width) {
        double scale = scale(drawn, width);
        int height = height(drawn, width);
        double left = x + (width - drawn.units().width() * scale) / 2;
        Rectangle2D box = new Rectangle2D.Double(x, top, width, height);
        fill(box, new Color(0xE9ECEB));
        pen.setClip(box);
        land(drawn, new AffineTransform(scale, 0, 0, scale, left, top));
        if (drawn.inset() != null) {
            frame(drawn.inset(), left, top, scale);
        }
        for (int i = 0; i < drawn.areas().size(); i++) {
            MapPlan.Circle centre = drawn.areas().get(i).centre();
            CountClass count = subject.classes().get(i);
            if (count != CountClass.FEW && centre != null && fits(drawn, centre, count, scale, width)) {
                label(count, left + centre.x() * scale, top + centre.y() * scale);
            }
        }
        // names have room to grow only where they are seen on a phone too
        for (MapPlan.Name name : drawn.names()) {
            if (name.level() == MapPlan.Level.PHONE || width == WIDTH && name.level() == MapPlan.Level.SCREEN) {
                double size = Math.min(23, drawn.step() * scale * Names.SIZE * 2.3);
                centred(name.text(), left + name.x() * scale, top + name.y() * scale, size, false);
            }
        }
        for (MapPlan.Mark mark : drawn.marks()) {
            mark(left + mark.x() * scale, top + mark.y() * scale, "" + mark.number());
        }
        scaleBar(drawn.units().metres() / scale, x, top + height - 24.0, width);
        pen.setClip(null);
        pen.setColor(SOFT);
        pen.setStroke(new BasicStroke(2));
        pen.draw(new Rectangle2D.Double(x + 1.0, top + 1.0, width - 2.0, height - 2.0));
    }

    private boolean fits(MapPlan drawn, MapPlan.Circle centre, CountClass count, double scale, int width) {
        return width == WIDTH
                ? ClassWords.fits(centre, drawn.step())
                : centre.radius() * scale >= Lettering.width(words.cell(count), 21, true) / 2;
    }

    private void frame(MapPlan.Inset inset, double left, double top, double scale) {
        Envelope part = inset.frame();
        Rectangle2D box = new Rectangle2D.Double(
                left + part.getMinX() * scale,
                top + part.getMinY() * scale,
                part.getWidth() * scale,
                part.getHeight() * scale);
        pen.setColor(HALO);
        pen.setStroke(new BasicStroke(8));
        pen.draw(box);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(4));
        pen.draw(box);
    }

    private void land(MapPlan drawn, AffineTransform place) {
        fill(path(drawn.land().border(), true, place), new Color(0xF7F6F2));
        for (int i = 0; i < drawn.areas().size(); i++) {
            Shape shape = path(drawn.areas().get(i).rings(), true, place);
            pen.setPaint(Inks.of(subject.classes().get(i)));
            pen.fill(shape);
            pen.setColor(Color.WHITE);
            pen.setStroke(new BasicStroke(1.6f));
            pen.draw(shape);
        }
        fill(path(drawn.land().water(), true, place), new Color(0xC6DBE5));
        pen.setColor(new Color(255, 255, 255, 205));
        pen.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path(drawn.land().roads(), false, place));
        pen.setColor(SOFT);
        pen.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {12, 5}, 0));
        pen.draw(path(drawn.land().border(), true, place));
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void scaleBar(double pixelMetres, int x, double foot, int width) {
        double metres = ScaleBar.metres(pixelMetres * width / 6);
        double length = metres / pixelMetres;
        double left = x + 24.0;
        fill(
                new Rectangle2D.Double(
                        x + 12.0,
                        foot - 44,
                        Math.max(length, Lettering.width(ScaleBar.words(metres), 23, false)) + 24,
                        58),
                HALO);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        Path2D bar = new Path2D.Double();
        bar.moveTo(left, foot - 10);
        bar.lineTo(left, foot);
        bar.lineTo(left + length, foot);
        bar.lineTo(left + length, foot - 10);
        pen.draw(bar);
        write(ScaleBar.words(metres), left, foot - 16, 23, false, INK);
    }

    private void mark(double x, double y, String number) {
        fill(new Rectangle2D.Double(x - 19, y - 19, 38, 38), Color.WHITE);
        fill(new Rectangle2D.Double(x - 16, y - 16, 32, 32), INK);
        write(number, x - Lettering.width(number, 22, true) / 2, y + 8, 22, true, Color.WHITE);
    }

    private void legend(int top) {
        CountClass[] classes = CountClass.values();
        int rows = (classes.length + (plan.marked() ? 1 : 0) + 1) / 2;
        for (int i = 0; i < classes.length; i++) {
            double x = MARGIN + (i / rows) * (WIDTH / 2.0);
            double y = top + (i % rows) * 46.0;
            Rectangle2D swatch = new Rectangle2D.Double(x, y, 56, 34);
            pen.setPaint(Inks.of(classes[i]));
            pen.fill(swatch);
            pen.setColor(SOFT);
            pen.setStroke(new BasicStroke(1.6f));
            pen.draw(swatch);
            write(words.legend(classes[i], subject), x + 72, y + 26, 26, false, INK);
        }
        if (plan.marked()) {
            double x = MARGIN + (classes.length / rows) * (WIDTH / 2.0);
            double y = top + (classes.length % rows) * 46.0;
            mark(x + 28, y + 17, "1");
            write(words.say("map.measures"), x + 72, y + 26, 26, false, INK);
        }
        int foot = top + rows * 46;
        String source = (words.release.invented() ? words.invented() + " " : "") + words.source(subject);
        List<String> lines = Lines.of(source, 22, WIDTH - 2.0 * MARGIN, 2);
        for (int i = 0; i < lines.size(); i++) {
            write(lines.get(i), MARGIN, foot + 26 + i * 28.0, 22, false, SOFT);
        }
    }

    private void label(CountClass count, double x, double y) {
        String text = words.cell(count);
        if (count == CountClass.FROM_50) {
            write(text, x - Lettering.width(text, 21, true) / 2, y + 7, 21, true, Color.WHITE);
        } else {
            centred(text, x, y, 21, true);
        }
    }

    private void centred(String text, double x, double y, double size, boolean bold) {
        Shape letters = Lettering.outline(text, x - Lettering.width(text, size, bold) / 2, y + size / 3, size, bold);
        pen.setColor(HALO);
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(letters);
        fill(letters, INK);
    }

    private void write(String text, double x, double y, double size, boolean bold, Color colour) {
        fill(Lettering.outline(text, x, y, size, bold), colour);
    }

    private static String fitted(String text, double size, double width) {
        return Lines.of(text, size, width, 1).get(0);
    }

    private static Path2D path(List<int[]> lines, boolean closed, AffineTransform place) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                if (i == 0) {
                    path.moveTo(line[i], line[i + 1]);
                } else {
                    path.lineTo(line[i], line[i + 1]);
                }
            }
            if (closed && line.length > 0) {
                path.closePath();
            }
        }
        path.transform(place);
        return path;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", memory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }
}
