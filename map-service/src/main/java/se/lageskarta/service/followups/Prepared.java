package se.lageskarta.service.followups;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.ComparisonCandidate;
import se.lageskarta.geo.effect.FollowUpDesign;
import se.lageskarta.geo.effect.RatedArea;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.measures.Measure;

/**
 * A follow-up before anything is compared: where, when, among which incidents, and what it could be compared with.
 *
 * @param design without a comparison
 * @param sets placed incidents of all time, the largest set first; the design is in its metres
 * @param others other measures near in the months, by name, metres
 * @param targetBefore incidents at the target before
 * @param rated what it may be compared with, the best first
 */
record Prepared(
        Measure measure,
        Asked asked,
        DataMonths data,
        Target target,
        FollowUpDesign design,
        List<Incidents> sets,
        Projection projection,
        Map<String, Geometry> others,
        int targetBefore,
        List<RatedArea> rated) {
    Prepared {
        sets = List.copyOf(sets);
        others = Map.copyOf(others);
        rated = List.copyOf(rated);
    }

    FollowUpDesign comparedWith(List<ComparisonCandidate> chosen) {
        return new FollowUpDesign(
                design.target(),
                design.windows(),
                design.widths(),
                chosen.stream().map(ComparisonCandidate::area).toList());
    }
}
