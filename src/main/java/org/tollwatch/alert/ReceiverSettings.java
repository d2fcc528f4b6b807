package org.tollwatch.alert;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Who is told. */
public sealed interface ReceiverSettings {

    URI url();

    /** Prometheus Alertmanager, whose v2 API stands under the URL. */
    record ToAlertmanager(URI url) implements ReceiverSettings {

        /** Not the whole address: it may hold a password. */
        @Override
        public String toString() {
            return "Alertmanager " + Receiver.shown(url);
        }
    }

    /**
     * Anything that takes JSON.
     *
     * @param secretVariable the environment variable that holds the secret messages are signed with
     * @param secretFile the file that holds it
     */
    record ToWebhook(URI url, Optional<String> secretVariable, Optional<Path> secretFile) implements ReceiverSettings {

        /** Not the whole address: a webhook's is often all that one must know. */
        @Override
        public String toString() {
            return "webhook " + Receiver.shown(url);
        }
    }
}
