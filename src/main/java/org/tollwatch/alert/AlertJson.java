package org.tollwatch.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;

/** Alerts as JSON. */
public final class AlertJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes anything. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator to) throws IOException;
    }

    private AlertJson() {}

    static String written(Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = FACTORY.createGenerator(text)) {
            writer.write(to);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all letters", e);
        }
        return text.toString();
    }

    /** The message as one object: what a webhook is sent. */
    public static String line(Message message) {
        return written(to -> {
            to.writeStartObject();
            to.writeStringField("title", message.title());
            alert(message.alert(), to);
            if (message.explanation().isPresent()) {
                to.writeStringField("explanation", message.explanation().get().toString());
            }
            to.writeArrayFieldStart("quotes");
            for (Quote quote : message.quotes()) {
                quote(quote, to);
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    /** The fields of an alert. */
    public static void alert(Alert alert, JsonGenerator to) throws IOException {
        Subject subject = alert.subject();
        to.writeStringField("id", alert.id());
        to.writeNumberField("number", alert.number());
        to.writeStringField("event", alert.event().label());
        to.writeStringField("rule", alert.rule());
        to.writeStringField("kind", alert.kind());
        to.writeStringField("tier", alert.tier().label());
        to.writeStringField("severity", alert.severity());
        to.writeStringField("group", subject.group());
        to.writeStringField("conflict", subject.conflict());
        ifAny(to, "party", subject.party());
        ifAny(to, "measure", subject.measure());
        ifAny(to, "item", subject.item());
        to.writeStringField("status", subject.status());
        ifAny(to, "place", subject.place());
        ifAny(to, "source", subject.source());
        if (subject.window().isPresent()) {
            var window = subject.window().get();
            to.writeObjectFieldStart("window");
            to.writeStringField("kind", window.kind().label());
            to.writeStringField("from", window.period().from().toString());
            to.writeStringField("to", window.period().to().toString());
            to.writeEndObject();
        }
        to.writeStringField("why", alert.why());
        to.writeStringField("startsAt", alert.startsAt().toString());
        to.writeStringField("at", alert.at().toString());
        if (alert.before().isPresent()) {
            figures("before", alert.before().get(), to);
        }
        if (alert.figures().isPresent()) {
            figures("figures", alert.figures().get(), to);
        }
        to.writeBooleanField("live", alert.live());
    }

    private static void figures(String name, Figures figures, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(name);
        to.writeNumberField("low", figures.low());
        to.writeNumberField("best", figures.best());
        if (figures.high() == Count.OPEN) {
            to.writeNullField("high");
        } else {
            to.writeNumberField("high", figures.high());
        }
        to.writeStringField("grade", figures.grade().name());
        to.writeNumberField("origins", figures.origins());
        to.writeArrayFieldStart("claims");
        for (Citation claim : figures.claims()) {
            to.writeString(claim.id());
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void quote(Quote quote, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("claim", quote.claim());
        to.writeStringField("claimant", quote.claimant());
        to.writeStringField("words", quote.words());
        to.writeStringField("source", quote.source());
        if (quote.url().isPresent()) {
            to.writeStringField("url", quote.url().get());
        }
        to.writeStringField("publishedAt", quote.publishedAt().toString());
        to.writeEndObject();
    }

    private static void ifAny(JsonGenerator to, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            to.writeStringField(name, value);
        }
    }
}
