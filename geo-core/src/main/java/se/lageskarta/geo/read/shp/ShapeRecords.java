package se.lageskarta.geo.read.shp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.feature.RefusedContentException;

/** The records of a .shp, one after the other. Memory is that of the largest shape within the limits. */
final class ShapeRecords {
    private static final int HEADER_BYTES = 100;
    private static final int MAGIC = 9994;
    // the largest shape within the limits has some 7 MB, with heights and measures; larger records are passed over
    private static final long MAX_RECORD_BYTES = 256L << 20;
    private static final int MULTI_PATCH = 31;

    private final InputStream in;
    private final int type;
    private long bytesRead = HEADER_BYTES;

    private ShapeRecords(InputStream in, int type) {
        this.in = in;
        this.type = type;
    }

    /** @throws RefusedContentException when it does not begin as a .shp, or holds shapes that are not read */
    static ShapeRecords of(InputStream in) throws IOException, RefusedContentException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            throw new RefusedContentException("file.shapefile.cut");
        }
        if (ByteBuffer.wrap(header).getInt(0) != MAGIC) {
            throw new RefusedContentException("file.shapefile.no-shp");
        }
        int type = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (type == MULTI_PATCH) {
            throw new RefusedContentException("file.shapefile.multipatch");
        }
        if (type != 0 && ShapeKind.of(type) == null) {
            throw new RefusedContentException("file.shapefile.type", Map.of("type", type));
        }
        return new ShapeRecords(in, type);
    }

    /**
     * The next record's shape; null at the end.
     *
     * @throws RefusedContentException when the records do not follow each other as they say: nothing after this could
     *     be believed
     */
    @Nullable
    ShapeRecord next() throws IOException, RefusedContentException {
        byte[] head = in.readNBytes(8);
        if (head.length == 0) {
            return null;
        }
        if (head.length < 8) {
            throw new RefusedContentException("file.shapefile.cut");
        }
        long bytes = 2L * ByteBuffer.wrap(head).getInt(4);
        if (bytes < 4 || bytes > MAX_RECORD_BYTES) {
            throw new RefusedContentException("file.shapefile.record", Map.of("bytes", bytes));
        }
        int own = Math.toIntExact(Math.min(bytes, ShapeRecord.MAX_BYTES));
        byte[] content = in.readNBytes(own);
        if (content.length < own) {
            throw new RefusedContentException("file.shapefile.cut");
        }
        skip(bytes - own);
        bytesRead += 8 + bytes;
        return new ShapeRecord(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), bytes, type);
    }

    long bytesRead() {
        return bytesRead;
    }

    private void skip(long bytes) throws IOException, RefusedContentException {
        byte[] dropped = new byte[64 * 1024];
        for (long left = bytes; left > 0; ) {
            int read = in.read(dropped, 0, (int) Math.min(left, dropped.length));
            if (read < 0) {
                throw new RefusedContentException("file.shapefile.cut");
            }
            left -= read;
        }
    }
}
