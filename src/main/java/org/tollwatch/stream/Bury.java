package org.tollwatch.stream;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes a dead letter of each rejected record. */
final class Bury extends ContextualProcessor<String, Admission, byte[], byte[]> {

    @Override
    public void process(Record<String, Admission> record) {
        if (record.value() instanceof Admission.Rejected rejected) {
            context()
                    .forward(new Record<>(
                            new byte[0],
                            DeadLetter.body(rejected.original()),
                            record.timestamp(),
                            DeadLetter.headers(rejected.rejection(), rejected.original().length)));
        }
    }
}
