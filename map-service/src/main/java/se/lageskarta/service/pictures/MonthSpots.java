package se.lageskarta.service.pictures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.spots.FoundHotspot;
import se.lageskarta.service.spots.RecogniseSpots;
import se.lageskarta.service.spots.Recognised;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.SpotMonth;
import se.lageskarta.service.spots.Spots;

/** Says which remembered place each hotspot of a month is, and which places are no more. */
@Component
class MonthSpots {
    private static final String GONE = "gone";

    private final RecogniseSpots recognise;
    private final Spots spots;

    MonthSpots(RecogniseSpots recognise, Spots spots) {
        this.recognise = recognise;
        this.spots = spots;
    }

    /**
     * What a hotspot is.
     *
     * @param id of the spot; 0 when it is none yet
     * @param status new, growing, persistent, fading or returned
     */
    record Known(PlacedHotspot hotspot, long id, String name, String status) {}

    /** A place that is no more; {@code since} is the last month in which it was there. */
    record Gone(Spot spot, YearMonth since) {}

    /** What a month's hotspots are, in the order of their rank, crime before unsafety. */
    record OfMonth(List<Known> known, List<Gone> gone) {}

    /**
     * @param hotspots all of the month: what is not among them is gone
     * @param who the account that asks, to register what is new; null to look only
     */
    OfMonth of(PictureQuestion asked, List<PlacedHotspot> hotspots, @Nullable String who) {
        List<Known> known = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        for (Evidence stream : List.of(Evidence.CRIME, Evidence.UNSAFETY)) {
            List<PlacedHotspot> found = hotspots.stream()
                    .filter(hotspot -> hotspot.found().stream() == stream)
                    .toList();
            if (who == null) {
                known.addAll(seen(asked, stream, found));
            } else {
                register(asked, stream, found, who, known, gone);
            }
        }
        if (who == null) {
            gone.addAll(goneAlready(asked, known));
        }
        return new OfMonth(known, gone);
    }

    private void register(
            PictureQuestion asked,
            Evidence stream,
            List<PlacedHotspot> found,
            String who,
            List<Known> known,
            List<Gone> gone) {
        Recognised recognised = recognise.of(
                asked.month(),
                asked.question(),
                stream.code(),
                found.stream().map(MonthSpots::told).toList(),
                who);
        for (int i = 0; i < recognised.spots().size(); i++) {
            Spot spot = recognised.spots().get(i);
            known.add(new Known(found.get(i), spot.id(), spot.name(), spot.status()));
        }
        recognised.gone().forEach(spot -> gone.add(new Gone(spot, since(spot, asked.month()))));
    }

    private List<Known> seen(PictureQuestion asked, Evidence stream, List<PlacedHotspot> found) {
        List<Optional<Spot>> are = spots.lookFor(
                asked.month(),
                asked.question(),
                stream.code(),
                found.stream().map(PlacedHotspot::outline).toList());
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            PlacedHotspot hotspot = found.get(i);
            known.add(are.get(i)
                    .map(spot -> new Known(hotspot, spot.id(), spot.name(), spot.status()))
                    .orElseGet(() -> new Known(hotspot, 0, hotspot.name(), "new")));
        }
        return known;
    }

    /** Places that the month has been said to lack, as far as none of today's hotspots is one of them. */
    private List<Gone> goneAlready(PictureQuestion asked, List<Known> known) {
        List<Long> here = known.stream().map(Known::id).toList();
        return spots.all().stream()
                .filter(spot -> spot.invented() == asked.question().invented() && !here.contains(spot.id()))
                .filter(spot -> !spot.stream().equals(Evidence.DISORDER.code()))
                .filter(spot -> lies(spot, asked))
                .filter(spot -> spots.months(spot.id()).stream()
                        .anyMatch(month -> month.month().equals(asked.month())
                                && month.status().equals(GONE)))
                .map(spot -> new Gone(spot, since(spot, asked.month())))
                .toList();
    }

    private static boolean lies(Spot spot, PictureQuestion asked) {
        var centre = spot.outline().getCentroid();
        var bounds = asked.question().bounds();
        return bounds != null && bounds.contains(centre.getX(), centre.getY());
    }

    private YearMonth since(Spot spot, YearMonth month) {
        YearMonth since = spot.firstMonth();
        for (SpotMonth one : spots.months(spot.id())) {
            if (one.month().isBefore(month) && !one.status().equals(GONE)) {
                since = one.month();
            }
        }
        return since;
    }

    private static FoundHotspot told(PlacedHotspot placed) {
        Hotspot found = placed.found();
        PoissonComparison made = found.comparison();
        return new FoundHotspot(
                placed.outline(),
                found.stream() == Evidence.UNSAFETY ? found.respondents() : found.count(),
                (made == null ? PoissonComparison.Status.NO_HISTORY : made.status()).code());
    }
}
