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
import se.lageskarta.service.paper.Lettering;

/**
 * The map of one subject as a picture with heading, legend and scale bar, 170 mm wide at 200 pixels an inch. The same plan
 * gives the same bytes.
 */
final class PublicPicture {
    static final int WIDTH = 1340;
    private static final int MOST_HEIGHT = 1180;
    private static final int MARGIN = 20;
    private static final Color INK = new Color(0x16262E);
    private static final Color SOFT = new Color(0x47585F);
    private static final Color HALO = new Color(255, 255, 255, 225);

    private final MapPlan plan;
    private final PageWords words;
    private final Subject subject;
    private final double scale;
    private final int mapHeight;
    private final BufferedImage image;
    private final Graphics2D pen;

    private PublicPicture(MapPlan plan, PageWords words, Subject subject) {
        this.plan = plan;
        this.words = words;
        this.subject = subject;
        MapUnits units = plan.units();
        scale = Math.min((double) WIDTH / units.width(), (double) MOST_HEIGHT / units.height());
        mapHeight = (int) Math.ceil(units.height() * scale);
        int rows = CountClass.values().length + (plan.marks().isEmpty() ? 0 : 1);
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
        map();
        legend(92 + mapHeight + 20);
    }

    private void map() {
        double left = (WIDTH - plan.units().width() * scale) / 2;
        Rectangle2D box = new Rectangle2D.Double(0, 92, WIDTH, mapHeight);
        pen.setColor(new Color(0xE9ECEB));
        pen.fill(box);
        AffineTransform straight = pen.getTransform();
        pen.setClip(box);
        AffineTransform place = new AffineTransform(scale, 0, 0, scale, left, 92);
        land(place);
        List<MapPlan.Name> names = plan.names();
        for (int i = 0; i < plan.areas().size(); i++) {
            MapPlan.Circle centre = plan.areas().get(i).centre();
            CountClass count = subject.classes().get(i);
            if (count != CountClass.FEW && centre != null && ClassWords.fits(centre, plan.step())) {
                label(count, left + centre.x() * scale, 92 + centre.y() * scale);
            }
        }
        for (MapPlan.Name name : names) {
            if (name.level() != MapPlan.Level.CLOSE) {
                centred(name.text(), left + name.x() * scale, 92 + name.y() * scale, 23, false);
            }
        }
        for (MapPlan.Mark mark : plan.marks()) {
            mark(left + mark.x() * scale, 92 + mark.y() * scale, "" + mark.number());
        }
        pen.setTransform(straight);
        scaleBar();
        pen.setClip(null);
        pen.setColor(SOFT);
        pen.setStroke(new BasicStroke(2));
        pen.draw(new Rectangle2D.Double(1, 93, WIDTH - 2, mapHeight - 2));
    }

    private void land(AffineTransform place) {
        fill(path(plan.land().border(), true, place), new Color(0xF7F6F2));
        for (int i = 0; i < plan.areas().size(); i++) {
            Shape shape = path(plan.areas().get(i).rings(), true, place);
            pen.setPaint(Inks.of(subject.classes().get(i)));
            pen.fill(shape);
            pen.setColor(Color.WHITE);
            pen.setStroke(new BasicStroke(1.6f));
            pen.draw(shape);
        }
        fill(path(plan.land().water(), true, place), new Color(0xC6DBE5));
        pen.setColor(new Color(255, 255, 255, 205));
        pen.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path(plan.land().roads(), false, place));
        pen.setColor(SOFT);
        pen.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {12, 5}, 0));
        pen.draw(path(plan.land().border(), true, place));
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void scaleBar() {
        double pixelMetres = plan.units().metres() / scale;
        double metres = ScaleBar.metres(pixelMetres * WIDTH / 6);
        double length = metres / pixelMetres;
        double foot = 92 + mapHeight - 24.0;
        fill(new Rectangle2D.Double(12, foot - 44, length + 24, 58), HALO);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        Path2D bar = new Path2D.Double();
        bar.moveTo(24, foot - 10);
        bar.lineTo(24, foot);
        bar.lineTo(24 + length, foot);
        bar.lineTo(24 + length, foot - 10);
        pen.draw(bar);
        write(ScaleBar.words(metres), 24, foot - 16, 23, false, INK);
    }

    private void mark(double x, double y, String number) {
        fill(new Rectangle2D.Double(x - 19, y - 19, 38, 38), Color.WHITE);
        fill(new Rectangle2D.Double(x - 16, y - 16, 32, 32), INK);
        write(number, x - Lettering.width(number, 22, true) / 2, y + 8, 22, true, Color.WHITE);
    }

    private void legend(int top) {
        CountClass[] classes = CountClass.values();
        int rows = (classes.length + (plan.marks().isEmpty() ? 0 : 1) + 1) / 2;
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
        if (!plan.marks().isEmpty()) {
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
