package org.tollwatch.cli;

import org.tollwatch.cli.LiveFeed.Event;

/** Shows what is heard. */
interface LiveView extends AutoCloseable {

    /** The figures are known for the first time. */
    void begin(LiveTallies tallies);

    /** Something came. @param line for people; "" where there is nothing to tell them */
    void heard(Event event, String line);

    /** How the connection is. */
    void status(String text);

    /** Nothing more waits to be shown. */
    void show(LiveTallies tallies);

    @Override
    void close();
}
