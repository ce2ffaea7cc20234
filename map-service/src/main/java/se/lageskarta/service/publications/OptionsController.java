package se.lageskarta.service.publications;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.service.catalogue.PublicGroup;
import se.lageskarta.service.catalogue.PublicGroups;
import se.lageskarta.service.evidence.Facts;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.walks.PublicWalks;
import se.lageskarta.service.waves.SurveyWave;
import se.lageskarta.service.waves.SurveyWaves;
import se.lageskarta.service.waves.WaveState;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.InBothLanguages;
import se.lageskarta.service.web.Parameters;

/** What can be chosen for a publication, and why other things cannot. */
@RestController
class OptionsController {
    private static final int MOST_YEARS = 15;

    private final CheckChoices choices;
    private final Questions questions;
    private final PublicGroups groups;
    private final PublicMeasures measures;
    private final NearHomes nearHomes;
    private final PublicWalks walks;
    private final SurveyWaves waves;
    private final Ground ground;
    private final PublicAreas areas;
    private final PublicReleases releases;
    private final Say say;
    private final Clock clock;

    OptionsController(
            CheckChoices choices,
            Questions questions,
            PublicGroups groups,
            PublicMeasures measures,
            NearHomes nearHomes,
            PublicWalks walks,
            SurveyWaves waves,
            Ground ground,
            PublicAreas areas,
            PublicReleases releases,
            Say say,
            Clock clock) {
        this.choices = choices;
        this.questions = questions;
        this.groups = groups;
        this.measures = measures;
        this.nearHomes = nearHomes;
        this.walks = walks;
        this.waves = waves;
        this.ground = ground;
        this.areas = areas;
        this.releases = releases;
        this.say = say;
        this.clock = clock.withZone(PrepareRelease.SWEDEN);
    }

    record DatasetLine(
            long id,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean invented) {}

    /** @param whole false when the data do not reach over all of the year */
    record Period(int year, boolean whole, LocalDate from, LocalDate to, List<PublishedPart> published) {}

    record PublishedPart(long id, String slug, LocalDate from, LocalDate to) {}

    record Group(
            String code,
            Words name,
            Words holds,
            List<String> types,
            boolean allowed,
            @Nullable Words why) {}

    record MeasureLine(
            long id,
            String name,
            String status,
            String owner,
            String kind,
            @Nullable LocalDate doneOn,
            @Nullable Integer metresToHome,
            boolean nearHome) {}

    /** @param people who have marked a place; null when too few to be told */
    record WaveLine(
            long id,
            String title,
            LocalDate from,
            LocalDate to,
            @Nullable Integer people) {}

    record Addresses(int homes, long households) {}

    /** @param since null before the first release */
    record Areas(int count, @Nullable LocalDate since) {}

    record Options(
            List<DatasetLine> datasets,
            List<Long> chosen,
            List<Period> periods,
            List<String> parts,
            List<Group> groups,
            int mostGroups,
            List<MeasureLine> measures,
            List<PublicWalks.Line> walks,
            List<WaveLine> surveyWaves,
            @Nullable Addresses addresses,
            TellPublication.@Nullable Problem problem,
            @Nullable Areas areas) {}

    @GetMapping("/api/publications/options")
    ResponseEntity<Options> options(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("datasets"));
        List<Long> chosen = choices.datasets(List.copyOf(parameters.ids("datasets")));
        Question all = questions.of(Parameters.none());
        List<DatasetLine> datasets = all.facts().datasets().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS && questions.mayRead(Set.of(dataset.id())))
                .map(OptionsController::line)
                .toList();
        Addresses addresses = null;
        Areas made = null;
        TellPublication.Problem problem = null;
        try {
            Ground.Found found = ground.of(chosen);
            Dwellings dwellings = found.dwellings();
            addresses = new Addresses(dwellings.size(), dwellings.total());
            PublicAreas.Made known = areas.of(found, false);
            made = new Areas(known.told().size(), known.since());
        } catch (CannotPublishException cannot) {
            problem = new TellPublication.Problem(cannot.code(), cannot.words(say), "#import");
        }
        Options options = new Options(
                datasets,
                chosen,
                periods(datasets, chosen),
                PublicPart.CODES,
                groups.all().stream().map(this::group).toList(),
                PublicationPlan.MOST_GROUPS,
                measures.approved().stream().map(this::line).toList(),
                walks.all(),
                waves.all().stream()
                        .filter(wave -> wave.state() != WaveState.DRAFT)
                        .map(wave -> line(wave, all.facts()))
                        .toList(),
                addresses,
                problem,
                made);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(options);
    }

    private static DatasetLine line(Dataset dataset) {
        LocalDate from = dataset.terms().coversFrom();
        LocalDate to = dataset.terms().coversTo();
        return new DatasetLine(
                dataset.id(),
                dataset.name(),
                from == null ? dataset.extent().firstDay() : from,
                to == null ? dataset.extent().lastDay() : to,
                dataset.invented());
    }

    /** Calendar years that are over and touched by the data, the latest first. */
    private List<Period> periods(List<DatasetLine> datasets, List<Long> chosen) {
        List<DatasetLine> counted = datasets.stream()
                .filter(dataset -> chosen.contains(dataset.id()) && dataset.from() != null && dataset.to() != null)
                .toList();
        List<Period> periods = new ArrayList<>();
        int thisYear = LocalDate.now(clock).getYear();
        for (int year = thisYear; year > thisYear - MOST_YEARS; year--) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            boolean touched = counted.stream().anyMatch(each -> meets(each, first, last));
            if (touched) {
                boolean whole = counted.stream().allMatch(each -> holds(each, first, last));
                periods.add(new Period(year, whole, first, last, published(first, last)));
            }
        }
        return periods;
    }

    private static boolean meets(DatasetLine dataset, LocalDate first, LocalDate last) {
        LocalDate from = dataset.from();
        LocalDate to = dataset.to();
        return from != null && to != null && !from.isAfter(last) && !to.isBefore(first);
    }

    /** Data rarely have an incident on the first and last day: a fortnight may be missing at either end. */
    private static boolean holds(DatasetLine dataset, LocalDate first, LocalDate last) {
        LocalDate from = dataset.from();
        LocalDate to = dataset.to();
        return from != null && to != null && !from.isAfter(first.plusDays(14)) && !to.isBefore(last.minusDays(14));
    }

    private List<PublishedPart> published(LocalDate first, LocalDate last) {
        return releases.all().stream()
                .filter(release -> !release.firstDay().isBefore(first)
                        && !release.lastDay().isAfter(last))
                .map(release -> new PublishedPart(release.id(), release.slug(), release.firstDay(), release.lastDay()))
                .toList();
    }

    private Group group(PublicGroup group) {
        InBothLanguages why = group.allowed() ? null : choices.why(group);
        return new Group(
                group.code(),
                new Words(group.nameSv(), group.nameEn()),
                new Words(group.holdsSv(), group.holdsEn()),
                group.types(),
                group.allowed(),
                why == null ? null : new Words(why.swedish(), why.english()));
    }

    private static WaveLine line(SurveyWave wave, Facts facts) {
        Long dataset = wave.datasetId();
        int people = dataset == null ? 0 : BesideNumbers.people(facts, dataset);
        return new WaveLine(
                wave.id(),
                wave.title(),
                wave.opensOn(),
                wave.closesOn(),
                people < CountClass.FROM_5.least() ? null : people);
    }

    private MeasureLine line(Measure measure) {
        OptionalInt metres = nearHomes.metres(measure.shape());
        return new MeasureLine(
                measure.id(),
                measure.title(),
                measure.status().code(),
                measure.owner(),
                measure.code(),
                measure.doneOn(),
                metres.isPresent() ? metres.getAsInt() : null,
                metres.isPresent() && metres.getAsInt() < NearHomes.METRES);
    }
}
