package org.tollwatch.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies on an internal topic and none of our own can have written: it goes to the dead letters, and the rest is counted. A
 * registry that is down makes no record foreign: it is read again.
 *
 * <p>Reports are not read in this way; {@link Admit} decides of them.
 */
public final class Foreign implements DeserializationExceptionHandler {

    /** Where dead letters go. */
    static final String DEAD_LETTERS = "tollwatch.dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(TallyService.class);

    private String deadLetters = Topics.REPORTS_DLQ;

    @Override
    public void configure(Map<String, ?> config) {
        deadLetters = Optional.ofNullable(config.get(DEAD_LETTERS))
                .map(Object::toString)
                .orElse(deadLetters);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Stop.cause(exception, RegistryUnavailableException.class).isPresent()) {
            return Response.fail();
        }
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        Rejection rejection = new Rejection(Reason.UNDECODABLE, origin, StreamException.rootOf(exception));
        LOG.warn(
                "What lies at {} was written by nobody of ours ({}); it is kept on {}, and the rest is counted.",
                origin,
                rejection.detail(),
                deadLetters);
        byte[] original = record.value() == null ? new byte[0] : record.value();
        return Response.resume(List.of(new ProducerRecord<>(
                deadLetters,
                null,
                new byte[0],
                DeadLetter.body(original),
                DeadLetter.headers(rejection, original.length))));
    }
}
