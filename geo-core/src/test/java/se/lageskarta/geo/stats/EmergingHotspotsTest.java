package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.grid.Grid;

class EmergingHotspotsTest {
    @ParameterizedTest
    @CsvSource({
        "...........H, 0, NEW_HOT",
        "C..........H, 0, NEW_HOT",
        ".........HHH, 0, CONSECUTIVE_HOT",
        "..HHHHHHHHHH, 0, CONSECUTIVE_HOT",
        "C........HHH, 0, CONSECUTIVE_HOT",
        "HHHHHHHHHHHH, 1, INTENSIFYING_HOT",
        "HHHHHHHHHHHH, -1, DIMINISHING_HOT",
        "HHHHHHHHHHHH, 0, PERSISTENT_HOT",
        ".HHHHHHHHHHH, 0, PERSISTENT_HOT",
        "HHHHHHHHH.HH, 0, PERSISTENT_HOT",
        "HHHHHHHHHHH., 0, HISTORICAL_HOT",
        "HHHHHHHHHHHC, 0, HISTORICAL_HOT",
        "H........HHH, 1, SPORADIC_HOT",
        "H.H.HH..H..H, 0, SPORADIC_HOT",
        "C.H.HH..H..H, 0, OSCILLATING_HOT",
        "H.H.HH..H..., 0, NO_PATTERN",
        "............, 1, NO_PATTERN",
        "...........C, 0, NEW_COLD",
        "..........CC, 0, CONSECUTIVE_COLD",
        "CCCCCCCCCCCC, -1, INTENSIFYING_COLD",
        "CCCCCCCCCCCC, 1, DIMINISHING_COLD",
        "CCCCCCCCCCCC, 0, PERSISTENT_COLD",
        "CCCCCCCCCCC., 0, HISTORICAL_COLD",
        "C..C...C...C, 0, SPORADIC_COLD",
        "H..C...C...C, 0, OSCILLATING_COLD",
        "HHHHHHHHH., 0, HISTORICAL_HOT",
        "HHHHHHHH.H, 0, PERSISTENT_HOT"
    })
    void names_a_story_by_the_published_wording(String bins, int trend, EmergingPattern pattern) {
        int[] story =
                bins.chars().map(step -> step == 'H' ? 1 : step == 'C' ? -1 : 0).toArray();
        assertThat(EmergingPattern.of(story, trend)).isEqualTo(pattern);
    }

    @Test
    void every_story_mirrored_has_the_mirrored_name() {
        SplittableRandom random = new SplittableRandom(51);
        for (int round = 0; round < 3000; round++) {
            int[] story = random.ints(10 + random.nextInt(5), -1, 2).toArray();
            int[] mirrored = java.util.Arrays.stream(story).map(step -> -step).toArray();
            EmergingPattern there = EmergingPattern.of(story, 1);
            EmergingPattern back = EmergingPattern.of(mirrored, -1);
            boolean both = there.side() == back.side() && there != EmergingPattern.NO_PATTERN;
            assertThat(both).as("hot is looked for first").isFalse();
            assertThat(back.words().replace("cold", "hot"))
                    .isEqualTo(there.words().replace("cold", "hot"));
        }
    }

    @Test
    void z_is_that_of_a_look_at_every_pair_of_bins() {
        SplittableRandom random = new SplittableRandom(52);
        for (int round = 0; round < 20; round++) {
            StudyArea area = TinyGrids.ragged(random, 5, 4);
            int places = area.size();
            double[][] value = new double[11][];
            for (int t = 0; t < value.length; t++) {
                value[t] = TinyGrids.counts(random, places);
            }
            EmergingHotspots found = EmergingHotspots.of(new GridNeighbours(area, CellShape.QUEEN), value);
            double n = value.length * places;
            for (int t = 0; t < value.length; t++) {
                for (int i = 0; i < places; i++) {
                    double sum = 0;
                    double w = 0;
                    for (int s = Math.max(0, t - 1); s <= t; s++) {
                        for (int j = 0; j < places; j++) {
                            if (TinyGrids.near(area, i, j, Math.sqrt(2))) {
                                sum += value[s][j];
                                w++;
                            }
                        }
                    }
                    double z = (sum - found.mean() * w) / (found.deviation() * Math.sqrt((n * w - w * w) / (n - 1)));
                    assertThat(found.z()[t][i]).isCloseTo(z, within(1e-12));
                }
            }
        }
    }

    @Test
    void a_place_that_grows_hot_is_found_and_the_rest_has_no_pattern() {
        StudyArea area = StudyArea.whole(new Grid(0, 0, 500, 9, 9));
        double[][] value = new double[12][81];
        for (int t = 6; t < 12; t++) {
            value[t][40] = 5 * (t - 5);
        }
        EmergingHotspots found = EmergingHotspots.of(new GridNeighbours(area, CellShape.QUEEN), value);
        EmergingPattern[] patterns = found.patterns(found.q(), 0.05);
        assertThat(patterns[40]).isEqualTo(EmergingPattern.CONSECUTIVE_HOT);
        assertThat(patterns[0]).isEqualTo(EmergingPattern.NO_PATTERN);
        assertThat(found.trend()[40].z()).isPositive();
        assertThat(SimplePattern.of(found.story(40, found.q(), 0.05))).isEqualTo(SimplePattern.INTERMITTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "HHHHHHHH.., PERSISTENT",
        "H.HHHHHHHH, PERSISTENT",
        ".........H, EMERGING",
        "........HH, EMERGING",
        "HHH......., FORMER",
        "...H...H.., FORMER",
        "H........H, INTERMITTENT",
        "..........., NONE",
        "CCCCCCCCCC, NONE",
        "...........H, NONE"
    })
    void the_simple_name_tells_where_the_hot_steps_lie(String bins, SimplePattern pattern) {
        assertThat(SimplePattern.of(bins.chars()
                        .map(step -> step == 'H' ? 1 : step == 'C' ? -1 : 0)
                        .toArray()))
                .isEqualTo(pattern);
    }

    @Test
    void refuses_fewer_than_ten_steps() {
        GridNeighbours neighbours = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 2, 2)), CellShape.QUEEN);
        assertThatThrownBy(() -> EmergingHotspots.of(neighbours, new double[9][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value has 9 steps, but must have 10 or more");
        assertThatThrownBy(() -> EmergingPattern.of(new int[0], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimplePattern.of(new int[0])).isInstanceOf(IllegalArgumentException.class);
        EmergingHotspots even = EmergingHotspots.of(neighbours, new double[10][4]);
        assertThat(even.patterns(even.p(), 0.05)).containsOnly(EmergingPattern.NO_PATTERN);
        assertThatThrownBy(() -> even.patterns(even.p(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
