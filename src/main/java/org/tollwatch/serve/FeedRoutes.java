package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ask.Json;
import org.tollwatch.gather.Feed;
import org.tollwatch.gather.FeedHealth;
import org.tollwatch.gather.FeedService;

/** How each feed does. One that is not heard says nothing of what happens, and least that nothing does. */
final class FeedRoutes {

    private final Answers answers;
    private final Optional<FeedService> feeds;

    /** @param feeds empty where none is looked at */
    FeedRoutes(Answers answers, Optional<FeedService> feeds) {
        this.answers = answers;
        this.feeds = feeds;
    }

    /** All of them, in the order of their file. */
    void feeds(Context request) {
        Asked asked = answers.asked(request).only("limit", "offset");
        List<FeedHealth> all = feeds.map(FeedService::health).orElse(List.of());
        answers.answer(request, Page.of(all, asked).json(FeedRoutes::feed, this::whether));
    }

    private void whether(JsonGenerator to) throws IOException {
        to.writeBooleanField("polled", feeds.isPresent());
        to.writeBooleanField("here", feeds.map(FeedService::looks).orElse(false));
    }

    private static void feed(FeedHealth health, JsonGenerator to) throws IOException {
        Feed feed = health.feed();
        Json.text(to, "name", feed.name());
        Json.text(to, "place", health.place());
        Json.text(to, "source", feed.source());
        optional(to, "language", feed.language());
        optional(to, "region", feed.region());
        optional(to, "country", feed.country());
        optional(to, "conflict", feed.conflict());
        Json.text(to, "state", health.state().label());
        time(to, "lastTry", health.lastTry());
        time(to, "lastSuccess", health.lastSuccess());
        time(to, "lastNewItem", health.lastNewItem());
        if (health.perDay().isPresent()) {
            to.writeNumberField("perDay", Math.round(health.perDay().get() * 10) / 10.0);
        }
        to.writeNumberField("items", health.items());
        to.writeNumberField("failures", health.failures());
        optional(to, "trouble", health.trouble().map(kind -> kind.label()));
        optional(to, "why", health.why());
        optional(to, "moved", health.moved());
        time(to, "nextTry", health.nextTry());
        Json.field(to, "errors", inner -> {
            for (var error : health.errors().entrySet()) {
                inner.writeNumberField(error.getKey().label(), error.getValue());
            }
        });
    }

    private static void optional(JsonGenerator to, String name, Optional<String> value) throws IOException {
        Json.textIfAny(to, name, value.orElse(null));
    }

    private static void time(JsonGenerator to, String name, Optional<Instant> time) throws IOException {
        optional(to, name, time.map(Instant::toString));
    }
}
