package se.lageskarta.service.paper;

import java.nio.ByteBuffer;

/**
 * How large a picture stands on paper, millimetres.
 *
 * @param width at most the width of the text
 * @param height at most what leaves room for its words on the page
 */
record PictureSize(double width, double height) {
    private static final double TEXT_WIDTH_MM = 174;
    private static final double MAX_HEIGHT_MM = 215;
    private static final double MM_PER_PIXEL = 25.4 / 200;
    private static final int WIDTH_AT = 16;

    /** At 200 pixels an inch, smaller when that is too large. Only the head of the PNG is read. */
    static PictureSize of(byte[] png) {
        if (png.length < WIDTH_AT + 8) {
            throw new IllegalArgumentException("png is " + png.length + " bytes, but must be a PNG file");
        }
        ByteBuffer head = ByteBuffer.wrap(png);
        double width = head.getInt(WIDTH_AT) * MM_PER_PIXEL;
        double height = head.getInt(WIDTH_AT + 4) * MM_PER_PIXEL;
        double shrink = Math.min(1, Math.min(TEXT_WIDTH_MM / width, MAX_HEIGHT_MM / height));
        return new PictureSize(width * shrink, height * shrink);
    }
}
