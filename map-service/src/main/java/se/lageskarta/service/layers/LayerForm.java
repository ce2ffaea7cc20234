package se.lageskarta.service.layers;

/** A form that a layer can be served in. */
public enum LayerForm {
    /** Mapbox vector tiles 2.1. */
    MVT,
    /** Pictures of 256 by 256 pixels. */
    PNG,
    /** Features, as GeoJSON or as rows of a table. */
    FEATURES
}
