package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.junit.jupiter.api.Test;

class ForeignTest {

    private static final byte[] VALUE = "no record".getBytes(StandardCharsets.UTF_8);
    private static final ErrorHandlerContext NOT_ASKED = null;

    private static Response on(Exception failure) {
        Foreign foreign = new Foreign();
        foreign.configure(Map.of(Foreign.DEAD_LETTERS, "letters"));
        return foreign.handleError(
                NOT_ASKED, new ConsumerRecord<>("tollwatch-claims-repartition", 2, 17, new byte[0], VALUE), failure);
    }

    @Test
    void whatNoneOfOursWroteIsKeptWithItsReasonAndTheRestGoesOn() {
        Response response = on(new SerializationException("not in the wire format"));
        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("letters");
            assertThat(letter.value()).isEqualTo(VALUE);
            assertThat(header(letter, DeadLetter.REASON)).isEqualTo(Reason.UNDECODABLE.label());
            assertThat(header(letter, DeadLetter.ORIGIN)).isEqualTo("tollwatch-claims-repartition-2@17");
            assertThat(header(letter, DeadLetter.DETAIL)).contains("not in the wire format");
        });
    }

    @Test
    void aRegistryThatIsDownMakesNoRecordForeign() {
        Response response =
                on(new SerializationException(new RegistryUnavailableException("down", new java.io.IOException())));
        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
