package org.tollwatch.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prometheus Alertmanager's v2 API. It takes an alert for the same when its labels are, and for over when its end has come:
 * what is active is sent again well before that, so that what nobody watches any more ends by itself. A correction is an
 * alert of its own, which ends by itself too: to an alert it knows, Alertmanager would tell nobody of other words.
 */
final class Alertmanager implements Receiver {

    static final Duration EVERY = Duration.ofMinutes(1);

    private static final int FORGOTTEN_AFTER = 5;
    private static final Duration CORRECTION = Duration.ofHours(1);

    private final URI url;
    private final Post post;
    private final Clock clock;
    private final Duration every;

    /** @param every how often what is active is sent again */
    Alertmanager(URI url, Post post, Clock clock, Duration every) {
        this.url = url;
        this.post = post;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "alertmanager " + url;
    }

    @Override
    public String shown() {
        return "alertmanager " + Receiver.shown(url);
    }

    @Override
    public Outcome send(Message message) {
        return post(List.of(message));
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(every);
    }

    /** What is active, whatever was told of it last. */
    @Override
    public Outcome refresh(List<Message> active) {
        return active.isEmpty() ? new Outcome.Delivered() : post(active);
    }

    private Outcome post(List<Message> messages) {
        Instant now = clock.instant();
        String body = AlertJson.written(to -> {
            to.writeStartArray();
            for (Message message : messages) {
                alert(message, now, to);
            }
            to.writeEndArray();
        });
        String base = url.toString().replaceFirst("/+$", "");
        return post.send(URI.create(base + "/api/v2/alerts"), body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private void alert(Message message, Instant now, JsonGenerator to) throws IOException {
        Alert alert = message.alert();
        Instant began = alert.event() == Event.CORRECTION ? now : alert.startsAt();
        Instant starts = began.isBefore(now) ? began : now.minusMillis(1);
        to.writeStartObject();
        texts("labels", labels(message), to);
        texts("annotations", annotations(message), to);
        to.writeStringField("startsAt", starts.toString());
        to.writeStringField("endsAt", ends(alert.event(), now).toString());
        if (message.explanation().isPresent()) {
            to.writeStringField("generatorURL", message.explanation().get().toString());
        }
        to.writeEndObject();
    }

    private Instant ends(Event event, Instant now) {
        return switch (event) {
            case FIRING -> now.plus(every.multipliedBy(FORGOTTEN_AFTER));
            case CORRECTION -> now.plus(CORRECTION);
            case RESOLUTION -> now;
        };
    }

    static Map<String, String> labels(Message message) {
        Alert alert = message.alert();
        Subject subject = alert.subject();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", alert.rule());
        labels.put("kind", alert.kind());
        labels.put("tier", alert.tier().label());
        labels.put("severity", alert.severity());
        labels.put("conflict", subject.conflict());
        labels.put("party", subject.party());
        labels.put("measure", subject.measure());
        labels.put("item", subject.item());
        labels.put("status", subject.status().equals("ANY") ? "" : subject.status());
        labels.put("place", subject.place());
        labels.put("source", subject.source());
        labels.put("window", message.window());
        labels.put("correction", alert.event() == Event.CORRECTION ? Integer.toString(alert.number()) : "");
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    private static Map<String, String> annotations(Message message) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("summary", message.title());
        message.alert().figures().ifPresent(f -> {
            annotations.put("figure", Long.toString(f.best()));
            annotations.put("grade", f.grade().name());
            annotations.put("origins", Integer.toString(f.origins()));
        });
        annotations.put("range", message.range());
        annotations.put("before", message.before());
        annotations.put(
                "claims", message.quotes().stream().map(Alertmanager::line).collect(Collectors.joining("\n")));
        annotations.put("explanation", message.explanation().map(URI::toString).orElse(""));
        annotations.put("alert_id", message.alert().id());
        annotations.values().removeIf(String::isEmpty);
        return annotations;
    }

    private static String line(Quote quote) {
        return "\"" + quote.words() + "\" (" + quote.claimant() + ", " + quote.source()
                + quote.url().map(u -> ", " + u).orElse("") + ")";
    }

    private static void texts(String name, Map<String, String> texts, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            to.writeStringField(text.getKey(), text.getValue());
        }
        to.writeEndObject();
    }
}
