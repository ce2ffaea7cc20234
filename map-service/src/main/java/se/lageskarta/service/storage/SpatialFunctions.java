package se.lageskarta.service.storage;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;

/**
 * Two conditions for queries over entities that both databases answer from their spatial index:
 * {@code bbox(a, b)}, the boxes meet, and {@code near(a, b, d)}, at most d apart in the units of the coordinates. H2
 * uses its index for {@code &&} alone, so each begins with it.
 */
public final class SpatialFunctions implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        BasicType<Boolean> truth =
                contributions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN);
        var functions = contributions.getFunctionRegistry();
        functions.registerPattern("bbox", "(?1 && ?2)", truth);
        functions.registerPattern("near", "((?1 && ST_Expand(?2, ?3)) and ST_DWithin(?1, ?2, ?3))", truth);
    }
}
