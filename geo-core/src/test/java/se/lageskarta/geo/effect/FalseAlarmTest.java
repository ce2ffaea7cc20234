package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;

/** How often a change is called sure when there is none, among counts that scatter as crime does. */
class FalseAlarmTest {
    private static final int TIMES = 20_000;

    @ParameterizedTest
    @CsvSource({"8,80", "15,60", "30,100", "60,60", "150,400", "500,1500"})
    void with_no_true_change_at_most_six_of_a_hundred_follow_ups_say_that_something_changed(
            double target, double other) {
        SplittableRandom random = new SplittableRandom(20240101);
        int sure = 0;
        for (int i = 0; i < TIMES; i++) {
            BeforeAfter here = new BeforeAfter(count(random, target), count(random, target));
            BeforeAfter there = new BeforeAfter(count(random, other), count(random, other));
            Verdict verdict = RelativeEffect.of(here, there, FollowUp.SCATTER).verdict(here, there);
            sure += verdict == Verdict.DECREASE || verdict == Verdict.INCREASE ? 1 : 0;
        }
        assertThat((double) sure / TIMES).isLessThanOrEqualTo(0.06);
    }

    @ParameterizedTest
    @CsvSource({"60,60", "500,1500"})
    void pure_chance_as_yardstick_would_cry_wolf_more_often(double target, double other) {
        SplittableRandom random = new SplittableRandom(20240101);
        int wide = 0;
        int narrow = 0;
        for (int i = 0; i < TIMES; i++) {
            BeforeAfter here = new BeforeAfter(count(random, target), count(random, target));
            BeforeAfter there = new BeforeAfter(count(random, other), count(random, other));
            wide += RelativeEffect.of(here, there, FollowUp.SCATTER).p() < 0.05 ? 1 : 0;
            narrow += RelativeEffect.of(here, there, Scatter.POISSON).p() < 0.05 ? 1 : 0;
        }
        assertThat(narrow).isGreaterThan(wide + TIMES / 100);
    }

    /** A Poisson count whose mean is gamma: variance mean × (0.0008 mean + 1.2). */
    private static int count(SplittableRandom random, double mean) {
        double excess = 0.0008 * mean + 0.2;
        return poisson(random, gamma(random, mean / excess) * excess);
    }

    /** Marsaglia and Tsang (2000); shapes here are above 1. */
    private static double gamma(SplittableRandom random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static int poisson(SplittableRandom random, double mean) {
        if (mean > 500) {
            int half = poisson(random, mean / 2);
            return half + poisson(random, mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
