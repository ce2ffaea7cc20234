package se.lageskarta.service.publications;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.privacy.CellKeys;
import se.lageskarta.geo.privacy.ReleaseCell;
import se.lageskarta.geo.privacy.ReleasePlan;
import se.lageskarta.geo.privacy.ReleaseSeries;
import se.lageskarta.geo.privacy.ReleaseTable;
import se.lageskarta.geo.privacy.ShowRule;
import se.lageskarta.geo.privacy.ToldNumber;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.publicpage.CountClass;
import tools.jackson.databind.json.JsonMapper;

/** Counts what a plan asks for and chooses what may be told beside everything that has ever been published. */
@Component
class CountRelease {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicReleases releases;
    private final NoiseSecrets secret;

    CountRelease(PublicReleases releases, NoiseSecrets secret) {
        this.releases = releases;
        this.secret = secret;
    }

    /**
     * What was counted.
     *
     * @param plan what was asked
     * @param incidents those counted, in the areas' system
     */
    record Counted(ReleasePlan plan, Incidents incidents, ReleaseTable table) {
        /** A class for each series over the whole municipality; null where it would tell. */
        List<@Nullable CountClass> totals() {
            List<@Nullable CountClass> classes = new ArrayList<>();
            for (ReleaseCell total : table.totals()) {
                classes.add(total.isTold() ? CountClass.of((int) total.told()) : null);
            }
            return classes;
        }

        CountClass told(int area, int series) {
            ReleaseCell cell = table.cell(area, series);
            return cell.isTold() ? CountClass.of((int) cell.told()) : CountClass.FEW;
        }

        /** What is published with it for the first time, as it is kept. */
        List<String> numbers() {
            return table.numbers().stream().map(JSON::writeValueAsString).toList();
        }
    }

    Counted of(PublicationPlan plan, Ground.Found ground, PublicAreas.Made areas, List<PublicSeries.Chosen> series) {
        Incidents incidents = incidents(
                ground.question(plan.firstDay(), plan.lastDay()),
                ground,
                series.get(0).types());
        if (incidents.size() == 0) {
            throw new CannotPublishException(
                    "empty", plan.firstDay().toString(), plan.lastDay().toString());
        }
        List<ReleaseSeries> counted = new ArrayList<>();
        counted.add(ReleaseSeries.ALL);
        for (PublicSeries.Chosen each : series.subList(1, series.size())) {
            counted.add(new ReleaseSeries(each.told().code(), List.copyOf(each.types())));
        }
        ReleasePlan wanted = new ReleasePlan(
                areas.areas(),
                ground.dwellings(),
                counted,
                YearMonth.from(plan.firstDay()),
                YearMonth.from(plan.lastDay()),
                ShowRule.DEFAULT,
                true,
                plan.ofPart().needsNoise() ? new CellKeys(secret.get()) : null);
        return new Counted(wanted, incidents, ReleaseTable.compose(wanted, incidents, history()));
    }

    /** Every number ever published, the first first. */
    private List<ToldNumber> history() {
        return releases.numbers().stream()
                .map(json -> JSON.readValue(json, ToldNumber.class))
                .toList();
    }

    /** All in one system; what an address service put on a point of its own because it knew no better has no place. */
    private static Incidents incidents(Question question, Ground.Found ground, Set<String> types) {
        List<Incidents> sets = question.incidents();
        Incidents.Builder all = Incidents.builder(
                ground.crs(), sets.stream().mapToInt(Incidents::size).sum());
        for (Incidents set : sets) {
            DefaultPoints defaults = question.defaultPoints(set.crs());
            boolean here = set.crs().equals(ground.crs());
            if (here) {
                all.shapes(set.shapes());
            }
            double[][] places = here ? new double[][] {set.x(), set.y()} : moved(set, ground);
            for (int row = 0; row < set.size(); row++) {
                if (types.contains(set.type(row))) {
                    boolean lost = defaults.isAt(set.x()[row], set.y()[row])
                            || !Double.isFinite(places[0][row])
                            || !Double.isFinite(places[1][row]);
                    all.add(
                            set.ids()[row],
                            set.dataset(row),
                            lost ? 0 : places[0][row],
                            lost ? 0 : places[1][row],
                            lost ? PlacePrecision.UNKNOWN : set.precision(row),
                            set.fromMinute()[row],
                            set.toMinute()[row],
                            set.type(row),
                            1);
                }
            }
        }
        return all.build();
    }

    private static double[][] moved(Incidents set, Ground.Found ground) {
        double[] x = set.x().clone();
        double[] y = set.y().clone();
        Projection.of(set.crs()).toLonLat(x, y, 0, x.length, x, y);
        Projection.of(ground.crs()).fromLonLat(x, y, 0, x.length, x, y);
        return new double[][] {x, y};
    }
}
