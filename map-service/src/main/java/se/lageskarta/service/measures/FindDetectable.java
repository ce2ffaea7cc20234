package se.lageskarta.service.measures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.MinimumDetectable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.evidence.DatasetGroup;
import se.lageskarta.service.evidence.DatasetGroups;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Detectable.Test;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.web.Parameters;

/**
 * Counts what has happened at a place and says how small a reduction there could be shown, before anybody promises one. The
 * months are the last whole ones of the data; the comparison is the rest of the same data, farther away than trouble that
 * moves around the corner. O(incidents of the types and months) for a question.
 */
@Component
class FindDetectable {
    /** As far as the published table goes; a larger comparison area adds little. */
    private static final double MOST_TIMES = 10;
    /** With more before, reductions of some per cent show; the count is not worth seconds. */
    private static final int MOST_BEFORE = 1_000;
    /** What moves goes no farther at first (POP guide 10: one or two blocks). */
    private static final double LEAST_GAP_METRES = 200;

    private static final int KEPT = 2_000;
    private static final int PER_TIMES = 10;

    private record Asked(int before, long timesTenths, double variance) {}

    private final Evidence evidence;
    private final Questions questions;
    private final Cache<Asked, OptionalDouble> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    FindDetectable(Evidence evidence, Questions questions) {
        this.evidence = evidence;
        this.questions = questions;
    }

    /** About the data of the place's own group that the person being answered may see. */
    Detectable at(DetectableQuestion asked) {
        Question all = questionAt(asked);
        LocalDate to = lastWholeMonth(all);
        if (to == null) {
            return answer(asked, null, null, 0, 0, false);
        }
        LocalDate from = to.plusDays(1).minusMonths(asked.months());
        Question question = new Question(all.facts(), all.datasets(), from, to, all.types(), all.stream());
        long here = 0;
        long elsewhere = 0;
        for (Incidents set : question.placedIncidents()) {
            Projection projection = Projection.of(set.crs());
            Geometry target =
                    ProjectedGeometry.fromLonLat(asked.place(), projection).buffer(asked.withinMetres());
            Geometry near = target.buffer(Math.max(LEAST_GAP_METRES, 2 * asked.withinMetres()));
            PreparedGeometry inside = PreparedGeometryFactory.prepare(target);
            PreparedGeometry around = PreparedGeometryFactory.prepare(near);
            for (int row = 0; row < set.size(); row++) {
                Coordinate place = new Coordinate(set.x()[row], set.y()[row]);
                if (!near.getEnvelopeInternal().contains(place)) {
                    elsewhere++;
                    continue;
                }
                Geometry point = target.getFactory().createPoint(place);
                here += inside.covers(point) ? 1 : 0;
                elsewhere += around.covers(point) ? 0 : 1;
            }
        }
        return answer(asked, from, to, (int) here, elsewhere, question.invented());
    }

    private Detectable answer(
            DetectableQuestion asked,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int count,
            long elsewhere,
            boolean invented) {
        double times = count == 0 ? 0 : Math.min(MOST_TIMES, (double) elsewhere / count);
        List<Test> tests = List.of(
                new Test("poisson", 1, percent(count, times, 1)),
                new Test("observed", 1.3, percent(count, times, 1.3)),
                new Test("cautious", 2, percent(count, times, 2)));
        boolean few = count < Detectable.FEW || tests.get(0).percent() == null;
        return new Detectable(
                from,
                to,
                asked.months(),
                asked.withinMetres(),
                count,
                elsewhere,
                times,
                tests,
                few ? "process" : "incidents",
                invented);
    }

    private @Nullable Integer percent(int count, double times, double variance) {
        long tenths = Math.round(times * PER_TIMES);
        if (count == 0 || tenths == 0) {
            return null;
        }
        OptionalDouble smallest = Objects.requireNonNull(kept.get(
                new Asked(Math.min(count, MOST_BEFORE), tenths, variance),
                key -> MinimumDetectable.reduction(
                        key.before(), (double) key.timesTenths() / PER_TIMES, key.variance())));
        return smallest.isEmpty() ? null : (int) Math.round(100 * smallest.getAsDouble());
    }

    private Question questionAt(DetectableQuestion asked) {
        Coordinate middle = asked.place().getCentroid().getCoordinate();
        Person person = Person.current();
        Set<String> roles = person == null
                ? Set.of()
                : person.roles().stream().map(Role::code).collect(Collectors.toSet());
        List<Dataset> visible = evidence.now().datasets().stream()
                .filter(dataset -> dataset.terms().letsSee(roles))
                .toList();
        Optional<DatasetGroup> here = DatasetGroups.of(visible).groups().stream()
                .filter(group -> group.bounds() != null && group.bounds().contains(middle.getX(), middle.getY()))
                .findFirst();
        Map<String, String[]> sent = new java.util.HashMap<>();
        here.ifPresent(group -> sent.put("datasets", new String[] {
            group.datasets().stream().map(dataset -> "" + dataset.id()).collect(Collectors.joining(","))
        }));
        sent.put("types", new String[] {String.join(",", asked.types())});
        return questions.of(Parameters.of(sent, Questions.PARAMETERS));
    }

    /** The last day of the last month that the data cover wholly; null when they have no days. */
    private static @Nullable LocalDate lastWholeMonth(Question question) {
        LocalDate last = question.datasets().stream()
                .map(dataset -> dataset.extent().lastDay())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (last == null) {
            return null;
        }
        YearMonth month = YearMonth.from(last);
        return last.equals(month.atEndOfMonth()) ? last : month.minusMonths(1).atEndOfMonth();
    }
}
