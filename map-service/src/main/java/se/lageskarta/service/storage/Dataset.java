package se.lageskarta.service.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;

/**
 * What came under one name (datamängd): the unit that is chosen, owned, withdrawn and shown as a source.
 *
 * @param id number within the installation
 * @param name what people call it, not empty
 * @param kind what its rows are
 * @param role role of a base layer's features, null for the other kinds
 * @param crs working system of its coordinates, metres
 * @param owner organisation that may withdraw it
 * @param source where the file came from
 * @param invented true for made-up data, which is said wherever they show
 * @param createdAt when the first file arrived
 * @param revision rises with every import completed or taken back; part of every ETag
 * @param extent what its rows cover
 * @param terms on what terms it is here
 */
public record Dataset(
        long id,
        String name,
        DatasetKind kind,
        @Nullable String role,
        Crs crs,
        String owner,
        String source,
        boolean invented,
        Instant createdAt,
        long revision,
        DatasetExtent extent,
        DatasetTerms terms) {}
