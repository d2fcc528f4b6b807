package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** 81 of 263: the example of Newcombe (1998), Statistics in Medicine 17, method 3. */
    @Test
    void theIntervalIsWilsons() {
        Share share = new Share(81, 263);
        assertThat(share.value()).isCloseTo(0.3080, within(0.0001));
        assertThat(share.low()).isCloseTo(0.2553, within(0.0001));
        assertThat(share.high()).isCloseTo(0.3662, within(0.0001));
    }

    @Test
    void itHoldsAtTheEnds() {
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(0.0001));
        assertThat(new Share(10, 10).low()).isCloseTo(0.7225, within(0.0001));
        assertThat(new Share(10, 10).high()).isCloseTo(1.0, within(1e-9));
        assertThat(new Share(0, 0).value()).isNaN();
    }
}
