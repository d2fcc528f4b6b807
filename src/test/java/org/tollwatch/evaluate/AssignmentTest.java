package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void theFirstGivesWayWhereBothGainByIt() {
        assertThat(Assignment.best(new long[][] {{5, 4}, {5, 0}}, 2)).containsExactly(1, 0);
    }

    @Test
    void whoGainsNothingStaysAlone() {
        assertThat(Assignment.best(new long[][] {{0, 0}, {0, 3}}, 2)).containsExactly(-1, 1);
        assertThat(Assignment.best(new long[][] {{7}, {8}}, 1)).containsExactly(-1, 0);
        assertThat(Assignment.best(new long[][] {{}, {}}, 0)).containsExactly(-1, -1);
        assertThat(Assignment.best(new long[0][0], 3)).isEmpty();
    }

    @Test
    void noOtherAssignmentGainsMore() {
        Random random = new Random(20201003);
        for (int n = 0; n < 500; n++) {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(5);
            long[][] gain = new long[rows][columns];
            for (long[] row : gain) {
                for (int j = 0; j < columns; j++) {
                    row[j] = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
                }
            }
            assertThat(gained(gain, Assignment.best(gain, columns))).isEqualTo(most(gain, 0, new boolean[columns]));
        }
    }

    private static long gained(long[][] gain, int[] columns) {
        long sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += columns[i] < 0 ? 0 : gain[i][columns[i]];
        }
        return sum;
    }

    private static long most(long[][] gain, int row, boolean[] taken) {
        if (row == gain.length) {
            return 0;
        }
        long most = most(gain, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                most = Math.max(most, gain[row][j] + most(gain, row + 1, taken));
                taken[j] = false;
            }
        }
        return most;
    }
}
