package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.privacy.GateAnswer;
import se.lageskarta.geo.privacy.ReleaseCell;
import se.lageskarta.geo.privacy.ReleaseTable;
import se.lageskarta.geo.privacy.WhyHidden;
import se.lageskarta.service.publicpage.Words;

/** Reports what a release would give away, for the people who decide. Counts of what is hidden are in no line of it. */
@Component
class ReportDisclosure {
    private static final int MOST_SMALLEST = 10;
    private static final double TEN = 10;
    private static final double HUNDRED = 100;

    private final PublicReleases releases;
    private final CompareReleases compare;
    private final GuessHouseholds guess;
    private final NearHomes nearHomes;
    private final Say say;

    ReportDisclosure(
            PublicReleases releases, CompareReleases compare, GuessHouseholds guess, NearHomes nearHomes, Say say) {
        this.releases = releases;
        this.compare = compare;
        this.guess = guess;
        this.nearHomes = nearHomes;
        this.say = say;
    }

    DisclosureReport of(
            long id,
            PublicationPlan plan,
            Ground.Found ground,
            PublicAreas.Made areas,
            List<PublicSeries.Chosen> series,
            CountRelease.Counted counted) {
        ReleaseTable table = counted.table();
        List<DisclosureReport.CellReport> cells = cells(areas, series, counted);
        List<DisclosureReport.Refusal> refusals = refusals(plan, areas, series, table);
        return new DisclosureReport(
                plan.firstDay(),
                plan.lastDay(),
                plan.ofPart().needsNoise(),
                ground.invented(),
                ground.version(),
                refusals.isEmpty(),
                refusals,
                summary(areas, counted, cells),
                areas.told(),
                seriesReports(series, counted, cells),
                cells,
                smallest(cells),
                neighbour(areas, cells, table),
                compare.of(id, areas, series, counted).orElse(null),
                guess.of(areas, counted).orElse(null),
                nearHomes.of(plan));
    }

    private static List<DisclosureReport.CellReport> cells(
            PublicAreas.Made areas, List<PublicSeries.Chosen> series, CountRelease.Counted counted) {
        List<DisclosureReport.CellReport> cells = new ArrayList<>();
        for (int area = 0; area < areas.told().size(); area++) {
            for (int s = 0; s < series.size(); s++) {
                ReleaseCell cell = counted.table().cell(area, s);
                WhyHidden why = cell.why();
                cells.add(new DisclosureReport.CellReport(
                        areas.told().get(area).id(),
                        areas.told().get(area).name(),
                        series.get(s).told().code(),
                        cell.isTold() ? cell.told() : null,
                        counted.told(area, s),
                        cell.isTold(),
                        why == null ? null : why.code()));
            }
        }
        return cells;
    }

    private static DisclosureReport.Summary summary(
            PublicAreas.Made areas, CountRelease.Counted counted, List<DisclosureReport.CellReport> cells) {
        long households = areas.areas().areas().stream()
                .mapToLong(area -> area.households())
                .sum();
        long placed = counted.table().placed();
        double shown = placed == 0 ? 0 : (double) counted.table().shown() / placed;
        return new DisclosureReport.Summary(
                areas.told().size(),
                households,
                roughly(counted.incidents().size()),
                roughly(placed),
                Math.round(shown * HUNDRED) / HUNDRED,
                (int) cells.stream().filter(DisclosureReport.CellReport::shown).count(),
                new DisclosureReport.Hidden(
                        hidden(cells, WhyHidden.FEW),
                        hidden(cells, WhyHidden.DWELLING),
                        hidden(cells, WhyHidden.COMPLEMENTARY),
                        hidden(cells, WhyHidden.CROSSING) + hidden(cells, WhyHidden.CHANGED)));
    }

    /** To the nearest ten: exactly, the hidden ones could be worked out from it and what is shown. */
    private static int roughly(long count) {
        return (int) Math.round(count / TEN) * (int) TEN;
    }

    private static int hidden(List<DisclosureReport.CellReport> cells, WhyHidden why) {
        return (int)
                cells.stream().filter(cell -> why.code().equals(cell.reason())).count();
    }

    private static List<DisclosureReport.SeriesReport> seriesReports(
            List<PublicSeries.Chosen> series, CountRelease.Counted counted, List<DisclosureReport.CellReport> cells) {
        List<DisclosureReport.SeriesReport> reports = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            ReleaseCell total = counted.table().totals().get(s);
            WhyHidden why = total.why();
            String code = series.get(s).told().code();
            int shown = (int) cells.stream()
                    .filter(cell -> cell.series().equals(code) && cell.shown())
                    .count();
            int all = cells.size() / series.size();
            reports.add(new DisclosureReport.SeriesReport(
                    code,
                    series.get(s).told().name(),
                    new DisclosureReport.TotalReport(
                            total.isTold() ? total.told() : null,
                            counted.totals().get(s),
                            why == null ? null : why.code()),
                    shown,
                    all - shown));
        }
        return reports;
    }

    private static List<DisclosureReport.Smallest> smallest(List<DisclosureReport.CellReport> cells) {
        List<DisclosureReport.Smallest> smallest = new ArrayList<>();
        for (DisclosureReport.CellReport cell : cells) {
            Long count = cell.count();
            if (count != null) {
                smallest.add(new DisclosureReport.Smallest(cell.area(), cell.areaName(), cell.series(), count));
            }
        }
        smallest.sort(Comparator.comparingLong(DisclosureReport.Smallest::count));
        return smallest.subList(0, Math.min(MOST_SMALLEST, smallest.size()));
    }

    /** What stays unknown to somebody who knows a home's incidents already. */
    private List<Words> neighbour(PublicAreas.Made areas, List<DisclosureReport.CellReport> cells, ReleaseTable table) {
        List<Words> told = new ArrayList<>();
        told.add(say.both("neighbour.own"));
        long hidden = cells.stream().filter(cell -> !cell.shown()).count();
        if (hidden > 0) {
            told.add(say.both("neighbour.hidden", hidden));
        }
        int least = areas.areas().areas().stream()
                .mapToInt(area -> area.households())
                .min()
                .orElse(0);
        told.add(say.both("neighbour.homes", least));
        told.add(say.both(table.totals().get(0).isTold() ? "neighbour.total" : "neighbour.no-total"));
        return told;
    }

    private List<DisclosureReport.Refusal> refusals(
            PublicationPlan plan, PublicAreas.Made areas, List<PublicSeries.Chosen> series, ReleaseTable table) {
        List<DisclosureReport.Refusal> refusals = new ArrayList<>();
        GateAnswer gate = table.refusal();
        GateAnswer.Rule rule = gate.rule();
        if (rule != null) {
            refusals.add(new DisclosureReport.Refusal(
                    rule.code(),
                    new Words(gate.whySv(), gate.whyEn()),
                    List.of(),
                    List.of(),
                    say.both("way-out.history"),
                    null));
        }
        DisclosureReport.@Nullable Earlier earlier = overlapping(plan).orElse(null);
        List<String> crossing = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (ReleaseCell cell : table.cells()) {
            if (cell.why() == WhyHidden.CROSSING || cell.why() == WhyHidden.CHANGED) {
                String area = areas.told().get(cell.area()).id();
                if (!crossing.contains(area)) {
                    crossing.add(area);
                }
                numbers.add(series.get(cell.series()).told().code() + " " + area);
            }
        }
        if (!crossing.isEmpty()) {
            String slug = earlier == null ? "" : earlier.slug();
            refusals.add(new DisclosureReport.Refusal(
                    GateAnswer.Rule.LAMINAR.code(),
                    say.both("crossing", crossing.size(), slug),
                    numbers,
                    crossing,
                    say.both(plan.wantsNewAreas() ? "way-out.same-areas" : "way-out.crossing"),
                    earlier));
        } else if (rule == null && table.cells().stream().noneMatch(ReleaseCell::isTold)) {
            refusals.add(new DisclosureReport.Refusal(
                    GateAnswer.Rule.LARGE_ENOUGH.code(),
                    say.both("nothing-shown"),
                    List.of(),
                    List.of(),
                    say.both("way-out.nothing-shown"),
                    earlier));
        }
        return refusals;
    }

    /** The latest release, withdrawn or not, about some of the same days. */
    private Optional<DisclosureReport.Earlier> overlapping(PublicationPlan plan) {
        return releases.all().stream()
                .filter(release -> !release.firstDay().isAfter(plan.lastDay())
                        && !release.lastDay().isBefore(plan.firstDay()))
                .map(release -> new DisclosureReport.Earlier(release.id(), release.slug()))
                .findFirst();
    }
}
