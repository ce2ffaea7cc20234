package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.PoissonComparison;

/**
 * Whether each hotspot is new, growing, persistent, fading or gone against the same period of earlier years: what
 * can be told of places through time when incidents are few.
 */
final class HotspotStatus {
    private HotspotStatus() {}

    /** Finishes an answer with the status of the hotspots; of the last twelve months when no period is asked about. */
    static AnalysisResult.Builder tell(AnalysisQuestion question, AnalysisResult.Builder answer) {
        LocalDate to = question.to() == null ? lastDay(question.incidents()) : question.to();
        LocalDate from =
                question.from() == null && to != null ? to.minusYears(1).plusDays(1) : question.from();
        HotspotResult result = HotspotAnalysis.crime(
                question.history(), IncidentFilter.ALL.during(from, to), HotspotOptions.AUTOMATIC);
        List<Hotspot> hotspots = result.hotspots();
        Map<String, Integer> byStatus = new LinkedHashMap<>();
        for (PoissonComparison.Status each : PoissonComparison.Status.values()) {
            byStatus.put(each.code(), 0);
        }
        hotspots.forEach(hotspot -> byStatus.merge(status(hotspot), 1, Integer::sum));
        return answer.status(hotspots.isEmpty() ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(hotspots))
                .sentence(new Words(
                        "Hotspots " + period(from, to) + " jämförda med samma period upp till tre år tidigare (exakt"
                                + " test). " + result.sentenceSv(),
                        "Hotspots of " + period(from, to) + " compared with the same period of up to three years"
                                + " before (exact test). " + result.sentenceEn()))
                .parameter(
                        "eps",
                        result.parameters().epsMetres(),
                        "m",
                        true,
                        new Words("Som för hotspots.", "As for hotspots."))
                .parameter(
                        "minPts",
                        result.parameters().minPts(),
                        "",
                        true,
                        new Words("Som för hotspots.", "As for hotspots."))
                .figure("shown", "hotspot-status")
                .figure("status", byStatus)
                .figure("hotspots", hotspots.size())
                .places(
                        List.of("class", "count", "expected", "low", "high", "p"),
                        hotspots.size(),
                        i -> row(hotspots.get(i)),
                        i -> hotspots.get(i).outline());
    }

    private static @Nullable Object[] row(Hotspot hotspot) {
        PoissonComparison comparison = hotspot.comparison();
        return comparison == null
                ? new @Nullable Object[] {status(hotspot), hotspot.count(), null, null, null, null}
                : new @Nullable Object[] {
                    status(hotspot),
                    comparison.count(),
                    comparison.expected(),
                    comparison.low(),
                    comparison.high(),
                    comparison.p()
                };
    }

    private static String status(Hotspot hotspot) {
        PoissonComparison comparison = hotspot.comparison();
        return (comparison == null ? PoissonComparison.Status.NO_HISTORY : comparison.status()).code();
    }

    private static Words headline(List<Hotspot> hotspots) {
        if (hotspots.isEmpty()) {
            return new Words("Ingen hotspot i perioden.", "No hotspot in the period.");
        }
        long risen = count(hotspots, PoissonComparison.Status.NEW, PoissonComparison.Status.GROWING);
        long fallen = count(hotspots, PoissonComparison.Status.FADING, PoissonComparison.Status.GONE);
        long same = count(hotspots, PoissonComparison.Status.PERSISTENT);
        long unsaid = hotspots.size() - risen - fallen - same;
        if (unsaid == hotspots.size()) {
            return new Words(
                    hotspots.size() + " hotspots; för få händelser eller år för att säga om de ändrats.",
                    hotspots.size() + " hotspots; too few incidents or years to say whether they changed.");
        }
        return new Words(
                hotspots.size() + " hotspots: " + risen + " nya eller växande, " + same + " utan säker förändring, "
                        + fallen + " avtagande" + (unsaid > 0 ? ", " + unsaid + " med för få att jämföra" : "") + ".",
                hotspots.size() + " hotspots: " + risen + " new or growing, " + same + " without sure change, " + fallen
                        + " fading" + (unsaid > 0 ? ", " + unsaid + " with too few to compare" : "") + ".");
    }

    private static long count(List<Hotspot> hotspots, PoissonComparison.Status... wanted) {
        return hotspots.stream()
                .map(HotspotStatus::status)
                .filter(code ->
                        List.of(wanted).stream().anyMatch(each -> each.code().equals(code)))
                .count();
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "…" : from) + "–" + (to == null ? "…" : to);
    }

    private static @Nullable LocalDate lastDay(Incidents incidents) {
        LocalDate last = null;
        for (int row = 0; row < incidents.size(); row++) {
            if (incidents.time(row).isKnown()) {
                LocalDate day = TimeSpan.timeOf(incidents.toMinute()[row] - 1).toLocalDate();
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return last;
    }
}
