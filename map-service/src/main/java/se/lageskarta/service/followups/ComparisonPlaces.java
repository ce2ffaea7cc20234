package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.ComparisonCandidate;
import se.lageskarta.geo.effect.FollowUpWindows;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.hotspots.FoundHotspots;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.storage.BaseFeatures;

/** Places of the municipality that have a name: the hotspots of the period before, and districts. */
@Component
class ComparisonPlaces {
    private static final List<EvidenceStream> STREAMS = List.of(EvidenceStream.CRIME, EvidenceStream.DISORDER);

    private final FoundHotspots hotspots;
    private final BaseFeatures base;
    private final PlaceNames names;
    private final LandUse landUse;

    ComparisonPlaces(FoundHotspots hotspots, BaseFeatures base, PlaceNames names, LandUse landUse) {
        this.hotspots = hotspots;
        this.base = base;
        this.names = names;
        this.landUse = landUse;
    }

    List<ComparisonCandidate> of(Question question, FollowUpWindows windows, Crs crs) {
        Projection projection = Projection.of(crs);
        List<ComparisonCandidate> candidates = new ArrayList<>();
        for (EvidenceStream stream : STREAMS) {
            Question before = new Question(
                    question.facts(),
                    question.datasets(),
                    windows.before(0).get(0).atDay(1),
                    windows.firstLeftOut().minusMonths(1).atEndOfMonth(),
                    question.types(),
                    stream);
            for (PlacedHotspot found : hotspots.in(before).hotspots()) {
                if (found.outline().getDimension() == 2) {
                    add(candidates, "hotspot:" + found.id(), "hotspot", found.name(), found.outline(), projection);
                }
            }
        }
        for (BaseFeature district : base.of(Set.of(BaseRole.DISTRICTS))) {
            if (district.geometry().getDimension() == 2 && !district.name().isBlank()) {
                String id = "district:" + Integer.toHexString(district.name().hashCode());
                add(candidates, id, "district", district.name(), district.geometry(), projection);
            }
        }
        return candidates;
    }

    private void add(
            List<ComparisonCandidate> candidates,
            String id,
            String kind,
            String name,
            Geometry degrees,
            Projection projection) {
        Geometry metres = ProjectedGeometry.fromLonLat(degrees, projection).buffer(0);
        if (metres.getArea() > 0
                && candidates.stream().noneMatch(each -> each.id().equals(id))) {
            candidates.add(new ComparisonCandidate(id, kind, name, metres, landUse.of(metres, projection)));
        }
    }

    /** A square with the name of what lies near its middle, and its land use. */
    ComparisonCandidate named(ComparisonCandidate cell, Projection projection) {
        Point middle = (Point) ProjectedGeometry.toLonLat(cell.area().getCentroid(), projection);
        return new ComparisonCandidate(
                cell.id(),
                cell.kind(),
                names.nameOf(middle.getX(), middle.getY()).orElse(""),
                cell.area(),
                landUse.of(cell.area(), projection));
    }
}
