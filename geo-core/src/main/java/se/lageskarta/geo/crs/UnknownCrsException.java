package se.lageskarta.geo.crs;

import org.jspecify.annotations.Nullable;

/** A coordinate system that the EPSG register does not hold, or that has no way to longitude and latitude. */
public final class UnknownCrsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Crs crs;

    UnknownCrsException(Crs crs, @Nullable Throwable cause) {
        super("crs is " + crs + ", but must be in the EPSG register with a way to longitude and latitude", cause);
        this.crs = crs;
    }

    public Crs crs() {
        return crs;
    }
}
