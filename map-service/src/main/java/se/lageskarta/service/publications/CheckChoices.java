package se.lageskarta.service.publications;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.PublicGroup;
import se.lageskarta.service.catalogue.PublicGroups;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.walks.PublicWalks;
import se.lageskarta.service.waves.SurveyWaves;
import se.lageskarta.service.web.InBothLanguages;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.Texts;

/** Refuses what may not be chosen for a release, with the reason. */
@Component
class CheckChoices {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Publications publications;
    private final PublicGroups groups;
    private final PublicMeasures measures;
    private final PublicWalks walks;
    private final SurveyWaves waves;
    private final Questions questions;
    private final Texts texts;
    private final Clock clock;

    CheckChoices(
            Publications publications,
            PublicGroups groups,
            PublicMeasures measures,
            PublicWalks walks,
            SurveyWaves waves,
            Questions questions,
            Texts texts,
            Clock clock) {
        this.publications = publications;
        this.groups = groups;
        this.measures = measures;
        this.walks = walks;
        this.waves = waves;
        this.questions = questions;
        this.texts = texts;
        this.clock = clock.withZone(SWEDEN);
    }

    /**
     * The plan with its datasets named, so that it is about the same ones whoever opens it.
     *
     * @param id the publication's number; 0 for a new one
     * @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once
     */
    PublicationPlan checked(PublicationPlan plan, long id) {
        Written written = new Written();
        if (publications.isTaken(plan.slug(), id)) {
            written.fault("slug", plan.slug(), "publication.slug-taken");
        }
        LocalDate today = LocalDate.now(clock);
        if (!plan.lastDay().isBefore(today)) {
            written.fault(
                    "year",
                    "" + plan.year(),
                    "publication.running",
                    plan.lastDay().toString());
        }
        checkGroups(plan.groups(), written);
        for (int i = 0; i < plan.measures().size(); i++) {
            long measure = plan.measures().get(i).number();
            if (measures.find(measure).isEmpty()) {
                written.fault("measures[" + i + "].id", "" + measure, "publication.measure");
            }
        }
        checkNumbers("walks", plan.walks(), wanted -> walks.find(wanted).isPresent(), written);
        checkNumbers(
                "surveyWaves", plan.surveyWaves(), wanted -> waves.find(wanted).isPresent(), written);
        List<Long> datasets = datasets(plan.datasets());
        if (datasets.isEmpty()) {
            written.fault("datasets", "", "publication.no-incidents");
        }
        written.refuseFaults();
        return plan.withDatasets(datasets);
    }

    private void checkGroups(List<String> chosen, Written written) {
        for (String code : chosen) {
            PublicGroup group = groups.find(code).orElse(null);
            if (group == null) {
                List<String> known = groups.all().stream()
                        .filter(PublicGroup::allowed)
                        .map(PublicGroup::code)
                        .toList();
                written.fault("groups", code, "written.word", String.join(", ", known));
            } else if (!group.allowed()) {
                written.fault("groups", code, "publication.group", why(group));
            }
        }
    }

    /** Why a group is never a series of its own. */
    InBothLanguages why(PublicGroup group) {
        String key = "publication.refused." + group.refused();
        return new InBothLanguages(texts.of(key, Texts.SWEDISH), texts.of(key, Texts.ENGLISH));
    }

    /** The incidents' datasets among those named, or of the newest group when none is named. */
    List<Long> datasets(List<Long> named) {
        String list = String.join(",", named.stream().map(String::valueOf).toList());
        Map<String, String[]> sent = Map.of("datasets", new String[] {list});
        Question question = questions.of(Parameters.of(sent, Set.of("datasets")));
        return question.datasets().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                .map(Dataset::id)
                .toList();
    }

    private static void checkNumbers(
            String field, List<Long> chosen, java.util.function.LongPredicate known, Written written) {
        for (int i = 0; i < chosen.size(); i++) {
            if (!known.test(chosen.get(i))) {
                written.fault(field + "[" + i + "]", "" + chosen.get(i), "publication.gone");
            }
        }
    }
}
