package se.lageskarta.service.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.service.web.Parameters;

/**
 * How the heat surface is made.
 *
 * @param kernel shape in which an incident is spread
 * @param bandwidthMetres how far; null for what suits the zoom
 * @param edge what is done about incidents that the boundary hides; where no boundary is known nothing is done
 */
record HeatForm(Kernel kernel, @Nullable Double bandwidthMetres, EdgeCorrection edge) {
    static final Set<String> PARAMETERS = Set.of("kernel", "bandwidth", "edge");
    static final List<String> KERNELS =
            Arrays.stream(Kernel.values()).map(Kernel::code).toList();
    static final List<String> EDGES =
            Arrays.stream(EdgeCorrection.values()).map(EdgeCorrection::code).toList();

    static final double LEAST_METRES = 1;
    static final double MOST_METRES = 100_000;

    static HeatForm of(Parameters parameters) {
        return new HeatForm(
                Kernel.parse(parameters.word("kernel", Kernel.QUARTIC.code(), KERNELS)),
                parameters.number("bandwidth", LEAST_METRES, MOST_METRES),
                EdgeCorrection.parse(parameters.word("edge", EdgeCorrection.NONE.code(), EDGES)));
    }

    /** The same form gives the same key. */
    String key() {
        return kernel.code() + "|" + bandwidthMetres + "|" + edge.code();
    }
}
