package se.lageskarta.service.hotspots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;

/**
 * Finds the hotspots of a question. What was found is kept until the data change (a question's key names their
 * revision) or too much else has been asked; two who ask the same at once wait for one analysis.
 */
@Component
class FindHotspots {
    /** Rows analysed that are kept: some 60 MB of member numbers and outlines at most, beside the incidents of one revision. */
    private static final long KEPT_ROWS = 10_000_000;

    private final PlaceNames names;
    private final CoarseHotspots coarse;
    private final Cache<String, List<Analysed>> streams = Caffeine.newBuilder()
            .maximumWeight(KEPT_ROWS)
            .weigher((String key, List<Analysed> kept) -> weight(kept))
            .build();
    private final Cache<String, HotspotSet> sets = Caffeine.newBuilder()
            .maximumWeight(KEPT_ROWS)
            .weigher((String key, HotspotSet kept) -> 100 * kept.hotspots().size() + 1)
            .build();
    private final AtomicLong newest = new AtomicLong();

    FindHotspots(PlaceNames names, CoarseHotspots coarse) {
        this.names = names;
        this.coarse = coarse;
    }

    HotspotSet in(HotspotQuestion asked) {
        // the revision of all data, base layers too: places may get other names
        long revision = asked.question().facts().revision();
        forgetOlderThan(revision);
        String key = revision + "|" + asked.key();
        return Objects.requireNonNull(sets.get(key, unused -> combine(asked)));
    }

    /**
     * What was found in data that are no longer so holds all incidents as they were: it would lie beside those of now,
     * once for every import, until ten million rows of it had gathered.
     */
    private void forgetOlderThan(long revision) {
        if (newest.getAndAccumulate(revision, Math::max) < revision) {
            streams.invalidateAll();
            sets.invalidateAll();
        }
    }

    private HotspotSet combine(HotspotQuestion asked) {
        List<Analysed> wanted = new ArrayList<>();
        List<Analysed> others = new ArrayList<>();
        EvidenceStream stream = asked.question().stream();
        (stream.includesCrime() ? wanted : others).addAll(stream(asked.about(EvidenceStream.CRIME)));
        if (stream.includesDisorder()) {
            wanted.addAll(stream(asked.about(EvidenceStream.DISORDER)));
        }
        (stream.includesUnsafety() ? wanted : others).addAll(stream(asked.about(EvidenceStream.UNSAFETY)));
        HotspotSet all = HotspotSet.of(wanted, others, names::wordsOf);
        return asked.masked()
                ? all.told(found -> coarse.of(found, asked.question().facts()))
                : all;
    }

    private List<Analysed> stream(HotspotQuestion one) {
        return Objects.requireNonNull(streams.get(one.key(), key -> analyse(one)));
    }

    private static List<Analysed> analyse(HotspotQuestion asked) {
        Question question = asked.question();
        IncidentFilter filter = question.filter();
        HotspotOptions options = asked.options();
        List<Analysed> analysed = new ArrayList<>();
        for (Incidents all : question.incidentsOfAllTime()) {
            analysed.add(
                    question.stream() == EvidenceStream.DISORDER
                            ? timed(Evidence.DISORDER, all, () -> HotspotAnalysis.disorder(all, filter, options))
                            : timed(Evidence.CRIME, all, () -> HotspotAnalysis.crime(all, filter, options)));
        }
        for (UnsafePlaces all : question.unsafePlacesOfAllTime()) {
            analysed.add(timed(Evidence.UNSAFETY, null, () -> HotspotAnalysis.unsafety(all, filter, options)));
        }
        return List.copyOf(analysed);
    }

    private static Analysed timed(Evidence stream, @Nullable Incidents all, Supplier<HotspotResult> analysis) {
        long begun = System.nanoTime();
        HotspotResult result = analysis.get();
        return new Analysed(stream, result, all, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static int weight(List<Analysed> kept) {
        return 1 + kept.stream().mapToInt(one -> one.result().used()).sum();
    }
}
