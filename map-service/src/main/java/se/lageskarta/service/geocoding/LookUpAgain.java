package se.lageskarta.service.geocoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.FoundPlaces;
import se.lageskarta.geo.geocode.PlaceFinder;
import se.lageskarta.service.basemap.PlacesInWords;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.SettledPlace;
import se.lageskarta.service.storage.StalePlaceException;
import se.lageskarta.service.storage.WaitingDecisions;
import se.lageskarta.service.storage.WaitingPlace;
import se.lageskarta.service.storage.WaitingPlaces;

/**
 * Looks waiting rows up again, after addresses, streets or place names have been imported. What is sure now is settled as it
 * would have been when the file was read; what is not gets the candidates of today. Each text is looked up once; each
 * decision is one transaction, so a stop half-way leaves the rest waiting as they were.
 */
@Component
class LookUpAgain {
    private static final int PAGE = 200;
    /** About 50 km: whoever answers to the name farther away than that from all the rest is somewhere else. */
    private static final double FAR_DEGREES = 0.5;

    private final WaitingPlaces places;
    private final WaitingDecisions decisions;
    private final PlacesInWords words;
    private final Datasets datasets;

    LookUpAgain(WaitingPlaces places, WaitingDecisions decisions, PlacesInWords words, Datasets datasets) {
        this.places = places;
        this.decisions = decisions;
        this.words = words;
        this.datasets = datasets;
    }

    /**
     * What came of it.
     *
     * @param settled rows that have their place now
     * @param proposed rows that wait and whose candidates are others than before
     * @param waiting rows that wait now
     */
    record Outcome(int settled, int proposed, long waiting) {}

    /** @param by who asked for it; the decisions are theirs, and can be taken back like others */
    Outcome all(String by) {
        PlaceFinder finder = words.finder();
        int settled = 0;
        int proposed = 0;
        for (WaitingPlace row : distinct()) {
            FoundPlaces found = finder.find(row.written());
            try {
                if (found.sure() && isNear(row, found.candidates().get(0))) {
                    settled += decisions.settle(
                            row.id(), any -> true, place(found.candidates().get(0)), true, by);
                } else {
                    proposed += decisions.propose(row.id(), found.candidates());
                }
            } catch (StalePlaceException decided) {
                // somebody was quicker with this one
                continue;
            }
        }
        return new Outcome(settled, proposed, places.count(WaitingPlace.State.WAITING));
    }

    /** One row of each text that waits; read before any of them is decided, for decided rows leave the pages. */
    private List<WaitingPlace> distinct() {
        List<WaitingPlace> all = new ArrayList<>();
        List<WaitingPlace> page;
        do {
            page = places.page(WaitingPlace.State.WAITING, null, true, PAGE, all.size());
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private boolean isNear(WaitingPlace row, FoundPlace found) {
        Optional<Bounds> bounds = datasets.find(row.datasetId())
                .map(Dataset::extent)
                .flatMap(extent -> Optional.ofNullable(extent.bounds()));
        return bounds.map(box -> box.grownBy(FAR_DEGREES).contains(found.lon(), found.lat()))
                .orElse(true);
    }

    private static SettledPlace place(FoundPlace found) {
        return new SettledPlace(found.name(), found.lon(), found.lat(), found.precision(), found.shape());
    }
}
