package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.AreaMonths;
import se.lageskarta.geo.effect.FollowUp;
import se.lageskarta.geo.effect.FollowUpDesign;
import se.lageskarta.geo.effect.RatedArea;
import se.lageskarta.geo.effect.RatedArea.Grade;
import se.lageskarta.geo.hotspot.DataHash;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.web.InBothLanguages;

/** Follows a measure up: counts, compares and says what may be said. */
@Component
class ComputeFollowUp {
    private static final int MOST_CHOSEN = 3;

    private final PrepareFollowUp preparing;

    ComputeFollowUp(PrepareFollowUp preparing) {
        this.preparing = preparing;
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException at the field, when the data do not allow it */
    FollowUpAnswer of(Measure measure, Asked asked) {
        Prepared prepared = preparing.of(measure, asked);
        List<RatedArea> chosen = chosen(prepared);
        FollowUpDesign design =
                prepared.comparedWith(chosen.stream().map(RatedArea::candidate).toList());
        AreaMonths months = null;
        for (Incidents set : prepared.sets()) {
            AreaMonths counted = FollowUp.count(set, in(set, design, prepared.projection()));
            months = months == null ? counted : months.plus(counted);
        }
        if (months == null) {
            months = FollowUp.count(Incidents.empty(Crs.SWEREF99_TM), design);
        }
        FollowUp found = FollowUp.of(design, months, prepared.data().first());
        return new ToldFollowUp(prepared, chosen, found, hash(prepared, design)).answer();
    }

    private static List<RatedArea> chosen(Prepared prepared) {
        List<String> ids = prepared.asked().comparison();
        return ids == null
                ? best(prepared)
                : ids.stream().map(id -> named(prepared, id)).toList();
    }

    /** Up to three that are good or fair and do not overlap: the person looking did not pick them. */
    private static List<RatedArea> best(Prepared prepared) {
        List<RatedArea> best = new ArrayList<>();
        for (RatedArea rated : prepared.rated()) {
            Geometry area = rated.candidate().area();
            boolean fair = rated.grade() == Grade.GOOD || rated.grade() == Grade.FAIR;
            if (fair
                    && best.size() < MOST_CHOSEN
                    && best.stream().noneMatch(each -> each.candidate().area().intersects(area))) {
                best.add(rated);
            }
        }
        return best;
    }

    private static RatedArea named(Prepared prepared, String id) {
        RatedArea rated = prepared.rated().stream()
                .filter(each -> each.candidate().id().equals(id))
                .findFirst()
                .orElseThrow(() -> PrepareFollowUp.refused("comparison", id, "followup.comparison.unknown"));
        if (rated.grade() == Grade.UNFIT) {
            RatedArea.Reason why = rated.reasons().stream()
                    .filter(reason -> reason.grade() == Grade.UNFIT)
                    .findFirst()
                    .orElseThrow();
            throw PrepareFollowUp.refused(
                    "comparison",
                    id,
                    "followup.comparison.unfit",
                    new InBothLanguages(why.said().sv(), why.said().en()));
        }
        return rated;
    }

    /** The same areas in the metres of a set. */
    private static FollowUpDesign in(Incidents set, FollowUpDesign design, Projection projection) {
        Projection own = Projection.of(set.crs());
        return own.crs().equals(projection.crs())
                ? design
                : new FollowUpDesign(
                        moved(design.target(), projection, own),
                        design.windows(),
                        design.widths(),
                        design.comparison().stream()
                                .map(area -> moved(area, projection, own))
                                .toList());
    }

    private static Geometry moved(Geometry metres, Projection from, Projection to) {
        return ProjectedGeometry.fromLonLat(ProjectedGeometry.toLonLat(metres, from), to);
    }

    /** Of the incidents in all areas and months that were counted. */
    private static String hash(Prepared prepared, FollowUpDesign design) {
        List<String> hashes = new ArrayList<>();
        for (Incidents set : prepared.sets()) {
            FollowUpDesign own = in(set, design, prepared.projection());
            AreaMonths.Rows rows = AreaMonths.rows(
                    set, FollowUp.firstLookedAt(own.windows()), own.windows().lastAfter());
            int[] inside = Stream.concat(Stream.of(own.target()), own.comparison().stream())
                    .map(area -> area.buffer(own.widest()))
                    .flatMapToInt(area -> Arrays.stream(rows.inside(area)))
                    .sorted()
                    .distinct()
                    .toArray();
            hashes.add(DataHash.of(set.select(inside)));
        }
        return String.join("-", hashes);
    }
}
