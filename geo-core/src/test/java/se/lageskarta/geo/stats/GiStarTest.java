package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.grid.Grid;

class GiStarTest {
    /** Getis & Ord (1996): remotely sensed values on 16 × 16 points 30 m apart; R package spData, public domain. */
    private static final String GETIS_ORD = """
            40 41 42 43 49 54 47 44 42 44 43 46 52 56 56 61
            40 42 41 40 43 49 46 42 42 43 43 49 59 62 53 62
            43 42 40 42 42 42 41 42 42 43 42 53 66 61 51 62
            44 41 39 42 44 43 42 42 42 43 43 49 56 53 53 61
            42 43 44 43 42 41 42 44 43 43 44 47 58 59 55 61
            52 59 61 56 41 40 43 44 46 48 50 52 68 69 60 61
            62 62 86 85 55 59 64 72 75 70 70 62 66 61 55 57
            65 62 68 72 102 94 90 83 74 81 96 69 52 50 51 54
            62 59 55 61 99 97 93 80 65 87 107 80 59 60 67 66
            62 55 56 56 80 90 99 88 64 91 112 94 76 91 100 85
            63 57 58 58 77 92 82 71 59 90 105 92 79 98 110 83
            59 58 60 64 88 99 82 81 71 80 89 89 89 102 104 75
            55 54 53 61 82 102 88 93 96 94 110 114 109 103 92 68
            55 55 56 60 91 95 86 98 115 105 110 107 101 89 85 68
            62 63 64 59 85 88 95 106 110 99 89 82 79 84 97 79
            55 56 54 58 65 75 82 77 74 74 69 61 62 71 73 63
            """;

    @ParameterizedTest
    @CsvSource({
        "30, 1.2219791625855, 1.45077980738707, 4.31040738318911, -2.83866155631599, 447.030665324098",
        "60, 1.7480975429707, 1.9005588828673, 5.97680599788283, -4.51883708397687, 676.264407746358",
        "90, 1.98613542716118, 2.09693874646776, 7.91728314945964, -6.40837960472116, 933.689914026319"
    })
    void gives_the_published_numbers_of_Getis_and_Ord(
            double metres, double without, double with, double max, double min, double sum) {
        double[] value = Stream.of(GETIS_ORD.trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] x = new double[256];
        double[] y = new double[256];
        for (int i = 0; i < 256; i++) {
            x[i] = 30 * (i % 16);
            y[i] = 30 * (i / 16);
        }
        ListedNeighbours points = ListedNeighbours.within(x, y, metres);
        GridNeighbours cells =
                new GridNeighbours(StudyArea.whole(new Grid(0, 0, 30, 16, 16)), CellShape.within(metres, 30));
        for (Neighbours neighbours : new Neighbours[] {points, cells}) {
            double[] z = GiStar.of(neighbours, value).z();
            assertThat(GiStar.withoutSelf(neighbours, value)[119]).isCloseTo(without, within(1e-12));
            assertThat(z[119]).isCloseTo(with, within(1e-12));
            assertThat(Arrays.stream(z).max().orElseThrow()).isCloseTo(max, within(1e-12));
            assertThat(Arrays.stream(z).min().orElseThrow()).isCloseTo(min, within(1e-12));
            assertThat(Arrays.stream(z).map(Math::abs).sum()).isCloseTo(sum, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4142, 2, 2.5, 3.7})
    void sums_what_a_look_at_every_pair_of_cells_sums(double cells) {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            int nx = 1 + random.nextInt(9);
            int ny = 1 + random.nextInt(9);
            StudyArea area = round % 3 == 0
                    ? StudyArea.whole(new Grid(500_000, 6_500_000, 250, nx, ny))
                    : TinyGrids.ragged(random, nx, ny);
            double[] value = TinyGrids.counts(random, area.size());
            GridNeighbours grid = new GridNeighbours(area, CellShape.disc(cells));
            double[] sums = grid.sumsWithSelf(value);
            for (int i = 0; i < area.size(); i++) {
                double sum = 0;
                int others = -1;
                for (int j = 0; j < area.size(); j++) {
                    boolean near = TinyGrids.near(area, i, j, cells == 1.4142 ? Math.sqrt(2) : cells);
                    sum += near ? value[j] : 0;
                    others += near ? 1 : 0;
                }
                assertThat(sums[i]).isEqualTo(sum);
                assertThat(grid.counts()[i]).isEqualTo(others);
            }
        }
    }

    @Test
    void a_grid_and_the_list_of_its_pairs_give_the_same_z() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 40; round++) {
            StudyArea area = TinyGrids.ragged(random, 8, 7);
            double[] value = TinyGrids.counts(random, area.size());
            double[] grid = GiStar.of(new GridNeighbours(area, CellShape.disc(2)), value)
                    .z();
            assertThat(grid)
                    .containsExactly(GiStar.of(TinyGrids.listed(area, 2), value).z());
        }
    }

    @Test
    void z_is_what_the_formula_says_on_five_cells() {
        GiStar gi = GiStar.of(
                new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 5, 1)), CellShape.ROOK),
                new double[] {1, 0, 4, 3, 2});
        assertThat(gi.mean()).isEqualTo(2);
        assertThat(gi.deviation()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(gi.cells()).containsExactly(2, 3, 3, 3, 2);
        assertThat(gi.sum()).containsExactly(1, 5, 7, 9, 5);
        assertThat(gi.z()[3]).isCloseTo(3 / (Math.sqrt(2) * Math.sqrt((15 - 9) / 4.0)), within(1e-15));
        assertThat(gi.p()[3]).isCloseTo(0.08326451666355, within(1e-12));
    }

    @Test
    void equal_values_and_a_neighbourhood_of_everything_have_z_zero() {
        StudyArea area = StudyArea.whole(new Grid(0, 0, 1, 3, 3));
        double[] same = new double[9];
        Arrays.fill(same, 0.1);
        assertThat(GiStar.of(new GridNeighbours(area, CellShape.QUEEN), same).z())
                .containsOnly(0);
        assertThat(GiStar.of(new GridNeighbours(area, CellShape.disc(4)), new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9})
                        .z())
                .containsOnly(0);
        assertThat(GiStar.of(
                                new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 1, 1)), CellShape.ROOK),
                                new double[] {3})
                        .z())
                .containsExactly(0);
    }

    @Test
    void only_cells_whose_centre_is_inside_the_boundary_take_part() {
        Grid grid = new Grid(400_000, 6_400_000, 100, 4, 3);
        StudyArea area = StudyArea.within(
                grid, new GeometryFactory().toGeometry(new Envelope(400_040, 400_260, 6_400_140, 6_400_300)));
        assertThat(area.size()).isEqualTo(6);
        assertThat(area.numberAt(400_099.9, 6_400_100)).isZero();
        assertThat(area.numberAt(400_100, 6_400_100)).isEqualTo(1);
        assertThat(area.numberAt(400_050, 6_400_099.9)).isEqualTo(-1);
        assertThat(area.numberAt(Double.NaN, 6_400_100)).isEqualTo(-1);
        assertThat(area.counts(new double[] {400_050, 400_050, 0}, new double[] {6_400_150, 6_400_160, 0}))
                .containsExactly(2, 0, 0, 0, 0, 0);
        assertThat(StudyArea.near(grid, new double[] {400_050}, new double[] {6_400_050}, 100)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void moving_everything_a_thousand_kilometres_changes_no_bit() {
        SplittableRandom random = new SplittableRandom(13);
        double[] x = random.doubles(300, 0, 2000).map(v -> Math.rint(v)).toArray();
        double[] y = random.doubles(300, 0, 2000).map(v -> Math.rint(v)).toArray();
        double[][] z = new double[2][];
        for (int move = 0; move < 2; move++) {
            double far = move * 1e6;
            StudyArea area = StudyArea.whole(new Grid(far, far, 250, 8, 8));
            double[] counts = area.counts(
                    Arrays.stream(x).map(v -> v + far).toArray(),
                    Arrays.stream(y).map(v -> v + far).toArray());
            z[move] =
                    GiStar.of(new GridNeighbours(area, CellShape.QUEEN), counts).z();
        }
        assertThat(z[1]).containsExactly(z[0]);
    }

    @Test
    void the_order_of_the_rows_changes_no_bit() {
        double[] x = {10, 20, 130, 250, 260};
        double[] y = {10, 20, 30, 250, 240};
        double[] backX = {260, 250, 130, 20, 10};
        double[] backY = {240, 250, 30, 20, 10};
        StudyArea area = StudyArea.whole(new Grid(0, 0, 100, 3, 3));
        assertThat(area.counts(backX, backY)).containsExactly(area.counts(x, y));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void refuses_a_value_that_is_none(double value) {
        GridNeighbours neighbours = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 2, 1)), CellShape.ROOK);
        assertThatThrownBy(() -> GiStar.of(neighbours, new double[] {1, value}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value of place 1 is " + value + ", but must be finite");
        assertThatThrownBy(() -> GiStar.of(neighbours, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have one a place: 2");
    }

    @Test
    void refuses_areas_shapes_and_lists_that_cannot_be() {
        Grid grid = new Grid(0, 0, 1, 2, 2);
        assertRefused(() -> StudyArea.of(grid, new boolean[4]), "holds 0 cells of 1.0 m");
        assertRefused(() -> StudyArea.of(grid, new boolean[3]), "must have one a cell: 4");
        assertRefused(() -> CellShape.disc(0.5), "cells is 0.5");
        assertRefused(() -> CellShape.disc(Double.NaN), "cells is NaN");
        assertRefused(() -> CellShape.within(100, 250), "metres is 100.0");
        assertRefused(() -> ListedNeighbours.within(new double[2], new double[2], -1), "metres is -1.0");
        assertRefused(() -> ListedNeighbours.within(new double[] {Double.NaN}, new double[1], 1), "NaN");
        assertRefused(() -> ListedNeighbours.of(new int[][] {{1}, {}}), "must be mutual");
        assertRefused(() -> ListedNeighbours.of(new int[][] {{0}}), "must be another place");
        assertRefused(() -> ListedNeighbours.of(new int[][] {{1, 1}, {0}}), "named once");
        assertRefused(() -> ListedNeighbours.of(new int[][] {{2}, {}}), "0 to 1");
    }

    private static void assertRefused(Runnable work, String says) {
        assertThatThrownBy(work::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }
}
