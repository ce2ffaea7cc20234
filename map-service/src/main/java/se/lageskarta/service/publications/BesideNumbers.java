package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Facts;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.walks.PublicWalks;
import se.lageskarta.service.waves.SurveyWave;
import se.lageskarta.service.waves.SurveyWaves;

/** What a release tells beside the counted incidents: what people feel, measures and safety walks. */
@Component
class BesideNumbers {
    /** Five decimals of a degree are a metre. */
    private static final double DECIMALS = 1e5;

    private final PublicMeasures measures;
    private final PublicWalks walks;
    private final SurveyWaves waves;

    BesideNumbers(PublicMeasures measures, PublicWalks walks, SurveyWaves waves) {
        this.measures = measures;
        this.walks = walks;
        this.waves = waves;
    }

    record Told(List<Release.Perceived> perceived, List<Release.Measure> measures, List<Release.Walk> walks) {}

    Told of(PublicationPlan plan, Ground.Found ground, PublicAreas.Made areas) {
        return new Told(perceived(plan, ground, areas), measures(plan, areas), walks(plan));
    }

    /** True when a measure that is told of is made up. */
    boolean invented(PublicationPlan plan) {
        return plan.measures().stream()
                .anyMatch(told ->
                        measures.find(told.number()).filter(Measure::invented).isPresent());
    }

    /** Changes when any of it does. */
    String revision(PublicationPlan plan) {
        StringBuilder revision = new StringBuilder();
        plan.measures().forEach(told -> measures.find(told.number())
                .ifPresent(measure -> revision.append(measure.version()).append(' ')));
        revision.append('|');
        walks(plan).forEach(revision::append);
        plan.surveyWaves().forEach(id -> waves.find(id).ifPresent(wave -> revision.append(wave.version())));
        return revision.toString();
    }

    /** People, not clicks: a person counts once in an area. Every area is listed, so that none tells by being left out. */
    private List<Release.Perceived> perceived(PublicationPlan plan, Ground.Found ground, PublicAreas.Made areas) {
        Set<Long> datasets = new HashSet<>();
        for (long id : plan.surveyWaves()) {
            waves.find(id).map(SurveyWave::datasetId).ifPresent(datasets::add);
        }
        if (datasets.isEmpty()) {
            return List.of();
        }
        List<Set<List<Long>>> unsafe = new ArrayList<>();
        List<Set<List<Long>>> safe = new ArrayList<>();
        for (int i = 0; i < areas.told().size(); i++) {
            unsafe.add(new HashSet<>());
            safe.add(new HashSet<>());
        }
        for (UnsafePlaces set : ground.facts().unsafePlaces()) {
            for (UnsafePlace mark : set.marks()) {
                int area = datasets.contains(mark.datasetId()) ? areaOf(mark, set, areas.areas()) : ReleaseAreas.NONE;
                if (area != ReleaseAreas.NONE) {
                    (mark.safe() ? safe : unsafe).get(area).add(person(mark));
                }
            }
        }
        List<Release.Perceived> perceived = new ArrayList<>();
        for (int i = 0; i < areas.told().size(); i++) {
            perceived.add(new Release.Perceived(
                    areas.told().get(i).id(),
                    CountClass.of(unsafe.get(i).size()),
                    CountClass.of(safe.get(i).size())));
        }
        return perceived;
    }

    /** How many people have marked something in a dataset. */
    static int people(Facts facts, long dataset) {
        Set<List<Long>> people = new HashSet<>();
        for (UnsafePlaces set : facts.unsafePlaces()) {
            for (UnsafePlace mark : set.marks()) {
                if (mark.datasetId() == dataset) {
                    people.add(person(mark));
                }
            }
        }
        return people.size();
    }

    /** Where a file tells no person each mark is its own. */
    private static List<Long> person(UnsafePlace mark) {
        return List.of(mark.datasetId(), mark.respondent() != 0 ? mark.respondent() : -1 - mark.id());
    }

    private static int areaOf(UnsafePlace mark, UnsafePlaces set, ReleaseAreas areas) {
        if (set.crs().equals(areas.crs())) {
            return areas.areaAt(mark.x(), mark.y());
        }
        double[] x = {mark.x()};
        double[] y = {mark.y()};
        Projection.of(set.crs()).toLonLat(x, y, 0, 1, x, y);
        Projection.of(areas.crs()).fromLonLat(x, y, 0, 1, x, y);
        return areas.areaAt(x[0], y[0]);
    }

    private List<Release.Measure> measures(PublicationPlan plan, PublicAreas.Made areas) {
        Projection projection = Projection.of(areas.areas().crs());
        List<Release.Measure> told = new ArrayList<>();
        for (ToldMeasure wanted : plan.measures()) {
            Optional<Measure> found = measures.find(wanted.number());
            found.ifPresent(measure -> told.add(measure(wanted, measure, areas, projection)));
        }
        return told;
    }

    private static Release.Measure measure(
            ToldMeasure wanted, Measure measure, PublicAreas.Made areas, Projection projection) {
        Coordinate middle = measure.shape().getInteriorPoint().getCoordinate();
        double[] metres = projection.fromLonLat(middle.getX(), middle.getY());
        int area = areas.areas().areaAt(metres[0], metres[1]);
        double[] place = {
            Math.round(middle.getX() * DECIMALS) / DECIMALS, Math.round(middle.getY() * DECIMALS) / DECIMALS
        };
        return new Release.Measure(
                measure.title(),
                measure.status().code(),
                wanted.words(),
                area == ReleaseAreas.NONE ? null : areas.told().get(area).id(),
                wanted.showsPlace() ? place : null,
                measure.doneOn());
    }

    private List<Release.Walk> walks(PublicationPlan plan) {
        List<Release.Walk> told = new ArrayList<>();
        for (long id : plan.walks()) {
            walks.find(id)
                    .ifPresent(walk -> told.add(new Release.Walk(
                            walk.title(), walk.day(), walk.findings(), walk.mended(), WriteRelease.protocolPath(id))));
        }
        return told;
    }
}
