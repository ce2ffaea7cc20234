package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.StudyArea;
import se.lageskarta.geo.survey.UnsafePlaces;

class GiStarAnalysisTest {
    private static final GiStarAnalysis GI_STAR = new GiStarAnalysis();

    @Test
    void shows_far_fewer_squares_than_the_normal_curve_and_says_so() {
        AnalysisResult result = run(MadeUpTown.during(null, null, null), Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        int hot = (int) result.figures().get("hotCells");
        assertThat(hot).isPositive().isLessThan((int) result.figures().get("hotCellsByNormalP"));
        assertThat(result.headline().sv()).startsWith(hot + " rutor är säkra hotspots (falskt larm högst 5 %)");
        assertThat(result.excluded()).hasToString("[Count[code=place-municipality, count=57]]");
    }

    @Test
    void hot_squares_lie_in_the_towns_where_hotspots_were_planted() {
        AnalysisResult result = run(MadeUpTown.during(null, null, null), Map.of());
        int hot = 0;
        for (int i = 0; i < result.places().table().size(); i++) {
            Object[] row = result.places().table().row().apply(i);
            if (row[0].toString().startsWith("hot")) {
                hot++;
                Geometry square = result.places().geometry().apply(i);
                assertThat(square.getArea()).isEqualTo(250.0 * 250);
                assertThat((double) row[1] + (double) row[2]).isGreaterThanOrEqualTo(5);
                assertThat((double) row[5]).isLessThanOrEqualTo(0.1);
            }
        }
        assertThat(hot).isPositive();
    }

    @Test
    void the_same_question_gives_the_same_answer_and_permutations_agree_with_the_exact_way() {
        AnalysisQuestion question = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null);
        Map<String, String> shuffled = Map.of("significance", "permutation", "permutations", "1999");
        AnalysisResult first = run(question, shuffled);
        AnalysisResult again = run(question, shuffled);
        AnalysisResult exact = run(question, Map.of());
        assertThat(exact.figures()).containsKey("hotCells");
        for (int i = 0; i < first.places().table().size(); i++) {
            assertThat(again.places().table().row().apply(i))
                    .containsExactly(first.places().table().row().apply(i));
        }
        assertThat(GI_STAR.effort(question, Chosen.of(GI_STAR, shuffled)))
                .isGreaterThan(GI_STAR.effort(question, Chosen.of(GI_STAR, Map.of("significance", "normal"))));
    }

    @Test
    void incidents_without_any_pattern_give_hardly_ever_a_hot_square() {
        SplittableRandom random = new SplittableRandom(3);
        int falseAlarms = 0;
        for (int round = 0; round < 40; round++) {
            Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, 400);
            for (int i = 0; i < 400; i++) {
                town.add(
                        i,
                        1,
                        400_000 + random.nextDouble() * 5000,
                        6_400_000 + random.nextDouble() * 5000,
                        PlacePrecision.ADDRESS,
                        i,
                        i + 1,
                        "SKA",
                        1);
            }
            AnalysisResult result = run(
                    AnalysisQuestion.of(town.build(), new UnsafePlaces(Crs.SWEREF99_TM, java.util.List.of())),
                    Map.of());
            falseAlarms += (int) result.figures().get("hotCells") > 0 ? 1 : 0;
        }
        assertThat(falseAlarms).isLessThanOrEqualTo(5);
    }

    @Test
    void one_bad_address_far_away_does_not_stretch_the_grid() {
        AnalysisQuestion town = MadeUpTown.during(null, null, null);
        Incidents.Builder more = Incidents.builder(Crs.SWEREF99_TM, 3000);
        Incidents all = town.incidents();
        for (int i = 0; i < all.size(); i++) {
            more.add(i, 1, all.x()[i], all.y()[i], all.precision(i), all.fromMinute()[i], all.toMinute()[i], "A", 1);
        }
        more.add(9999, 1, 700_000, 7_300_000, PlacePrecision.ADDRESS, 0, 1, "A", 1);
        AnalysisResult before = run(town, Map.of());
        AnalysisResult after = run(AnalysisQuestion.of(more.build(), town.marks()), Map.of());
        assertThat(after.figures().get("cells")).isEqualTo(before.figures().get("cells"));
        assertThat(after.figures().get("classes")).isEqualTo(before.figures().get("classes"));
        assertThat(after.advice()).anyMatch(each -> each.en().startsWith("1 incidents lie far"));
    }

    @Test
    void where_counts_are_great_it_shuffles_and_where_that_takes_too_long_it_says_that_it_does_not() {
        double[] great =
                new SplittableRandom(1).doubles(2_500, 0, 1e6).map(Math::rint).toArray();
        GridNeighbours few = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 100, 50, 50)), CellShape.QUEEN);
        Chosen nothing = Chosen.of(GI_STAR, Map.of());
        assertThat(CellTails.Way.of(few, great, nothing)).isEqualTo(new CellTails.Way("permutation", 9_999));
        double[] many =
                new SplittableRandom(1).doubles(40_000, 0, 1e6).map(Math::rint).toArray();
        GridNeighbours wide = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 100, 200, 200)), CellShape.disc(5));
        assertThat(CellTails.Way.of(wide, many, nothing).word()).isEqualTo("normal");
        Chosen chosen = Chosen.of(GI_STAR, Map.of("permutations", "199"));
        assertThat(CellTails.Way.of(wide, many, chosen)).isEqualTo(new CellTails.Way("permutation", 199));
        GiStar gi = GiStar.of(few, great);
        CellTails tails = CellTails.of(few, great, gi.z(), new CellTails.Way("normal", 999), 1, () -> false);
        for (int i = 0; i < great.length; i++) {
            assertThat(2 * Math.min(tails.high()[i], tails.low()[i])).isCloseTo(gi.p()[i], within(1e-12));
        }
    }

    @Test
    void few_incidents_are_too_few() {
        AnalysisQuestion week = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 7), null);
        assertThat(GI_STAR.suits(week).level()).isEqualTo(Suits.Level.TOO_FEW);
        AnalysisResult result = run(week, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(result.places()).isNull();
    }

    @Test
    void the_settled_part_inside_the_boundary_is_the_area_unless_the_whole_is_chosen() {
        Geometry box = Places.square(380_000, 6_435_000, 10_000);
        AnalysisQuestion question = MadeUpTown.during(null, null, box);
        AnalysisResult whole = run(question, Map.of("cell", "500", "area", "boundary"));
        assertThat(whole.figures().get("cells")).isEqualTo(400);
        AnalysisResult settled = run(question, Map.of("cell", "500"));
        assertThat((Integer) settled.figures().get("cells")).isBetween(30, 399);
        assertThat(Arrays.asList("boundary", "settled"))
                .containsExactly((String) parameter(whole, "area"), (String) parameter(settled, "area"));
        ResultPlaces squares = settled.places();
        assertThat(IntStream.range(0, squares.table().size()).mapToObj(squares.geometry()))
                .allMatch(square -> box.covers(square.getCentroid()));
    }

    private static Object parameter(AnalysisResult result, String name) {
        return result.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static AnalysisResult run(AnalysisQuestion question, Map<String, String> chosen) {
        return GI_STAR.run(question, Chosen.of(GI_STAR, chosen), () -> false);
    }
}
