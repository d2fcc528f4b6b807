package org.tollwatch.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.ask.Json;
import org.tollwatch.gather.Budget;
import org.tollwatch.gather.PushDesk;
import org.tollwatch.gather.PushDesk.Result;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.StreamException;

/** Takes reports and articles, and answers when Kafka has them. */
final class PushRoutes {

    /** Of one request, in bytes. */
    static final int LARGEST = 32 << 20;

    private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9_.\\[\\]]*): ");

    private final Optional<PushDesk> desk;
    private final Budget memory = Budget.ofThisProcess();

    /** @param desk empty where nobody may push */
    PushRoutes(Optional<PushDesk> desk) {
        this.desk = desk;
    }

    void reports(Context request) {
        take(request, PushDesk::reports);
    }

    void articles(Context request) {
        take(request, PushDesk::articles);
    }

    /** What a desk makes of a body. */
    @FunctionalInterface
    private interface Taking {
        List<Result> take(PushDesk desk, byte[] body, boolean lines);
    }

    private void take(Context request, Taking taking) {
        PushDesk open = open();
        boolean lines = lines(request);
        try (Pushed pushed = new Pushed(memory)) {
            answer(request, taking.take(open, body(request, pushed), lines), lines);
        } catch (StreamException e) {
            request.header("Retry-After", "5");
            throw new ProblemException(Problem.notReady(e.getMessage() + " Push it again: nothing is counted twice."));
        }
    }

    private PushDesk open() {
        return desk.orElseThrow(() -> new ProblemException(
                new Problem(403, "Nothing may be pushed here", "This answers for a replay.", Optional.empty())));
    }

    private static boolean lines(Context request) {
        String type = Optional.ofNullable(request.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json" -> false;
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines" -> true;
            default ->
                throw new ProblemException(new Problem(
                        415,
                        "This cannot be read",
                        "Content-Type is application/json for one, or application/x-ndjson for one on each line.",
                        Optional.of("Content-Type")));
        };
    }

    private static byte[] body(Context request, Pushed pushed) {
        try (InputStream in = request.bodyInputStream()) {
            return switch (pushed.read(in, LARGEST)) {
                case WHOLE -> pushed.body();
                case TOO_LARGE ->
                    throw new ProblemException(new Problem(
                            413,
                            "This is too large",
                            "At most " + LARGEST + " bytes at once; push it in parts.",
                            Optional.empty()));
                case NO_ROOM -> {
                    request.header("Retry-After", "5");
                    throw new ProblemException(Problem.notReady(
                            "Others push so much at once that there is no room; push it again, nothing was taken."));
                }
            };
        } catch (IOException e) {
            throw new ProblemException(new Problem(
                    400, "The request cannot be understood", "It broke off: " + e.getMessage(), Optional.empty()));
        }
    }

    private static void answer(Context request, List<Result> results, boolean lines) {
        List<Result.Refused> refused = of(results, Result.Refused.class);
        if (!lines && !refused.isEmpty()) {
            Rejection why = refused.get(0).rejection();
            throw new ProblemException(new Problem(
                    422, "This cannot be counted (" + why.reason().label() + ")", why.detail(), field(why)));
        }
        List<Result.Taken> taken = of(results, Result.Taken.class);
        List<Result.Known> known = of(results, Result.Known.class);
        request.status(refused.isEmpty() ? taken.isEmpty() ? 200 : 201 : 422)
                .contentType("application/json")
                .result(Json.line(to -> {
                    Json.texts(to, "taken", taken.stream().map(Result.Taken::id).toList());
                    Json.texts(to, "known", known.stream().map(Result.Known::id).toList());
                    to.writeArrayFieldStart("rejected");
                    for (Result.Refused one : refused) {
                        Rejection why = one.rejection();
                        Json.object(to, inner -> {
                            Json.text(inner, "origin", why.origin());
                            Json.text(inner, "reason", why.reason().label());
                            Json.textIfAny(inner, "field", field(why).orElse(null));
                            Json.text(inner, "detail", why.detail());
                        });
                    }
                    to.writeEndArray();
                }));
    }

    private static <T extends Result> List<T> of(List<Result> results, Class<T> kind) {
        return results.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Details begin with the field they are about. */
    private static Optional<String> field(Rejection rejection) {
        Matcher matcher = FIELD.matcher(rejection.detail());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
