package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.feature.CrsText;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RefusedContentException;
import se.lageskarta.geo.read.shp.Shapefile;

/** A zip with one shapefile or several. Its system is that of the .prj; without one a person is asked. */
final class ShapefileFile extends FeatureFile {
    /** The longest name that a .dbf can hold, bytes. */
    private static final int NAME_BYTES = 10;

    private String layer = "";
    private String encodingName = "";
    private @Nullable String prj = "";

    ShapefileFile(Path file, String fileName) {
        super(file, fileName, new TextEncoding(StandardCharsets.UTF_8, 0, false));
    }

    @Override
    String format() {
        return "shapefile";
    }

    @Override
    String layer() {
        return layer;
    }

    @Override
    String encodingName() {
        return encodingName;
    }

    @Override
    List<FileLook.Part> parts(ReadOptions options) throws IOException, UnreadableFileException {
        try (ShapefileZip zip = ShapefileZip.open(file)) {
            return zip.parts(options.layout().part());
        }
    }

    @Override
    void each(ReadOptions options, FeatureVisitor visitor) throws IOException, UnreadableFileException {
        try (ShapefileZip zip = ShapefileZip.open(file)) {
            layer = zip.choose(options.layout().part());
            prj = zip.small(layer, "prj");
            String cpg = zip.small(layer, "cpg");
            Shapefile shapefile = new Shapefile(zip.packedShare(layer));
            try (InputStream shp = zip.shp(layer);
                    InputStream dbf = zip.dbf(layer)) {
                shapefile.each(shp, dbf, cpg == null ? "" : cpg, said(options), visitor);
            }
            encodingName = shapefile.encodingName();
            visitor.progress(zip.bytesUpTo(layer));
        } catch (RefusedContentException e) {
            throw new UnreadableFileException(e.code(), e.args());
        }
    }

    private static @Nullable Charset said(ReadOptions options) {
        String name = options.layout().encoding();
        return name == null ? null : Charset.forName(name);
    }

    @Override
    CrsChoice settle(ReadOptions options, PlaceSample sample) throws UnreadableFileException {
        Crs said = options.crs();
        if (said != null) {
            return CrsChoice.settle(said, sample, "", "", false, false);
        }
        if (prj != null && prj.isBlank()) {
            throw CrsChoice.ask(sample);
        }
        Crs written = prj == null ? null : CrsText.read(prj);
        if (written == null) {
            throw new UnreadableFileException("file.shapefile.prj", Map.of("first", CrsChoice.likeliest(sample)));
        }
        return CrsChoice.stated(written, sample);
    }

    /** Names are cut after ten bytes: {@code handelsety} is {@code handelsetyp}. */
    @Override
    Map<Field, Integer> columnsOf(List<String> names, ColumnMapping mapping) {
        Map<Field, Integer> columns = super.columnsOf(names, mapping);
        List<String> whole = names.stream().map(ShapefileFile::completed).toList();
        TableShape.fieldsOf(whole, ColumnMapping.NONE).forEach((field, column) -> {
            if (!columns.containsKey(field) && !columns.containsValue(column) && mapping.columnOf(field) == null) {
                columns.put(field, column);
            }
        });
        return columns;
    }

    private static String completed(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length == NAME_BYTES ? Field.completed(name) : name;
    }
}
