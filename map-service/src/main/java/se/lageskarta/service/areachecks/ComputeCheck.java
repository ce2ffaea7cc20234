package se.lageskarta.service.areachecks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.followups.DataMonths;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Sha256;

/** Carries out a check: chooses town and period, has the numbers told, and puts the answer together. */
@Component
class ComputeCheck {
    private static final String OTHER = "D";

    private final Evidence evidence;
    private final PlannerAreaSets sets;
    private final TellNumbers telling;
    private final IncidentTypes types;
    private final PlaceSurroundings surroundings;

    ComputeCheck(
            Evidence evidence,
            PlannerAreaSets sets,
            TellNumbers telling,
            IncidentTypes types,
            PlaceSurroundings surroundings) {
        this.evidence = evidence;
        this.sets = sets;
        this.telling = telling;
        this.types = types;
        this.surroundings = surroundings;
    }

    /** A drawn area with the planner areas it lies in. */
    record Drawn(String which, AreaShape shape, List<Integer> touched) {}

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 when nothing can be told of the place */
    CheckAnswer of(AskedCheck asked) {
        Town town = Town.around(evidence.now(), asked.area().degrees());
        if (town == null) {
            throw AreaShape.refused("area", "", "areacheck.no-data");
        }
        PlannerAreas areas = sets.of(town);
        List<Drawn> drawn = new ArrayList<>();
        drawn.add(drawn("area", asked.area(), asked.buffer(), areas));
        AreaShape other = asked.alternative();
        if (other != null) {
            drawn.add(drawn("alternative", other, asked.buffer(), areas));
        }
        DataMonths covered = DataMonths.of(town.question(null, null));
        if (covered == null) {
            throw AreaShape.refused("area", "", "areacheck.no-data");
        }
        WantedPeriod wanted = WantedPeriod.of(asked.from(), asked.to(), covered);
        ToldNumbers numbers = telling.locked(areas, () -> numbers(town, areas, drawn, wanted));
        List<CheckAnswer.Side> sides = new ArrayList<>();
        Names names = new Names(types.classes());
        for (Drawn one : drawn) {
            SideNumbers side = new SideNumbers(one, areas, numbers, names);
            sides.add(side.with(surroundings.of(one, asked.buffer(), town, areas, numbers)));
        }
        return answer(asked, town, areas, numbers, sides);
    }

    private static Drawn drawn(String which, AreaShape shape, int buffer, PlannerAreas areas) {
        List<Integer> touched = areas.touchedBy(shape.widened(buffer));
        if (areas.touchedBy(shape.degrees()).isEmpty()) {
            throw AreaShape.refused(which, "", "areacheck.outside");
        }
        return new Drawn(which, shape, touched);
    }

    private ToldNumbers numbers(Town town, PlannerAreas areas, List<Drawn> drawn, WantedPeriod wanted) {
        SortedSet<Long> datasets = town.incidentDatasets();
        Block.Cover cover = Block.covering(wanted.from(), wanted.to(), datasets, telling.blocks(areas));
        Question question = town.question(cover.from().atDay(1), cover.to().atEndOfMonth());
        Counted counted = Counted.of(question.placedIncidents(), areas, this::groupOf);
        SortedSet<Integer> touched =
                drawn.stream().flatMap(one -> one.touched().stream()).collect(Collectors.toCollection(TreeSet::new));
        TellNumbers.Answer told = telling.tell(areas, List.copyOf(touched), cover.blocks(), counted);
        Counted shown = counted.within(large(counted, areas));
        Block period = new Block(cover.from(), cover.to(), datasets);
        Map<Integer, Pattern> patterns = areas.neighbourhoodsOf(List.copyOf(touched)).stream()
                .collect(Collectors.toMap(
                        each -> each,
                        each -> telling.pattern(
                                areas,
                                each,
                                period,
                                () -> Patterns.of(
                                        shown.within(new TreeSet<>(areas.membersOf(each))),
                                        cover.from(),
                                        cover.to()))));
        return new ToldNumbers(question, cover, wanted, told, patterns, Municipality.of(counted, shown, areas, cover));
    }

    private static SortedSet<Integer> large(Counted counted, PlannerAreas areas) {
        int[] counts = counted.perArea(areas.size());
        SortedSet<Integer> large = new TreeSet<>();
        for (int area = 0; area < counts.length; area++) {
            if (counts[area] >= Told.LEAST) {
                large.add(area);
            }
        }
        return large;
    }

    private String groupOf(String type) {
        return types.find(type).map(IncidentType::typeClass).orElse(OTHER);
    }

    private static CheckAnswer answer(
            AskedCheck asked, Town town, PlannerAreas areas, ToldNumbers numbers, List<CheckAnswer.Side> sides) {
        AreaShape other = asked.alternative();
        List<CheckAnswer.Source> sources = town.datasets().stream()
                .map(dataset -> new CheckAnswer.Source(dataset.id(), dataset.name(), dataset.revision()))
                .toList();
        CheckAnswer.Period period = new CheckAnswer.Period(
                numbers.cover().from().atDay(1), numbers.cover().to().atEndOfMonth(), numbers.periodNote());
        String key = numbers.question().key() + "|" + areas.id() + "|" + Version.current();
        return new CheckAnswer(
                asked.stage(),
                asked.buffer(),
                ShapeJson.of(asked.area().degrees()),
                why(asked.area()),
                other == null ? null : ShapeJson.of(other.degrees()),
                new CheckAnswer.DataVersion(
                        sources, Sha256.of(key.getBytes(StandardCharsets.UTF_8)), areas.id(), Version.current()),
                period,
                town.invented(),
                sides,
                new Sentences(sides, numbers).both(),
                Methods.of(areas));
    }

    private static @Nullable Plain why(AreaShape shape) {
        AreaShape.Repaired repaired = shape.repaired();
        return repaired == null ? null : repaired.why();
    }
}
