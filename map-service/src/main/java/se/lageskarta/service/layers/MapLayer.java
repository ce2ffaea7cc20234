package se.lageskarta.service.layers;

import java.util.Set;
import se.lageskarta.service.web.Parameters;

/** Something that can be shown on the map. A bean; safe for several threads. */
public interface MapLayer {
    /** Name in addresses: lower case letters and hyphens. */
    String name();

    /** Roles that may see it: one of them is enough. */
    Set<String> roles();

    /** Forms it can be served in. */
    Set<LayerForm> forms();

    /** Names of the request parameters it understands. */
    Set<String> parameters();

    /**
     * The layer as one question sees it. Cheap: nothing is drawn or computed yet.
     *
     * @param parameters the request's, of which only {@link #parameters()} are looked at
     * @param viewer who asks; what is shown may depend on the roles
     * @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be accepted
     */
    LayerView view(Parameters parameters, Viewer viewer);

    /** Computes ahead what the first question would wait for. Called in the background when data have changed. */
    default void warm() {}
}
