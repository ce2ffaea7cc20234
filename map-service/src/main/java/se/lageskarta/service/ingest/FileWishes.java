package se.lageskarta.service.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FileLayout;

/**
 * What a person says about how a file is to be understood; what is null is recognised.
 *
 * @param dataset name of the dataset it goes into; null takes the file's name
 * @param kind what it is about
 * @param role layer of the background map
 * @param crs system of its coordinates
 * @param mapping which column holds what
 * @param layout how it is laid out
 * @param types code of the taxonomy by the source's word, for this file
 */
public record FileWishes(
        @Nullable String dataset,
        @Nullable FileKind kind,
        @Nullable BaseRole role,
        @Nullable Crs crs,
        ColumnMapping mapping,
        FileLayout layout,
        Map<String, String> types) {
    /** Nothing said. */
    public static final FileWishes NONE =
            new FileWishes(null, null, null, null, ColumnMapping.NONE, FileLayout.RECOGNISED, Map.of());

    public FileWishes {
        types = Map.copyOf(types);
    }

    /** The same, and of what is not said here what was said before. */
    public FileWishes over(FileWishes before) {
        Map<String, String> columns = new LinkedHashMap<>(before.mapping.columns());
        columns.putAll(mapping.columns());
        Map<String, String> words = new LinkedHashMap<>(before.types);
        words.putAll(types);
        FileLayout earlier = before.layout;
        boolean kindSaid = kind != null || role != null;
        return new FileWishes(
                dataset == null ? before.dataset : dataset,
                kindSaid ? kind : before.kind,
                kindSaid ? role : before.role,
                crs == null ? before.crs : crs,
                new ColumnMapping(columns),
                new FileLayout(
                        layout.encoding() == null ? earlier.encoding() : layout.encoding(),
                        layout.separator() == null ? earlier.separator() : layout.separator(),
                        layout.headingLine() == null ? earlier.headingLine() : layout.headingLine(),
                        layout.part() == null ? earlier.part() : layout.part(),
                        layout.swapped() == null ? earlier.swapped() : layout.swapped()),
                words);
    }

    /** The same for a dataset of this name. */
    FileWishes into(@Nullable String name) {
        return Objects.equals(name, dataset) ? this : new FileWishes(name, kind, role, crs, mapping, layout, types);
    }
}
