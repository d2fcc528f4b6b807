package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tollwatch.stream.StoresNotReadyException;

class PatienceTest {

    @Test
    void asksAgainUntilTheStoresAnswer() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<String> moving = () -> {
            if (asked.incrementAndGet() < 4) {
                throw new StoresNotReadyException("moving");
            }
            return "27";
        };
        assertThat(new Patience().ask(moving)).isEqualTo("27");
        assertThat(asked).hasValue(4);
    }

    @Test
    void itEndsAndOtherFailuresAreNotAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> new Patience(Duration.ZERO).ask(() -> {
                    throw new StoresNotReadyException("still moving");
                }))
                .hasMessage("still moving");
        assertThatThrownBy(() -> new Patience().ask(() -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
    }
}
