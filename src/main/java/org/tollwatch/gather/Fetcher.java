package org.tollwatch.gather;

import java.util.concurrent.CompletableFuture;

/** Fetches from the web. What goes wrong is an answer, never an exception. */
@FunctionalInterface
interface Fetcher {

    CompletableFuture<Answer> fetch(Wanted wanted);
}
