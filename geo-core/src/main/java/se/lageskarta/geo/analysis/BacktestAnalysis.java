package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.grid.CellCounts;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.stats.HitRate;

/**
 * Would last year's map have helped this year? The hotspots that the same automatic method would have drawn from the
 * same days a year ago, against the incidents of the period asked about.
 */
final class BacktestAnalysis implements Analysis {
    private static final int LEAST_BEFORE = 30;
    private static final int LEAST_NOW = 20;
    private static final double CELL_METRES = 250;
    private static final double[] SHARES = {0.01, 0.02, 0.05, 0.1};
    private static final int LEAST_CELLS = 100;
    private static final double FINEST_METRES = 25;
    private static final int FINE_CELLS_A_HOTSPOT = 4;
    private static final int DAYS_OF_A_YEAR = 360;

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public Topic topic() {
        return Topic.CHECK;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(CountedCells.SETTINGS);
        settings.add(Setting.number("eps", "m", 1, 10_000));
        settings.add(Setting.whole("minPts", "", 1, 1_000_000));
        return settings;
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Period period = Period.of(question);
        if (period == null || period.earlier().isEmpty()) {
            return Suits.tooFew(
                    "Samma tid förra året är inte känd, så det finns inget att pröva mot.",
                    "The same time last year is not known, so there is nothing to test.");
        }
        int now = period.of(question.history()).size();
        return now < LEAST_NOW
                ? Suits.tooFew(now, LEAST_NOW)
                : Suits.recommended(
                        "Visar om kartan går att lita på: hade förra årets hotspots hjälpt i år?",
                        "Shows whether the map can be trusted: would last year's hotspots have helped this year?");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 6000L * question.history().size() + 100_000_000;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Period period = Period.of(question);
        List<Period> earlier = period == null ? List.of() : period.earlier();
        if (period == null || earlier.isEmpty()) {
            Usable usable = Usable.places(question);
            return tooFew(
                    AnalysisResult.of(this, usable, question.seed()),
                    new Words("Samma tid förra året är inte känd.", "The same time last year is not known."));
        }
        Usable now = Usable.places(period.about(question));
        Usable before = Usable.places(earlier.get(0).about(question));
        AnalysisResult.Builder answer = AnalysisResult.of(this, now, question.seed());
        period.describe(answer);
        if (now.size() < LEAST_NOW || before.size() < LEAST_BEFORE) {
            return tooFew(
                    answer,
                    new Words(
                            now.size() + " händelser nu och " + before.size() + " förra året; det krävs minst "
                                    + LEAST_NOW + " och " + LEAST_BEFORE + ".",
                            now.size() + " incidents now and " + before.size() + " last year; it takes at least "
                                    + LEAST_NOW + " and " + LEAST_BEFORE + "."));
        }
        List<Hotspot> hotspots = HotspotAnalysis.crime(
                        question.history(),
                        IncidentFilter.ALL.during(
                                earlier.get(0).from(), earlier.get(0).to()),
                        HotspotOptions.AUTOMATIC.comparing(false).with(chosen.number("eps"), chosen.whole("minPts")))
                .hotspots();
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        CountedCells cells = CountedCells.of(
                question,
                DoubleStream.concat(Arrays.stream(before.x()), Arrays.stream(now.x()))
                        .toArray(),
                DoubleStream.concat(Arrays.stream(before.y()), Arrays.stream(now.y()))
                        .toArray(),
                chosen,
                CELL_METRES);
        describeArea(answer, cells, chosen);
        grid(answer, cells, before, now);
        return outlines(answer, hotspots, cells, before, now, period).build();
    }

    private static AnalysisResult tooFew(AnalysisResult.Builder answer, Words why) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att pröva kartan.", "Too few to test the map.")
                .sentence(why)
                .build();
    }

    private static void describeArea(AnalysisResult.Builder answer, CountedCells cells, Chosen chosen) {
        answer.parameter(
                "cell",
                cells.cellMetres(),
                "m",
                cells.automatic(),
                new Words("Rutorna i tabellen, ungefär ett kvarter.", "The squares of the table, about a block."));
        answer.parameter(
                "area",
                cells.bounded() ? "boundary" : "settled",
                "",
                !chosen.has("area"),
                cells.bounded()
                        ? new Words("Ytan innanför gränsen.", "The area inside the boundary.")
                        : new Words(
                                "Ingen gräns är känd eller vald: rutor inom 500 m från en händelse.",
                                "No boundary is known or chosen: squares within 500 m of an incident."));
    }

    private static AnalysisResult.Builder outlines(
            AnalysisResult.Builder answer,
            List<Hotspot> hotspots,
            CountedCells cells,
            Usable before,
            Usable now,
            Period period) {
        answer.sentence(
                "Hotspots ritade med samma metod på samma dagar ett år tidigare, mot händelserna " + period.sv() + ".",
                "Hotspots drawn by the same method from the same days a year before, against the incidents of "
                        + period.en() + ".");
        answer.figure("hotspots", hotspots.size())
                .figure("incidents", now.size())
                .figure("incidentsBefore", before.size());
        if (hotspots.isEmpty()) {
            return answer.status(AnalysisResult.Status.NOTHING_FOUND)
                    .headline("Förra året fanns inga hotspots att pröva.", "Last year had no hotspots to test.");
        }
        Geometry union =
                UnaryUnionOp.union(hotspots.stream().map(Hotspot::outline).toList());
        double all = cells.size() * cells.cellMetres() * cells.cellMetres();
        double areaShare = Math.min(1, union.getArea() / all);
        int hits = inside(union, now);
        HitRate rate = HitRate.of(
                hotspots.size(),
                areaShare,
                hits,
                most(now, union.getArea(), hotspots.size()),
                now.size(),
                inside(union, before),
                before.size());
        double[] interval = HitRate.interval(hits, now.size());
        boolean better = interval[0] > areaShare;
        int[] nowIn = hotspots.stream()
                .mapToInt(hotspot -> inside(hotspot.outline(), now))
                .toArray();
        return answer.status(better ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(rate, areaShare, period, better))
                .figure("hitRate", rate.hitRate())
                .figure("hitRateLow", interval[0])
                .figure("hitRateHigh", interval[1])
                .figure("shareOfArea", areaShare)
                .figure("hits", hits)
                .figure("pai", rate.pai())
                .figure("paiLow", interval[0] / areaShare)
                .figure("paiHigh", interval[1] / areaShare)
                .figure("pei", Double.isNaN(rate.pei()) ? null : Math.min(1, rate.pei()))
                .figure("rri", Double.isFinite(rate.rri()) ? rate.rri() : null)
                .figure("chance", areaShare)
                .advice(new Words(
                        "Slumpvis valda ytor lika stora hade träffat " + Spoken.percentSv(areaShare)
                                + ". PAI över 1 är bättre än slumpen.",
                        "Areas as large chosen at random would have hit " + Spoken.percentEn(areaShare)
                                + ". A PAI above 1 is better than chance."))
                .places(
                        List.of("rank", "before", "count", "share"),
                        hotspots.size(),
                        i -> new Object[] {
                            hotspots.get(i).rank(), hotspots.get(i).count(), nowIn[i], (double) nowIn[i] / now.size()
                        },
                        i -> hotspots.get(i).outline());
    }

    private static Words headline(HitRate rate, double areaShare, Period period, boolean better) {
        boolean year = period.days() >= DAYS_OF_A_YEAR;
        String sv = (year ? "Förra årets hotspots täckte " : "Hotspots från samma tid förra året täckte ")
                + Spoken.percentSv(rate.hitRate()) + " av " + (year ? "årets" : "periodens") + " händelser på "
                + Spoken.percentSv(areaShare) + " av ytan.";
        String en = (year ? "Last year's hotspots covered " : "Hotspots of the same time last year covered ")
                + Spoken.percentEn(rate.hitRate()) + " of " + (year ? "this year's" : "the period's")
                + " incidents on " + Spoken.percentEn(areaShare) + " of the area.";
        Words first = new Words(sv, en);
        return better
                ? first
                : first.then(
                        new Words("Det är inte säkert bättre än slumpen.", "That is not surely better than chance."));
    }

    private static int inside(Geometry area, Usable usable) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        return (int) IntStream.range(0, usable.size())
                .filter(i -> area.getEnvelopeInternal().contains(usable.x()[i], usable.y()[i]))
                .filter(i -> locator.locate(new Coordinate(usable.x()[i], usable.y()[i])) != Location.EXTERIOR)
                .count();
    }

    /** About the most incidents that any small squares of as much area hold. */
    private static long most(Usable now, double areaM2, int hotspots) {
        double side = Math.max(FINEST_METRES, Math.sqrt(areaM2 / hotspots / FINE_CELLS_A_HOTSPOT));
        int[] count = CellCounts.of(now.x(), now.y(), side).count().clone();
        Arrays.sort(count);
        long squares = Math.min(count.length, Math.max(1, Math.round(areaM2 / (side * side))));
        long most = 0;
        for (int k = 1; k <= squares; k++) {
            most += count[count.length - k];
        }
        return most;
    }

    private static void grid(AnalysisResult.Builder answer, CountedCells cells, Usable before, Usable now) {
        if (cells.size() < LEAST_CELLS) {
            return;
        }
        double[] score = cells.area().counts(before.x(), before.y());
        int[] train = Arrays.stream(score).mapToInt(each -> (int) each).toArray();
        int[] test = Arrays.stream(cells.area().counts(now.x(), now.y()))
                .mapToInt(each -> (int) each)
                .toArray();
        long all = Arrays.stream(test).sum();
        if (all == 0) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (double share : SHARES) {
            HitRate rate = HitRate.of(share, score, train, test);
            double area = (double) rate.places() / score.length;
            double[] interval = HitRate.interval(rate.hits(), all);
            rows.add(new @Nullable Object[] {
                share,
                rate.places(),
                rate.hits(),
                rate.hitRate(),
                interval[0],
                interval[1],
                rate.pai(),
                interval[0] / area,
                interval[1] / area,
                rate.pei(),
                Double.isFinite(rate.rri()) ? rate.rri() : null
            });
        }
        answer.table(
                "squares",
                List.of(
                        "shareOfArea",
                        "cells",
                        "hits",
                        "hitRate",
                        "hitRateLow",
                        "hitRateHigh",
                        "pai",
                        "paiLow",
                        "paiHigh",
                        "pei",
                        "rri"),
                rows);
    }
}
