package se.lageskarta.geo.read;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.geocode.PlaceFinder;

/**
 * What the person who sends a file knows about it; what is null is recognised.
 *
 * @param crs coordinate system of x and y
 * @param kind what the file is about
 * @param mapping which column holds what
 * @param types which type the source's words mean
 * @param role layer of the background map, for {@link FileKind#BASE}
 * @param zone whose clock the times are on; used for times that come with an offset from UTC
 * @param layout how the file is laid out
 * @param places finds places that are written in words instead of coordinates
 * @param patience how long the file may take to be looked through before it is read in
 */
public record ReadOptions(
        @Nullable Crs crs,
        @Nullable FileKind kind,
        ColumnMapping mapping,
        SourceTypes types,
        @Nullable BaseRole role,
        ZoneId zone,
        FileLayout layout,
        PlaceFinder places,
        Patience patience) {
    /** The clock of Swedish files. */
    public static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    public ReadOptions(
            @Nullable Crs crs,
            @Nullable FileKind kind,
            ColumnMapping mapping,
            SourceTypes types,
            @Nullable BaseRole role) {
        this(
                crs,
                kind,
                mapping,
                types,
                role,
                SWEDISH_TIME,
                FileLayout.RECOGNISED,
                PlaceFinder.NOWHERE,
                Patience.endless());
    }

    /** The same with a layout that a person has said. */
    public ReadOptions with(FileLayout said) {
        return new ReadOptions(crs, kind, mapping, types, role, zone, said, places, patience);
    }

    /** The same with a way to find places that are written in words. */
    public ReadOptions with(PlaceFinder finder) {
        return new ReadOptions(crs, kind, mapping, types, role, zone, layout, finder, patience);
    }

    /** The same for somebody who does not wait for ever. */
    public ReadOptions with(Patience limited) {
        return new ReadOptions(crs, kind, mapping, types, role, zone, layout, places, limited);
    }

    /** Everything is to be recognised. */
    public static ReadOptions recognise(SourceTypes types) {
        return new ReadOptions(null, null, ColumnMapping.NONE, types, null);
    }
}
