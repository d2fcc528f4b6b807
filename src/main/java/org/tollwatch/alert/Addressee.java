package org.tollwatch.alert;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/**
 * Who is told, with all that telling him needs. Another when anything of it is other.
 *
 * @param secret messages are signed with it
 * @param recent how old alerts he is given when he is new
 */
record Addressee(ReceiverSettings settings, Optional<String> secret, Duration recent) {

    /**
     * @param variables of the environment, by name; null for one that is not set
     * @throws DataFileException when the secret cannot be read
     */
    static Addressee read(ReceiverSettings settings, Duration recent, UnaryOperator<String> variables) {
        Optional<String> secret =
                settings instanceof ReceiverSettings.ToWebhook hook ? secret(hook, variables) : Optional.empty();
        return new Addressee(settings, secret, recent);
    }

    private static Optional<String> secret(ReceiverSettings.ToWebhook hook, UnaryOperator<String> variables) {
        Optional<String> ofFile = hook.secretFile().map(DataFiles::text);
        Optional<String> ofVariable = hook.secretVariable().map(name -> variable(name, hook.url(), variables));
        return ofFile.or(() -> ofVariable).map(String::strip).map(secret -> {
            if (secret.isEmpty()) {
                throw new DataFileException(
                        Receiver.shown(hook.url()), 0, "secret", "is empty. Write the secret, or remove the field");
            }
            return secret;
        });
    }

    private static String variable(String name, URI url, UnaryOperator<String> variables) {
        return Optional.ofNullable(variables.apply(name))
                .orElseThrow(() -> new DataFileException(
                        name,
                        0,
                        "",
                        "the environment has no such variable. Set it to the secret of " + Receiver.shown(url)));
    }

    Receiver receiver(Post post, Deliveries.Pace pace) {
        return settings instanceof ReceiverSettings.ToWebhook
                ? new Webhook(settings.url(), secret.map(s -> s.getBytes(StandardCharsets.UTF_8)), post)
                : new Alertmanager(settings.url(), post, pace.clock(), pace.every());
    }

    /** The consumer group of a receiver: readable, and his alone even where names differ by their punctuation. */
    static String group(Receiver receiver) {
        String readable = receiver.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return AlertService.APPLICATION_ID + "-to-" + readable + "-"
                + Integer.toHexString(receiver.name().hashCode());
    }

    /** Without the secret, and of the address as little as {@link Receiver#shown}. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
