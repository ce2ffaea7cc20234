package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;

/** The published numbers of evaluations, and what may be said of them. */
class EffectTest {
    private static final BeforeAfter TARGET = new BeforeAfter(207, 110);
    private static final BeforeAfter COMPARISON = new BeforeAfter(308, 318);
    private static final BeforeAfter NEXT_DOOR = new BeforeAfter(178, 157);
    private static final BeforeAfter NEXT_COMPARISON = new BeforeAfter(150, 140);

    @Test
    void relative_effect_of_wheeler_and_ratcliffes_example() {
        RelativeEffect effect = RelativeEffect.of(TARGET, COMPARISON, Scatter.POISSON);
        assertThat(effect.ratio()).isCloseTo(1.942916, within(1e-6));
        assertThat(Math.log(effect.ratio())).isCloseTo(0.664190, within(1e-6));
        assertThat(effect.variance()).isCloseTo(0.0203132, within(1e-7));
        assertThat(Math.sqrt(effect.variance())).isCloseTo(0.142525, within(1e-6));
        assertThat(effect.low()).isCloseTo(1.4694, within(1e-4));
        assertThat(effect.high()).isCloseTo(2.5690, within(1e-4));
        assertThat(effect.z()).isCloseTo(4.6602, within(1e-4));
        assertThat(effect.reduction()).isCloseTo(0.485, within(5e-4));
        assertThat(effect.verdict(TARGET, COMPARISON)).isEqualTo(Verdict.DECREASE);
        assertThat(effect.halfAdded()).isFalse();
    }

    @Test
    void more_scatter_makes_a_wider_interval() {
        RelativeEffect byMean = RelativeEffect.of(TARGET, COMPARISON, Scatter.VARIANCE_BY_MEAN);
        assertThat(byMean.variance()).isCloseTo(0.0275759, within(1e-7));
        assertThat(byMean.low()).isCloseTo(1.4031, within(1e-4));
        assertThat(byMean.high()).isCloseTo(2.6903, within(1e-4));
        RelativeEffect twice = RelativeEffect.of(TARGET, COMPARISON, Scatter.DOUBLE);
        assertThat(twice.low()).isCloseTo(1.3088, within(1e-4));
        assertThat(twice.high()).isCloseTo(2.8842, within(1e-4));
    }

    @Test
    void relative_effect_of_cameras_in_burnley() {
        RelativeEffect effect =
                RelativeEffect.of(new BeforeAfter(1805, 1410), new BeforeAfter(6242, 6180), Scatter.POISSON);
        assertThat(effect.ratio()).isCloseTo(1.2674, within(1e-4));
        assertThat(effect.variance()).isCloseTo(0.00158525, within(1e-8));
        assertThat(effect.low()).isCloseTo(1.1723, within(1e-4));
        assertThat(effect.high()).isCloseTo(1.3703, within(1e-4));
        assertThat(effect.z()).isCloseTo(5.95, within(5e-3));
        assertThat(effect.reduction()).isCloseTo(0.211, within(5e-4));
    }

    @Test
    void a_zero_gets_a_half_and_says_so() {
        BeforeAfter gone = new BeforeAfter(12, 0);
        BeforeAfter same = new BeforeAfter(40, 40);
        RelativeEffect effect = RelativeEffect.of(gone, same, Scatter.POISSON);
        assertThat(effect.halfAdded()).isTrue();
        assertThat(effect.ratio()).isCloseTo(12.5 / 0.5, within(1e-12));
        assertThat(effect.verdict(gone, same)).isEqualTo(Verdict.DECREASE);
    }

    @Test
    void an_interval_that_holds_no_change_is_no_sure_change_and_few_are_too_few() {
        BeforeAfter target = new BeforeAfter(20, 14);
        BeforeAfter comparison = new BeforeAfter(100, 100);
        RelativeEffect effect = RelativeEffect.of(target, comparison, Scatter.POISSON);
        assertThat(effect.ratio()).isGreaterThan(1.3);
        assertThat(effect.verdict(target, comparison)).isEqualTo(Verdict.NO_SURE_CHANGE);
        BeforeAfter few = new BeforeAfter(4, 0);
        assertThat(RelativeEffect.of(few, comparison, Scatter.POISSON).verdict(few, comparison))
                .isEqualTo(Verdict.TOO_FEW);
        BeforeAfter more = new BeforeAfter(20, 60);
        assertThat(RelativeEffect.of(more, comparison, Scatter.POISSON).verdict(more, comparison))
                .isEqualTo(Verdict.INCREASE);
        assertThat(Verdict.NO_SURE_CHANGE.code()).isEqualTo("no-sure-change");
    }

    @Test
    void displacement_quotient_of_the_example_is_diffusion_of_benefit() {
        Displacement found = Displacement.of(TARGET, COMPARISON, NEXT_DOOR);
        assertThat(found.grossEffect()).isEqualTo(97);
        assertThat(found.netEffect()).isCloseTo(0.326166, within(1e-6));
        assertThat(found.successMeasure()).isCloseTo(-0.3261660, within(1e-7));
        assertThat(found.quotient() * found.successMeasure()).isCloseTo(-0.0842114, within(1e-7));
        assertThat(found.quotient()).isCloseTo(0.258186, within(1e-6));
        assertThat(found.totalNetEffect()).isCloseTo(130.5, within(0.05));
        assertThat(found.meaning()).isEqualTo("diffusion");
    }

    @Test
    void without_success_or_with_a_zero_there_is_no_quotient() {
        assertThat(Displacement.of(new BeforeAfter(10, 20), COMPARISON, NEXT_DOOR)
                        .quotient())
                .isNaN();
        assertThat(Displacement.of(TARGET, new BeforeAfter(0, 3), NEXT_DOOR).quotient())
                .isNaN();
        assertThat(Displacement.of(TARGET, new BeforeAfter(3, 0), NEXT_DOOR).meaning())
                .isEqualTo("none");
        BeforeAfter same = new BeforeAfter(100, 100);
        assertThat(Displacement.of(new BeforeAfter(100, 50), same, new BeforeAfter(100, 120))
                        .meaning())
                .isEqualTo("displacement");
        assertThat(Displacement.of(new BeforeAfter(100, 50), same, new BeforeAfter(100, 200))
                        .meaning())
                .isEqualTo("displacement-erases-effect");
        assertThat(Displacement.of(new BeforeAfter(100, 50), same, new BeforeAfter(100, 20))
                        .meaning())
                .isEqualTo("diffusion-exceeds-effect");
        assertThat(Displacement.of(new BeforeAfter(100, 50), same, same).meaning())
                .isEqualTo("neither");
    }

    @Test
    void weighted_difference_of_the_example() {
        WeightedDisplacement found = WeightedDisplacement.of(
                TARGET, COMPARISON, NEXT_DOOR, NEXT_COMPARISON, WeightedDisplacement.Weights.EQUAL);
        assertThat(found.local()).isEqualTo(-107);
        assertThat(found.localError()).isCloseTo(30.708, within(1e-3));
        assertThat(found.displaced()).isEqualTo(-11);
        assertThat(found.total()).isEqualTo(-118);
        assertThat(found.error()).isCloseTo(Math.sqrt(1568), within(1e-12));
        assertThat(found.z()).isCloseTo(-2.98, within(5e-3));
        assertThat(found.interval(0.95)[0]).isCloseTo(-196, within(0.5));
        assertThat(found.interval(0.95)[1]).isCloseTo(-40, within(0.5));
        assertThat(found.p()).isCloseTo(0.00288, within(1e-4));
        assertThat(found.verdict(TARGET, COMPARISON)).isEqualTo(Verdict.DECREASE);
    }

    @Test
    void areas_of_different_size_and_periods_of_different_length_are_weighed() {
        WeightedDisplacement areas = WeightedDisplacement.of(
                TARGET,
                COMPARISON,
                NEXT_DOOR,
                NEXT_COMPARISON,
                new WeightedDisplacement.Weights(1, 1, 0.9, 1.2, 1.6, 1.5));
        assertThat(areas.total()).isCloseTo(-99.69444444, within(1e-7));
        assertThat(areas.error()).isCloseTo(35.42808, within(1e-4));
        assertThat(areas.z()).isCloseTo(-2.81400, within(1e-4));
        assertThat(areas.interval(0.95)[0]).isCloseTo(-169.1322, within(1e-3));
        assertThat(areas.interval(0.95)[1]).isCloseTo(-30.2567, within(1e-3));
        WeightedDisplacement times = WeightedDisplacement.of(
                new BeforeAfter(80, 20),
                new BeforeAfter(100, 50),
                BeforeAfter.NONE,
                BeforeAfter.NONE,
                new WeightedDisplacement.Weights(2, 1, 1, 1, 1, 1));
        assertThat(times.total()).isEqualTo(-20);
        assertThat(times.error()).isCloseTo(Math.sqrt(115), within(1e-12));
    }

    @Test
    void kinds_of_crime_add_up_by_their_harm() {
        WeightedDisplacement[] kinds = {
            WeightedDisplacement.of(new BeforeAfter(130, 74), new BeforeAfter(133, 91)),
            WeightedDisplacement.of(new BeforeAfter(327, 202), new BeforeAfter(388, 305)),
            WeightedDisplacement.of(new BeforeAfter(398, 190), new BeforeAfter(148, 97)),
            WeightedDisplacement.of(new BeforeAfter(144, 92), new BeforeAfter(86, 64)),
            WeightedDisplacement.of(new BeforeAfter(183, 96), new BeforeAfter(94, 67))
        };
        WeightedDisplacement harm = WeightedDisplacement.sum(kinds, new double[] {3, 2, 5, 7, 10});
        assertThat(harm.total()).isCloseTo(-1721, within(1e-9));
        assertThat(harm.error()).isCloseTo(304.1036, within(1e-4));
        assertThat(harm.z()).isCloseTo(-5.65926, within(1e-5));
    }

    @Test
    void halving_twenty_is_no_sure_change() {
        BeforeAfter target = new BeforeAfter(20, 10);
        BeforeAfter comparison = new BeforeAfter(20, 20);
        WeightedDisplacement found = WeightedDisplacement.of(target, comparison);
        assertThat(found.error()).isCloseTo(8.3666, within(1e-4));
        assertThat(found.z()).isCloseTo(-1.195, within(1e-3));
        assertThat(found.interval(0.9)[0]).isCloseTo(-23.76, within(5e-3));
        assertThat(found.interval(0.9)[1]).isCloseTo(3.76, within(5e-3));
        assertThat(found.verdict(target, comparison)).isEqualTo(Verdict.NO_SURE_CHANGE);
        assertThat(WeightedDisplacement.of(
                                target,
                                comparison,
                                new BeforeAfter(30, 20),
                                new BeforeAfter(30, 30),
                                WeightedDisplacement.Weights.EQUAL)
                        .error())
                .isCloseTo(13.4164, within(1e-4));
        assertThat(WeightedDisplacement.of(BeforeAfter.NONE, BeforeAfter.NONE).p())
                .isEqualTo(1);
        assertThat(WeightedDisplacement.of(BeforeAfter.NONE, BeforeAfter.NONE)
                        .verdict(BeforeAfter.NONE, BeforeAfter.NONE))
                .isEqualTo(Verdict.TOO_FEW);
    }

    /** 0 stands for none. */
    @ParameterizedTest
    @CsvSource({
        "5,0,0,0",
        "10,0,0,0",
        "15,85,0,0",
        "20,75,0,80",
        "30,65,80,70",
        "50,55,65,55",
        "100,40,50,45",
        "200,30,35,30"
    })
    void smallest_reduction_that_can_be_seen(int before, int poisson, int twice, int third) {
        assertThat(percent(before, 1)).isEqualTo(poisson);
        assertThat(percent(before, 2)).isEqualTo(twice);
        assertThat(percent(before, 1.3)).isEqualTo(third);
    }

    private static long percent(int before, double variance) {
        return Math.round(
                100 * MinimumDetectable.reduction(before, 10, variance).orElse(0));
    }

    @Test
    void refuses_what_is_no_count() {
        assertThatThrownBy(() -> new BeforeAfter(-1, 2)).hasMessageContaining("before, after is -1.0, 2.0");
        assertThatThrownBy(() -> new BeforeAfter(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeightedDisplacement.Weights(1, 1, 0, 1, 1, 1))
                .hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> WeightedDisplacement.sum(new WeightedDisplacement[0], new double[0]))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> MinimumDetectable.reduction(0, 10, 1)).hasMessageContaining("before is 0");
        assertThatThrownBy(() -> MinimumDetectable.reduction(10, 0, 1)).hasMessageContaining("comparisonTimes");
        assertThatThrownBy(() -> MinimumDetectable.reduction(10, 1, 0.5)).hasMessageContaining("variance");
        assertThatThrownBy(() -> WeightedDisplacement.of(TARGET, COMPARISON).interval(1))
                .hasMessageContaining("confidence");
    }
}
