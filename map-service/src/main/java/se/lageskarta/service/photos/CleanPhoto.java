package se.lageskarta.service.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * A picture drawn anew from one that was sent: upright, at most {@value #LONGEST_SIDE} pixels a side, without any of
 * the sent file's words about place, time and camera.
 *
 * <p>Only JPEG and PNG are read. The size is taken from the file's head before anything is unpacked, and a large
 * picture is read with rows and columns left out, so that memory stays within some 50 MB whatever the file claims.
 *
 * @param jpeg the new picture
 * @param width pixels
 * @param height pixels
 */
public record CleanPhoto(byte[] jpeg, int width, int height) {
    /** Largest file that is looked at, bytes. */
    public static final int MOST_BYTES = 10 << 20;
    /** Most pixels a file may claim: what a good phone takes, with room to spare. */
    public static final long MOST_PIXELS = 25_000_000;

    static final int LONGEST_SIDE = 1_600;
    /** What one picture may take in the database, bytes. */
    static final int MOST_STORED_BYTES = 1_000_000;

    private static final String FIELD = "file";
    private static final Set<String> READ = Set.of("jpeg", "png");
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f};
    private static final long READ_PIXELS = 6_000_000;

    static {
        // small files in memory; nothing is to be left in a folder for temporary files
        ImageIO.setUseCache(false);
    }

    /**
     * Draws the sent picture anew.
     *
     * @throws RefusedRequestException 413 when it is too large, 415 when it is no JPEG or PNG, 422 when it is broken
     */
    public static CleanPhoto of(byte[] sent) {
        if (sent.length == 0) {
            throw refused(422, "photo.empty");
        }
        if (sent.length > MOST_BYTES) {
            throw refused(413, "photo.bytes", MOST_BYTES >> 20);
        }
        if (!PhotoHead.isJpeg(sent) && !PhotoHead.isPng(sent)) {
            throw refused(415, "photo.format");
        }
        if (!PhotoHead.isWhole(sent)) {
            throw refused(422, "photo.broken");
        }
        try {
            return encode(drawn(read(sent), PhotoHead.orientation(sent)));
        } catch (RefusedRequestException told) {
            throw told;
        } catch (IOException | RuntimeException bad) {
            // what the readers of the JDK throw at broken files and colour profiles is not only IOException
            throw refused(422, "photo.broken");
        }
    }

    private static BufferedImage read(byte[] sent) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width < 1 || height < 1) {
                    throw refused(422, "photo.broken");
                }
                if ((long) width * height > MOST_PIXELS) {
                    throw refused(413, "photo.pixels", MOST_PIXELS / 1_000_000, width, height);
                }
                ImageReadParam part = reader.getDefaultReadParam();
                int step = step(width, height);
                part.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, part);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (READ.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        throw refused(415, "photo.format");
    }

    /** Every how many-th row and column is read: all of them unless the picture is far larger than what is kept. */
    private static int step(int width, int height) {
        int step = 1;
        while ((long) width * height / ((long) step * step) > READ_PIXELS
                && Math.max(width, height) / (step + 1) >= LONGEST_SIDE) {
            step++;
        }
        return step;
    }

    /** Upright, on white where it was transparent, and no larger than what is kept. */
    private static BufferedImage drawn(BufferedImage read, int orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turn = turned(orientation, width, height);
            turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
            pen.drawImage(read, turn, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    /** EXIF 2.3, tag 0x0112: how a picture of these sides is turned or mirrored to stand upright. */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static CleanPhoto encode(BufferedImage picture) throws IOException {
        for (float quality : QUALITIES) {
            byte[] jpeg = encode(picture, quality);
            if (jpeg.length <= MOST_STORED_BYTES) {
                return new CleanPhoto(jpeg, picture.getWidth(), picture.getHeight());
            }
        }
        throw refused(413, "photo.detail");
    }

    private static byte[] encode(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 18);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    private static RefusedRequestException refused(int status, String code, Object... arguments) {
        return new RefusedRequestException(status, List.of(FieldFault.of(FIELD, "", code, arguments)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CleanPhoto photo && java.util.Arrays.equals(photo.jpeg, jpeg);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(jpeg);
    }
}
