package se.lageskarta.geo.read.shp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;
import se.lageskarta.geo.read.feature.RefusedContentException;
import se.lageskarta.geo.read.shp.ShapeRecord.NoShapeException;

/**
 * One shapefile: shapes and rows told side by side, in constant memory.
 *
 * <p>Refused as a whole are files whose records do not follow each other, and pairs that disagree about the number of
 * features: then nobody knows which row belongs to which shape. A single shape whose counts or coordinates are wrong
 * is told as refused, and the rest is read.
 *
 * <p>Known limits: MultiPatch is not read; memos (.dbt) are left out; a .dbf of dBase 7 is refused.
 */
public final class Shapefile {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final double packedShare;
    private String encodingName = "";

    /** @param packedShare bytes on disk for each byte of the .shp: 1 when it is not packed */
    public Shapefile(double packedShare) {
        this.packedShare = packedShare;
    }

    /**
     * Reads both files from beginning to end.
     *
     * @param shp bytes of the .shp; the caller closes it
     * @param dbf bytes of the .dbf; the caller closes it
     * @param cpg content of the .cpg; empty when there is none
     * @param said encoding that a person said; null when nobody did
     * @throws RefusedContentException when one of them is broken, or they do not belong together; features told before
     *     that must be forgotten
     */
    public void each(InputStream shp, InputStream dbf, String cpg, @Nullable Charset said, FeatureVisitor visitor)
            throws IOException, RefusedContentException {
        InputStream bufferedShp = new BufferedInputStream(shp, BUFFER_BYTES);
        InputStream bufferedDbf = new BufferedInputStream(dbf, BUFFER_BYTES);
        ShapeRecords shapes = ShapeRecords.of(bufferedShp);
        DbaseTable table = DbaseTable.of(bufferedDbf, cpg, said);
        encodingName = table.encodingName();
        long number = 0;
        for (ShapeRecord record = shapes.next(); record != null; record = shapes.next()) {
            number++;
            if (number > table.rows()) {
                throw disagree(number, table.rows());
            }
            tell(number, record, table.next(), visitor);
            visitor.progress((long) (shapes.bytesRead() * packedShare));
        }
        if (number != table.rows()) {
            throw disagree(number, table.rows());
        }
        // a packed stream tells only at its end whether all its bytes were right
        bufferedDbf.transferTo(OutputStream.nullOutputStream());
    }

    /** The encoding of the table's letters, after reading. */
    public String encodingName() {
        return encodingName;
    }

    private static void tell(long number, ShapeRecord record, DbaseTable.Row row, FeatureVisitor visitor) {
        if (row.deleted()) {
            visitor.refused(number, "row.deleted", Map.of());
            return;
        }
        try {
            ShapeRecord.Shape shape = record.shape();
            Geometry geometry = shape.geometry();
            if (shape.dropped()) {
                visitor.noted(number, "geometry.parts-dropped");
            }
            visitor.feature(new RawFeature(number, "", geometry, row.texts()));
        } catch (NoShapeException e) {
            visitor.refused(number, e.code(), e.args());
        }
    }

    private static RefusedContentException disagree(long shapes, long rows) {
        return new RefusedContentException("file.shapefile.count", Map.of("rows", rows, "shapes", shapes));
    }
}
