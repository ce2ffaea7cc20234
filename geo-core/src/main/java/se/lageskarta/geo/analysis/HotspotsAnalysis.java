package se.lageskarta.geo.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotParameters;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.stats.PoissonComparison.Status;

/**
 * Hotspots as the EST group uses them: found, outlined, ranked, and compared with the same period of earlier years.
 * The rules and what is known of them: {@link HotspotAnalysis}, {@link HotspotParameters}.
 */
final class HotspotsAnalysis implements Analysis {
    /** Fewer can make no hotspot by the automatic rule. */
    private static final int LEAST_ROWS = 6;

    private static final int ENOUGH_ROWS = 50;
    private static final int NANOS_A_ROW = 1500;

    private static final List<String> COLUMNS = List.of(
            "id", "rank", "count", "weight", "areaM2", "perKm2", "share", "places", "x", "y", "types", "status");

    /** Hotspots of a year before that are none now. */
    private static final List<String> GONE_COLUMNS =
            List.of("id", "x", "y", "areaM2", "countThen", "count", "expected", "p", "status");

    @Override
    public String name() {
        return "hotspots";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("eps", "m", 1, 10_000),
                Setting.whole("minPts", "", 1, 1_000_000),
                Setting.flag("compare"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        if (rows < LEAST_ROWS) {
            return Suits.tooFew(rows, LEAST_ROWS);
        }
        return rows < ENOUGH_ROWS
                ? Suits.possible(
                        "Fungerar, men få händelser ger få hotspots.", "Works, but few incidents make few hotspots.")
                : Suits.recommended(
                        "Börja här: var händelserna samlas, med gräns, antal och hur det var åren innan.",
                        "Begin here: where incidents gather, with outline, count and how it was in earlier years.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return NANOS_A_ROW
                * (long) Math.max(question.history().size(), question.marks().size());
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS && !chosen.has("minPts")) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline("För få för att säga var de samlas.", "Too few to say where they gather.")
                    .sentence(
                            usable.size() + " rader med läge; det krävs minst " + LEAST_ROWS + ".",
                            usable.size() + " rows with a place; it takes at least " + LEAST_ROWS + ".")
                    .build();
        }
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        HotspotOptions options = new HotspotOptions(
                chosen.number("eps"),
                chosen.whole("minPts"),
                chosen.flag("compare", true),
                HotspotOptions.AUTOMATIC.zone(),
                question.seed());
        HotspotResult result = question.isAboutMarks()
                ? HotspotAnalysis.unsafety(question.marks(), IncidentFilter.ALL, options)
                : HotspotAnalysis.crime(
                        question.history(), IncidentFilter.ALL.during(question.from(), question.to()), options);
        return describe(answer, question, chosen, result).build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer, AnalysisQuestion question, Chosen chosen, HotspotResult result) {
        List<Hotspot> found = result.hotspots();
        HotspotParameters parameters = result.parameters();
        int members = found.stream().mapToInt(Hotspot::count).sum();
        Words why = new Words(parameters.whySv(), parameters.whyEn());
        answer.status(found.isEmpty() ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(question.isAboutMarks(), result, members))
                .sentence(result.sentenceSv(), result.sentenceEn())
                .parameter("eps", parameters.epsMetres(), "m", !chosen.has("eps"), why)
                .parameter("minPts", parameters.minPts(), "", !chosen.has("minPts"), why)
                .parameter(
                        "compare",
                        chosen.flag("compare", true),
                        "",
                        !chosen.has("compare"),
                        new Words(
                                "Samma period av upp till tre år innan, när de är kända i sin helhet.",
                                "The same period of up to three years before, where they are wholly known."))
                .figure("hotspots", found.size())
                .figure("inHotspots", members)
                .figure("noise", result.noise())
                .figure("areaM2", found.stream().mapToDouble(Hotspot::areaM2).sum())
                .figure("statuses", statuses(found))
                .figure("goneHotspots", result.gone().size())
                .table(
                        "gone",
                        GONE_COLUMNS,
                        result.gone().size(),
                        i -> goneRow(result.gone().get(i)));
        result.advice().forEach(each -> answer.advice(new Words(each.swedish(), each.english())));
        return answer.places(
                COLUMNS, found.size(), i -> row(found.get(i)), i -> found.get(i).outline());
    }

    private static Words headline(boolean marks, HotspotResult result, int members) {
        Words says = headline(marks, result.hotspots(), members, result.used());
        int gone = result.gone().size();
        return gone == 0
                ? says
                : says.then(new Words(
                        number(gone, "har upphört", "har upphört") + " sedan året innan.",
                        number(gone, "is gone", "are gone") + " since the year before."));
    }

    private static Words headline(boolean marks, List<Hotspot> found, int members, int used) {
        if (found.isEmpty()) {
            return new Words(
                    "Ingenstans samlas de mer än att det kan vara slump.",
                    "Nowhere do they gather more than chance may make them.");
        }
        long percent = Math.round(100.0 * members / used);
        int rising = count(found, Status.NEW) + count(found, Status.GROWING);
        int falling = count(found, Status.FADING);
        Words first = marks
                ? new Words(
                        number(found.size(), "otrygg plats", "otrygga platser") + " med " + percent
                                + " % av markeringarna.",
                        number(found.size(), "unsafe place", "unsafe places") + " with " + percent + " % of the marks.")
                : new Words(
                        number(found.size(), "hotspot", "hotspots") + " med " + percent + " % av händelserna.",
                        number(found.size(), "hotspot", "hotspots") + " with " + percent + " % of the incidents.");
        boolean compared = found.stream()
                .anyMatch(each -> each.comparison() != null
                        && each.comparison().status() != Status.NO_HISTORY
                        && each.comparison().status() != Status.TOO_FEW);
        if (!compared) {
            return first;
        }
        return first.then(
                rising + falling == 0
                        ? new Words(
                                "Ingen säker förändring mot åren innan.", "No certain change from the years before.")
                        : new Words(
                                rising + " säkert nya eller växande, " + falling + " säkert avtagande.",
                                rising + " certainly new or growing, " + falling + " certainly fading."));
    }

    private static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static int count(List<Hotspot> found, Status status) {
        return (int) found.stream()
                .filter(each -> each.comparison() != null && each.comparison().status() == status)
                .count();
    }

    private static Map<String, Integer> statuses(List<Hotspot> found) {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            int count = count(found, status);
            if (count > 0) {
                statuses.put(status.code(), count);
            }
        }
        return statuses;
    }

    private static @Nullable Object[] goneRow(Hotspot hotspot) {
        PoissonComparison comparison = hotspot.comparison();
        return new @Nullable Object[] {
            hotspot.id(),
            hotspot.centreX(),
            hotspot.centreY(),
            hotspot.areaM2(),
            hotspot.count(),
            comparison == null ? null : comparison.count(),
            comparison == null ? null : comparison.expected(),
            comparison == null ? null : comparison.p(),
            comparison == null ? null : comparison.status().code()
        };
    }

    private static @Nullable Object[] row(Hotspot hotspot) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        (hotspot.types().isEmpty() ? hotspot.reasons() : hotspot.types())
                .forEach(count -> counts.put(count.code(), count.count()));
        return new @Nullable Object[] {
            hotspot.id(),
            hotspot.rank(),
            hotspot.count(),
            hotspot.weight(),
            hotspot.areaM2(),
            hotspot.perKm2(),
            hotspot.share(),
            hotspot.places(),
            hotspot.centreX(),
            hotspot.centreY(),
            counts,
            hotspot.comparison() == null ? null : hotspot.comparison().status().code()
        };
    }
}
