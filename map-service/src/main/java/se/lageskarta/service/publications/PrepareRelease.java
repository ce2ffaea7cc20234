package se.lageskarta.service.publications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.publicpage.Words;

/**
 * Makes of a plan the release as it would be today, with its disclosure report. What costs time, counting and judging, is
 * kept for as long as data, plan and earlier releases stay the same.
 */
@Service
class PrepareRelease {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int KEPT = 8;

    private final Ground ground;
    private final PublicAreas areas;
    private final PublicSeries series;
    private final CountRelease count;
    private final ReportDisclosure report;
    private final DraftWords draft;
    private final BesideNumbers beside;
    private final Backdrops backdrops;
    private final PublicReleases releases;
    private final Cache<Key, Prepared> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PrepareRelease(
            Ground ground,
            PublicAreas areas,
            PublicSeries series,
            CountRelease count,
            ReportDisclosure report,
            DraftWords draft,
            BesideNumbers beside,
            Backdrops backdrops,
            PublicReleases releases) {
        this.ground = ground;
        this.areas = areas;
        this.series = series;
        this.count = count;
        this.report = report;
        this.draft = draft;
        this.beside = beside;
        this.backdrops = backdrops;
        this.releases = releases;
    }

    private record Key(long id, PublicationPlan plan, String data, long approvals, String beside) {}

    /**
     * A release that is ready to be looked at and judged.
     *
     * @param numbers what is published with it, as it is kept for judging later releases
     * @param undated the release with the first of its days for a day of publication
     */
    record Prepared(
            PublicationPlan plan,
            PublicAreas.Made areas,
            List<String> numbers,
            DisclosureReport report,
            TellPublication.Drafted drafted,
            Release undated) {
        /** As it is when it is published on a day. */
        Release release(LocalDate published) {
            Release r = undated;
            return new Release(
                    r.slug(),
                    r.title(),
                    r.from(),
                    r.to(),
                    published,
                    r.publisher(),
                    r.contact(),
                    r.noise(),
                    r.invented(),
                    r.series(),
                    r.areas(),
                    r.cells(),
                    r.totals(),
                    r.perceived(),
                    r.measures(),
                    r.walks(),
                    r.text(),
                    r.method(),
                    r.report(),
                    r.backdrop(),
                    r.access());
        }
    }

    /** @throws CannotPublishException when there is nothing to make it of */
    Prepared of(long id, PublicationPlan plan) {
        Ground.Found found = ground.of(plan.datasets());
        Key key = new Key(id, plan, found.version().hash(), releases.approvals(), beside.revision(plan));
        return Objects.requireNonNull(kept.get(key, any -> made(id, plan, found)));
    }

    /** The same, computed once more whatever is kept. */
    Prepared anew(long id, PublicationPlan plan) {
        return made(id, plan, ground.of(plan.datasets()));
    }

    private Prepared made(long id, PublicationPlan plan, Ground.Found found) {
        PublicAreas.Made made = areas.of(found, plan.wantsNewAreas());
        List<PublicSeries.Chosen> chosen = series.of(plan);
        CountRelease.Counted counted = count.of(plan, found, made, chosen);
        BesideNumbers.Told told = beside.of(plan, found, made);
        DisclosureReport disclosure = report.of(id, plan, found, made, chosen, counted);
        List<Release.Cell> cells = cells(made, chosen, counted);
        DraftWords.Draft drafted = draft.of(plan, made.told(), chosen, cells, counted.totals(), told);
        Words text = drafted.orWritten(plan.text(), drafted.text());
        Words method = drafted.orWritten(plan.method(), drafted.method());
        Words reporting = drafted.orWritten(plan.report(), drafted.report());
        Envelope box = box(made);
        Release release = new Release(
                plan.slug(),
                plan.title(),
                plan.firstDay(),
                plan.lastDay(),
                plan.lastDay(),
                plan.publisher(),
                plan.contact(),
                plan.ofPart().needsNoise(),
                found.invented() || beside.invented(plan),
                chosen.stream().map(PublicSeries.Chosen::told).toList(),
                made.told(),
                cells,
                counted.totals(),
                told.perceived(),
                told.measures(),
                told.walks(),
                text,
                method,
                reporting,
                backdrops.of(box),
                plan.access());
        return new Prepared(
                plan,
                made,
                counted.numbers(),
                disclosure,
                new TellPublication.Drafted(drafted.text(), drafted.method(), drafted.report(), drafted.statement()),
                release);
    }

    private static List<Release.Cell> cells(
            PublicAreas.Made made, List<PublicSeries.Chosen> chosen, CountRelease.Counted counted) {
        List<Release.Cell> cells = new ArrayList<>();
        for (int area = 0; area < made.told().size(); area++) {
            for (int s = 0; s < chosen.size(); s++) {
                cells.add(new Release.Cell(
                        made.told().get(area).id(), chosen.get(s).told().code(), counted.told(area, s)));
            }
        }
        return cells;
    }

    private static Envelope box(PublicAreas.Made made) {
        Envelope box = new Envelope();
        made.told().forEach(area -> area.rings()
                .forEach(polygon -> polygon.get(0).forEach(place -> box.expandToInclude(place[0], place[1]))));
        return box;
    }

    /** What the gate says of a release that it does not let through. */
    CannotPublishException refused(Prepared prepared) {
        List<DisclosureReport.Refusal> refusals = prepared.report().refusals();
        @Nullable Words first = refusals.isEmpty() ? null : refusals.get(0).text();
        Words why = first == null ? new Words("", "") : first;
        return new CannotPublishException("gate", List.of(Say.spoken(why)), refusals);
    }
}
