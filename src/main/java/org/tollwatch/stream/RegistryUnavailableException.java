package org.tollwatch.stream;

import org.apache.kafka.common.errors.RetriableException;

/** The registry does not answer now. Nothing is wrong with the record at hand: it is to be tried again. */
public final class RegistryUnavailableException extends RetriableException {

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
