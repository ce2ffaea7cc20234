package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.service.basemap.Homes;
import se.lageskarta.service.measures.Measure;

/** Finds measures that lie so near to a home that telling of them could point at it. */
@Component
class NearHomes {
    /** Nearer than this somebody is asked whether the place should be shown. */
    static final int METRES = 50;
    /** Farther than this is not looked for. */
    private static final int REACH_METRES = 1_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final PublicMeasures measures;
    private final Homes homes;

    NearHomes(PublicMeasures measures, Homes homes) {
        this.measures = measures;
        this.homes = homes;
    }

    /** Those of a plan that show their place within {@value #METRES} m of a home. */
    List<DisclosureReport.NearHome> of(PublicationPlan plan) {
        List<DisclosureReport.NearHome> near = new ArrayList<>();
        for (ToldMeasure told : plan.measures()) {
            Optional<Measure> measure = told.showsPlace() ? measures.find(told.number()) : Optional.empty();
            measure.ifPresent(found -> {
                OptionalInt metres = metres(found.shape());
                if (metres.isPresent() && metres.getAsInt() < METRES) {
                    near.add(new DisclosureReport.NearHome(found.id(), found.title(), metres.getAsInt()));
                }
            });
        }
        return near;
    }

    /** Metres to the nearest home; empty when none is within a kilometre. O(homes). */
    OptionalInt metres(Geometry degrees) {
        Coordinate middle = degrees.getCentroid().getCoordinate();
        Crs crs = WorkingCrs.choose(Crs.WGS84, middle.getX(), middle.getY());
        Dwellings dwellings = homes.in(crs).orElse(null);
        if (dwellings == null) {
            return OptionalInt.empty();
        }
        Geometry shape = ProjectedGeometry.fromLonLat(degrees, Projection.of(crs));
        Envelope reach = new Envelope(shape.getEnvelopeInternal());
        reach.expandBy(REACH_METRES);
        double least = REACH_METRES;
        for (int i = 0; i < dwellings.size(); i++) {
            if (dwellings.households()[i] > 0
                    && reach.contains(dwellings.x()[i], dwellings.y()[i])) {
                least = Math.min(
                        least,
                        shape.distance(FACTORY.createPoint(
                                new Coordinate(dwellings.x()[i], dwellings.y()[i]))));
            }
        }
        return least < REACH_METRES ? OptionalInt.of((int) least) : OptionalInt.empty();
    }
}
