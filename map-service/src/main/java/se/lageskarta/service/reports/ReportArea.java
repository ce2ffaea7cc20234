package se.lageskarta.service.reports;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.evidence.DatasetGroup;
import se.lageskarta.service.evidence.DatasetGroups;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** Where reports may lie: around the data of this installation; anywhere while there are none. */
@Component
class ReportArea {
    /** Some 30 km by 55 km in Sweden: what happens across the border concerns the neighbours, and is told to them. */
    private static final double MARGIN_DEGREES = 0.5;

    private final Evidence evidence;

    ReportArea(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Where a phone's map begins; empty while there are no data. */
    Optional<Bounds> middle() {
        return groups().newest().map(DatasetGroup::bounds).map(data -> within(data, borders()));
    }

    private List<Bounds> borders() {
        return evidence.now().datasets().stream()
                .filter(dataset -> BaseRole.BOUNDARY.code().equals(dataset.role()))
                .flatMap(dataset -> Optional.ofNullable(dataset.extent().bounds()).stream())
                .toList();
    }

    /**
     * The box of the data, or the municipality's when they reach beyond it, as events of all Sweden do, or one row with
     * a wrong coordinate.
     *
     * @param borders boxes of the municipalities there are
     */
    static Bounds within(Bounds data, List<Bounds> borders) {
        return borders.stream()
                .filter(border ->
                        border.overlaps(data) && !border.joinedWith(data).equals(border))
                .findFirst()
                .orElse(data);
    }

    private DatasetGroups groups() {
        return DatasetGroups.of(evidence.now().datasets());
    }

    /** @throws RefusedRequestException 422 when the position lies far from everything known */
    void refuseUnlessInside(ReportPlace place) {
        Double lon = place.lon();
        Double lat = place.lat();
        if (lon == null || lat == null) {
            return;
        }
        List<DatasetGroup> groups = groups().groups();
        boolean inside = groups.stream()
                .map(DatasetGroup::bounds)
                .anyMatch(bounds ->
                        bounds != null && bounds.grownBy(MARGIN_DEGREES).contains(lon, lat));
        if (!inside && !groups.isEmpty()) {
            throw new RefusedRequestException(
                    422, List.of(FieldFault.of("place", lon + " " + lat, "report.place.outside")));
        }
    }
}
