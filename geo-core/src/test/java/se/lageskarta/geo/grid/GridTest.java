package se.lageskarta.geo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void covers_a_box_with_cells_on_whole_multiples() {
        Grid grid = Grid.covering(383_012, 6_439_001, 383_260, 6_439_099, 50);
        assertThat(grid).isEqualTo(new Grid(383_000, 6_439_000, 50, 6, 2));
        assertThat(grid.centreX(0)).isEqualTo(383_025);
        assertThat(grid.maxY()).isEqualTo(6_439_100);
    }

    @Test
    void says_how_large_a_grid_was_asked_for_when_it_is_too_large() {
        assertThatThrownBy(() -> Grid.covering(0, 0, 1e6, 1e6, 10))
                .isInstanceOf(GridTooLargeException.class)
                .hasMessageContaining("100000 × 100000")
                .extracting(thrown -> ((GridTooLargeException) thrown).cells())
                .isEqualTo(10_000_000_000L);
    }

    @Test
    void refuses_cells_without_size() {
        assertThatThrownBy(() -> new Grid(0, 0, 0, 1, 1)).hasMessageContaining("cellMetres is 0.0");
        assertThatThrownBy(() -> Grid.covering(0, 0, 1, 1, -5)).hasMessageContaining("cellMetres is -5.0");
        assertThatThrownBy(() -> new Grid(0, 0, 1, 0, 1)).hasMessageContaining("nx, ny is 0, 1");
    }

    @Test
    void counts_occupied_cells_and_nothing_else() {
        CellCounts counts =
                CellCounts.of(new double[] {-10, 5, 249.9, 250, 251, 5}, new double[] {-10, 5, 5, 5, 5, 600}, 250);
        assertThat(counts.size()).isEqualTo(4);
        assertThat(counts.column()).containsExactly(-1, 0, 1, 0);
        assertThat(counts.row()).containsExactly(-1, 0, 0, 2);
        assertThat(counts.count()).containsExactly(1, 2, 2, 1);
        assertThat(Arrays.stream(counts.count()).sum()).isEqualTo(6);
    }
}
