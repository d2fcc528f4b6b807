package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private static final URI HOOK = URI.create("http://desk:word@127.0.0.1:1/hooks/T0KEN?key=s3cret");

    @Test
    void whatMayBeASecretInAnAddressIsNotShownAndAddressesStayDifferent() {
        assertThat(Receiver.shown(HOOK))
                .contains("http://127.0.0.1:1")
                .doesNotContain("T0KEN", "s3cret", "word")
                .isNotEqualTo(Receiver.shown(URI.create("http://127.0.0.1:1/hooks/other")));
    }

    @Test
    void norWhenTheReceiverDoesNotAnswer() {
        Outcome outcome = new Post(java.time.Duration.ofSeconds(5)).send(HOOK, new byte[0], Map.of());
        assertThat(outcome.toString()).contains("127.0.0.1:1").doesNotContain("T0KEN", "s3cret");
    }
}
