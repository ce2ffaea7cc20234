package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Release;
import tools.jackson.databind.json.JsonMapper;

/** Sets a release beside the one before, class by class. */
@Component
class CompareReleases {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicReleases releases;

    CompareReleases(PublicReleases releases) {
        this.releases = releases;
    }

    /** Empty for the first release. @param id the release's own publication */
    Optional<DisclosureReport.Difference> of(
            long id, PublicAreas.Made areas, List<PublicSeries.Chosen> series, CountRelease.Counted counted) {
        Long wanted = areas.id();
        List<PublicReleases.Published> others =
                releases.all().stream().filter(release -> release.id() != id).toList();
        // one with the same areas can be set beside it area by area
        return others.stream()
                .filter(release -> wanted != null && wanted == release.areasId())
                .findFirst()
                .or(() -> others.stream().findFirst())
                .map(previous -> difference(previous, areas, series, counted));
    }

    private DisclosureReport.Difference difference(
            PublicReleases.Published previous,
            PublicAreas.Made areas,
            List<PublicSeries.Chosen> series,
            CountRelease.Counted counted) {
        Release before = JSON.readValue(releases.releaseText(previous.id()).orElseThrow(), Release.class);
        Long areasId = areas.id();
        boolean sameAreas = areasId != null && areasId == previous.areasId();
        Map<String, CountClass> known = new HashMap<>();
        before.cells().forEach(cell -> known.put(cell.area() + " " + cell.series(), cell.count()));
        List<DisclosureReport.ChangedCell> changed = new ArrayList<>();
        int rose = 0;
        int same = 0;
        for (int area = 0; sameAreas && area < areas.told().size(); area++) {
            Release.Area told = areas.told().get(area);
            for (int s = 0; s < series.size(); s++) {
                String code = series.get(s).told().code();
                CountClass then = known.get(told.id() + " " + code);
                CountClass now = counted.told(area, s);
                if (then == now) {
                    same++;
                } else if (then != null) {
                    rose += now.compareTo(then) > 0 ? 1 : 0;
                    changed.add(new DisclosureReport.ChangedCell(told.id(), told.name(), code, then, now));
                }
            }
        }
        return new DisclosureReport.Difference(
                new DisclosureReport.Previous(previous.id(), previous.slug(), previous.firstDay(), previous.lastDay()),
                sameAreas,
                changed,
                rose,
                changed.size() - rose,
                same);
    }
}
