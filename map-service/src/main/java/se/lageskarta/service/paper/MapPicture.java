package se.lageskarta.service.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.web.Texts;

/**
 * Draws maps for papers: the muted base map, places with outline and number, a legend, a scale bar and north, 170 mm wide
 * at 200 pixels an inch. The same question gives the same bytes. No font of the machine is used. Time grows with the
 * corners of the base map within the frame: some 0.2 s for a town. Safe for several threads.
 */
@Component
public class MapPicture {
    /** Pixels. */
    static final int WIDTH = 1340;

    static final int HEIGHT = 860;
    /** Of a low map. */
    static final int STRIP_HEIGHT = 350;
    /** What the base map must be asked for. */
    public static final Set<BaseRole> GROUND = Set.of(
            BaseRole.WATER,
            BaseRole.GREEN,
            BaseRole.BUILDINGS,
            BaseRole.ROADS,
            BaseRole.PATHS,
            BaseRole.RAIL,
            BaseRole.PLACES,
            BaseRole.BOUNDARY);

    /**
     * A place that gets a number and a line of the legend.
     *
     * @param name what people call it
     * @param shape WGS 84 degrees; areas get an outline, lines and points only their mark
     * @param kind how it is drawn
     */
    public record Place(String name, Geometry shape, Kind kind) {}

    /** Kinds of places; they differ in line and form, not by colour alone. */
    public enum Kind {
        /** A cluster of reported crime: whole line, round mark. */
        CRIME("map.kind.crime"),
        /** A cluster of perceived unsafety: broken line, round mark. */
        UNSAFETY("map.kind.unsafety"),
        /** A measure: square mark. */
        MEASURE("map.kind.measure"),
        /** Where a measure that is followed up should work: whole line, square mark. */
        TARGET("map.kind.target"),
        /** What it is compared with: broken line, round mark. */
        COMPARED("map.kind.compared"),
        /** What lies around it: whole line, round mark. */
        AROUND("map.kind.around"),
        /** What somebody has drawn: thick whole line without a wash. */
        DRAWN("map.kind.drawn"),
        /** Areas that numbers are counted for: thin dotted line without a wash. */
        COUNTED("map.kind.counted");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final Texts texts;

    public MapPicture(Texts texts) {
        this.texts = texts;
    }

    /**
     * A map with words for who cannot see it.
     *
     * @param ground features of {@link #GROUND} within the frame's bounds, WGS 84 degrees
     * @param places in the order of their numbers, from 1
     * @param caption such as where the base map comes from; may be empty
     */
    public Block.Picture draw(
            MapFrame frame, List<BaseFeature> ground, List<Place> places, String caption, Locale language) {
        MapLegend legend = new MapLegend(places, !frame.isStrip(), texts, language, PaperFonts.shared());
        BufferedImage image = new BufferedImage(WIDTH, frame.height() + legend.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        MapDrawing drawing = new MapDrawing(pen, frame, PaperFonts.shared());
        drawing.ground(ground);
        drawing.places(places);
        drawing.scaleAndNorth(language);
        legend.draw(pen, frame.height());
        pen.dispose();
        return new Block.Picture(png(image), alternative(places, language), caption);
    }

    private String alternative(List<Place> places, Locale language) {
        if (places.isEmpty()) {
            return texts.of("map.alternative.none", language);
        }
        StringBuilder words = new StringBuilder(texts.of("map.alternative", language, places.size()));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            words.append(i == 0 ? " " : ", ")
                    .append(i + 1)
                    .append(' ')
                    .append(place.name())
                    .append(" (")
                    .append(texts.of(place.kind().key(), language))
                    .append(')');
        }
        return words.append('.').toString();
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", memory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }
}
