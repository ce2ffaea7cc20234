package se.lageskarta.service.photos;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A kept picture made small enough for a list: some 10 kB, in some 20 ms. */
public final class SmallPhoto {
    /** Pixels a side, at most. */
    private static final int SIDE = 320;

    private SmallPhoto() {}

    /** @param kept a picture that this room has drawn */
    public static byte[] of(byte[] kept) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(kept));
            double scale = Math.min(1, (double) SIDE / Math.max(whole.getWidth(), whole.getHeight()));
            int width = Math.max(1, (int) Math.round(whole.getWidth() * scale));
            int height = Math.max(1, (int) Math.round(whole.getHeight() * scale));
            BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = small.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(whole, 0, 0, width, height, null);
            pen.dispose();
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 15);
            ImageIO.write(small, "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
