package org.tollwatch.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An alert with all that a receiver is given beside it.
 *
 * @param title in one line, for people
 * @param range the figures in words; "" where there are none
 * @param window in words; "" where it is about none
 * @param quotes the newest claims it stands on
 * @param explanation where its figure is explained; empty where it has none
 */
public record Message(
        Alert alert,
        String title,
        String range,
        String before,
        String window,
        List<Quote> quotes,
        Optional<URI> explanation) {

    public Message {
        quotes = List.copyOf(quotes);
    }
}
