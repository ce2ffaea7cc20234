package se.lageskarta.service.spots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.hotspot.SpotOptions;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Dataset;

/**
 * Hotspots of the months before the first that anybody has looked through, so that a spot is not called new only because the
 * register is. Each month is looked at with the twelve months that end with it, every setting automatic.
 */
@Component
class EarlierMonths {
    private static final int MONTHS_A_LOOK = 12;

    /** A month and all its hotspots, as stored. */
    record Month(YearMonth month, List<FoundHotspot> found) {}

    /** The months before, at most two years of them, the first first; none before the data begin. */
    List<Month> of(Question question, String stream, YearMonth month) {
        YearMonth begin = begin(question);
        if (begin == null) {
            return List.of();
        }
        YearMonth oldest = month.minusMonths(SpotOptions.DEFAULT.rememberedMonths());
        YearMonth from = begin.isAfter(oldest) ? begin : oldest;
        int months = (int) from.until(month, ChronoUnit.MONTHS);
        Question asked = question.withStream(EvidenceStream.of(stream));
        List<Incidents> incidents = asked.incidentsOfAllTime();
        List<UnsafePlaces> marks = asked.unsafePlacesOfAllTime();
        return IntStream.range(0, Math.max(0, months))
                .mapToObj(from::plusMonths)
                .parallel()
                .map(one -> new Month(one, found(one, asked, incidents, marks)))
                .toList();
    }

    private static List<FoundHotspot> found(
            YearMonth month, Question question, List<Incidents> incidents, List<UnsafePlaces> marks) {
        IncidentFilter year =
                question.filter().during(month.minusMonths(MONTHS_A_LOOK - 1L).atDay(1), month.atEndOfMonth());
        List<FoundHotspot> found = new ArrayList<>();
        for (Incidents all : incidents) {
            found.addAll(degrees(
                    question.stream() == EvidenceStream.DISORDER
                            ? HotspotAnalysis.disorder(all, year, HotspotOptions.AUTOMATIC)
                            : HotspotAnalysis.crime(all, year, HotspotOptions.AUTOMATIC)));
        }
        for (UnsafePlaces all : marks) {
            found.addAll(degrees(HotspotAnalysis.unsafety(all, year, HotspotOptions.AUTOMATIC)));
        }
        return found;
    }

    private static List<FoundHotspot> degrees(HotspotResult result) {
        Projection projection = Projection.of(result.crs());
        return result.hotspots().stream()
                .map(hotspot -> new FoundHotspot(
                                ProjectedGeometry.toLonLat(hotspot.outline(), projection),
                                hotspot.stream() == Evidence.UNSAFETY ? hotspot.respondents() : hotspot.count(),
                                trend(hotspot))
                        .stored())
                .toList();
    }

    private static String trend(Hotspot hotspot) {
        PoissonComparison made = hotspot.comparison();
        return (made == null ? PoissonComparison.Status.NO_HISTORY : made.status()).code();
    }

    private static @Nullable YearMonth begin(Question question) {
        return question.datasets().stream()
                .map(Dataset::extent)
                .map(extent -> extent.firstDay())
                .filter(Objects::nonNull)
                .min(Comparator.<LocalDate>naturalOrder())
                .map(YearMonth::from)
                .orElse(null);
    }
}
