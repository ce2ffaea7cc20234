package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RefusedContentException;
import se.lageskarta.geo.read.gpkg.GeoPackage;
import se.lageskarta.geo.read.gpkg.GeoPackage.Layer;

/** A GeoPackage, one layer at a time. */
final class GeoPackageFile extends FeatureFile {
    private String layer = "";
    private @Nullable Crs stated;

    GeoPackageFile(Path file, String fileName) {
        super(file, fileName, new TextEncoding(StandardCharsets.UTF_8, 0, false));
    }

    @Override
    String format() {
        return "geopackage";
    }

    @Override
    String layer() {
        return layer;
    }

    @Override
    List<FileLook.Part> parts(ReadOptions options) throws IOException, UnreadableFileException {
        try (GeoPackage opened = GeoPackage.open(file)) {
            List<Layer> layers = opened.layers();
            String said = options.layout().part();
            String chosen = said == null
                    ? layers.size() == 1 ? layers.get(0).name() : ""
                    : choose(layers, said).name();
            List<FileLook.Part> parts = new ArrayList<>();
            layers.forEach(one -> parts.add(
                    new FileLook.Part(one.name(), one.rows(), one.name().equals(chosen))));
            return parts;
        } catch (RefusedContentException e) {
            throw new UnreadableFileException(e.code(), e.args());
        }
    }

    @Override
    void each(ReadOptions options, FeatureVisitor visitor) throws IOException, UnreadableFileException {
        try (GeoPackage opened = GeoPackage.open(file)) {
            Layer chosen = choose(opened.layers(), options.layout().part());
            IncidentReader.refuseTooManyRows(chosen.rows());
            layer = chosen.name();
            stated = chosen.crs();
            opened.each(chosen, sizeOnDisk(), visitor);
        } catch (RefusedContentException e) {
            throw new UnreadableFileException(e.code(), e.args());
        }
    }

    private static Layer choose(List<Layer> layers, @Nullable String said) throws UnreadableFileException {
        String names = layers.stream().map(Layer::name).collect(Collectors.joining(", "));
        if (said == null) {
            if (layers.size() > 1) {
                throw new UnreadableFileException(
                        "file.part-choose", Map.of("first", layers.get(0).name(), "parts", names));
            }
            return layers.get(0);
        }
        for (Layer layer : layers) {
            if (layer.name().equalsIgnoreCase(said.strip())) {
                return layer;
            }
        }
        throw new UnreadableFileException("file.part", Map.of("part", said, "parts", names));
    }

    @Override
    CrsChoice settle(ReadOptions options, PlaceSample sample) throws UnreadableFileException {
        Crs said = options.crs();
        if (said != null) {
            return CrsChoice.settle(said, sample, "", "", false, false);
        }
        if (stated == null) {
            throw CrsChoice.ask(sample);
        }
        return CrsChoice.stated(stated, sample);
    }
}
