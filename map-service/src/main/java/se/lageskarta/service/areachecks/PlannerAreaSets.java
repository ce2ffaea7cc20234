package se.lageskarta.service.areachecks;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.AreaRule;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.privacy.TooFewHouseholdsException;
import se.lageskarta.service.basemap.Homes;
import se.lageskarta.service.basemap.MunicipalityBorder;
import se.lageskarta.service.evidence.Facts;
import se.lageskarta.service.hotspots.ToldAreas;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Planner areas of each place: made of dwellings when a place is asked about first, and kept for good. Safe for several
 * threads.
 */
@Repository
class PlannerAreaSets implements ToldAreas {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final Homes homes;
    private final MunicipalityBorder border;
    private final Map<String, PlannerAreas> known = new ConcurrentHashMap<>();
    /** Areas that would be made, by revision of the data and place. */
    private final Map<String, Optional<ReleaseAreas>> proposed = Caffeine.newBuilder()
            .maximumSize(20)
            .<String, Optional<ReleaseAreas>>build()
            .asMap();

    PlannerAreaSets(
            JdbcClient jdbc,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock,
            Homes homes,
            MunicipalityBorder border) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.homes = homes;
        this.border = border;
    }

    /**
     * The areas of a town.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException 422 when no addresses, or too few, have been imported there
     */
    PlannerAreas of(Town town) {
        String place = town.group().id();
        PlannerAreas kept = known.get(place);
        if (kept != null) {
            return kept;
        }
        PlannerAreas found = find(place).orElseGet(() -> make(place, town));
        known.put(place, found);
        return found;
    }

    /**
     * The planner areas around a place as hotspots are told in them. Nothing is stored: before anybody has checked an area
     * there, they are those that would be made now.
     */
    @Override
    public Optional<AreaAt> near(Facts facts, LonLat place) {
        Town town = Town.around(facts, new GeometryFactory().createPoint(new Coordinate(place.lon(), place.lat())));
        if (town == null) {
            return Optional.empty();
        }
        String id = town.group().id();
        PlannerAreas kept = known.get(id);
        Optional<PlannerAreas> found = kept != null ? Optional.of(kept) : find(id);
        found.ifPresent(areas -> known.put(id, areas));
        Optional<ReleaseAreas> areas = found.map(PlannerAreas::areas).or(() -> wouldBe(town));
        return areas.map(all -> {
            Projection projection = Projection.metric(all.crs());
            return at -> {
                double[] metres = projection.fromLonLat(at.lon(), at.lat());
                return all.areaAt(metres[0], metres[1]);
            };
        });
    }

    private Optional<ReleaseAreas> wouldBe(Town town) {
        String key = town.facts().revision() + "|" + town.group().id();
        return proposed.computeIfAbsent(key, unused -> {
            try {
                return Optional.of(proposal(town).areas());
            } catch (RefusedRequestException noHomes) {
                return Optional.empty();
            }
        });
    }

    private Optional<PlannerAreas> find(String place) {
        return jdbc.sql("select id, content from planner_area_set where place = :place")
                .param("place", place)
                .query((row, number) -> restored(row.getLong(1), row.getString(2)))
                .optional();
    }

    private PlannerAreas restored(long id, String content) {
        PlannerAreas.Stored stored = json.readValue(content, PlannerAreas.Stored.class);
        return PlannerAreas.of(
                id,
                ReleaseAreas.restored(
                        new Crs(stored.epsg()), stored.squareMetres(), stored.areas(), geometry(stored.border())),
                stored.border() != null);
    }

    private PlannerAreas make(String place, Town town) {
        Proposal proposal = proposal(town);
        ReleaseAreas areas = proposal.areas();
        PlannerAreas.Stored stored =
                new PlannerAreas.Stored(areas.crs().epsg(), areas.squareMetres(), areas.areas(), text(proposal.edge()));
        try {
            transactions.executeWithoutResult(status -> insert(place, json.writeValueAsString(stored)));
        } catch (DuplicateKeyException somebodyElseDid) {
            // theirs holds
        }
        return find(place).orElseThrow();
    }

    /** Areas that are not stored yet. @param edge null when no border is known */
    private record Proposal(ReleaseAreas areas, @Nullable Geometry edge) {}

    private Proposal proposal(Town town) {
        Crs crs = town.crs();
        Dwellings dwellings = homes.in(crs)
                .map(all -> within(all, town.reach()))
                .filter(near -> near.total() > 0)
                .orElseThrow(() -> AreaShape.refused("area", "", "areacheck.no-addresses"));
        Geometry edge = edge(dwellings, crs, town.reach());
        return new Proposal(areas(dwellings, edge), edge);
    }

    private static ReleaseAreas areas(Dwellings dwellings, @Nullable Geometry edge) {
        try {
            return ReleaseAreas.of(dwellings, edge, AreaRule.PLANNER);
        } catch (TooFewHouseholdsException few) {
            throw AreaShape.refused("area", "" + few.households(), "areacheck.few-addresses", few.least());
        }
    }

    private void insert(String place, String content) {
        jdbc.sql("insert into planner_area_set (place, content, made_at) values (:place, :content, :at)")
                .param("place", place)
                .param("content", content)
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .update();
    }

    /** The boundaries that lie where the town is; null when none has been imported. */
    private @Nullable Geometry edge(Dwellings dwellings, Crs crs, @Nullable Bounds reach) {
        List<Geometry> areas = border.areas().stream()
                .filter(area -> reach == null || meets(area, reach))
                .map(area -> ProjectedGeometry.fromLonLat(area, Projection.metric(crs)))
                .toList();
        if (areas.isEmpty() || dwellings.size() == 0) {
            return null;
        }
        return areas.size() == 1 ? areas.get(0) : UnaryUnionOp.union(areas);
    }

    private static boolean meets(Geometry area, Bounds reach) {
        var box = area.getEnvelopeInternal();
        return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()).overlaps(reach);
    }

    private static Dwellings within(Dwellings all, @Nullable Bounds reach) {
        if (reach == null) {
            return all;
        }
        double[] lon = new double[all.size()];
        double[] lat = new double[all.size()];
        Projection.metric(all.crs()).toLonLat(all.x(), all.y(), 0, all.size(), lon, lat);
        int[] rows = java.util.stream.IntStream.range(0, all.size())
                .filter(row -> reach.contains(lon[row], lat[row]))
                .toArray();
        return new Dwellings(
                all.crs(),
                java.util.Arrays.stream(rows).mapToDouble(row -> all.x()[row]).toArray(),
                java.util.Arrays.stream(rows).mapToDouble(row -> all.y()[row]).toArray(),
                java.util.Arrays.stream(rows).map(row -> all.households()[row]).toArray());
    }

    private static @Nullable String text(@Nullable Geometry geometry) {
        return geometry == null ? null : WKBWriter.toHex(new WKBWriter().write(geometry));
    }

    private static @Nullable Geometry geometry(@Nullable String hex) {
        try {
            return hex == null ? null : new WKBReader().read(WKBReader.hexToBytes(Objects.requireNonNull(hex)));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("a stored border cannot be read", unreadable);
        }
    }
}
