package org.tollwatch.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A replay's state as it lies on the topic of replays. Times are in milliseconds; those that are absent are open. */
final class ReplayJson {

    private final JsonMapper mapper = new JsonMapper();

    byte[] write(ReplayState state) {
        ReplayPlan plan = state.plan();
        ObjectNode to = mapper.createObjectNode();
        to.put("name", plan.name().text());
        time(to, "from", plan.published().from());
        time(to, "to", plan.published().to());
        to.put("policy", plan.policy());
        to.put("reExtract", plan.reExtract());
        to.put("order", plan.order().name());
        offsets(to.putObject("ends"), plan.ends());
        offsets(to.putObject("next"), state.next());
        to.put("looked", state.looked());
        to.put("total", state.total());
        to.put("taken", state.taken());
        to.put("outside", state.left().outside());
        to.put("unreadable", state.left().unreadable());
        to.put("ahead", state.left().ahead());
        time(to, "at", state.at());
        to.put("fed", state.fed());
        to.put("done", state.done());
        changes(to.putObject("changes"), state.changes());
        try {
            return mapper.writeValueAsBytes(to);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of names and numbers can be written", e);
        }
    }

    /** Empty for what is none. */
    Optional<ReplayState> read(byte[] bytes) {
        try {
            JsonNode from = mapper.readTree(bytes);
            ReplayPlan plan = new ReplayPlan(
                    new ReplayName(from.path("name").asText()),
                    new Stretch(time(from.path("from"), Instant.MIN), time(from.path("to"), Instant.MAX)),
                    from.path("policy").asText(),
                    from.path("reExtract").asBoolean(),
                    Order.valueOf(from.path("order").asText()),
                    offsets(from.path("ends")));
            return Optional.of(new ReplayState(
                    plan,
                    offsets(from.path("next")),
                    from.path("looked").asLong(),
                    from.path("total").asLong(),
                    from.path("taken").asLong(),
                    new ReplayState.Left(
                            from.path("outside").asLong(),
                            from.path("unreadable").asLong(),
                            from.path("ahead").asLong()),
                    time(from.path("at"), Instant.MIN),
                    from.path("fed").asBoolean(),
                    from.path("done").asBoolean(),
                    changes(from.path("changes"))));
        } catch (IOException | RuntimeException e) { // somebody else's record
            return Optional.empty();
        }
    }

    private static void time(ObjectNode to, String name, Instant at) {
        if (!at.equals(Instant.MIN) && !at.equals(Instant.MAX)) {
            to.put(name, at.toEpochMilli());
        }
    }

    private static Instant time(JsonNode from, Instant otherwise) {
        return from.isNumber() ? Instant.ofEpochMilli(from.asLong()) : otherwise;
    }

    private static void offsets(ObjectNode to, Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> to.put(partition.toString(), offset));
    }

    private static Map<Integer, Long> offsets(JsonNode from) {
        Map<Integer, Long> offsets = new HashMap<>();
        from.properties()
                .forEach(e ->
                        offsets.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
        return offsets;
    }

    private static void changes(ObjectNode to, Changes changes) {
        to.put("read", changes.read())
                .put("kept", changes.kept())
                .put("refused", changes.refused())
                .put("changed", changes.changed());
        changes.sums()
                .forEach((kind, sum) -> to.withArray("sums")
                        .addObject()
                        .put("language", kind.language())
                        .put("measure", kind.measure())
                        .put("before", sum.before())
                        .put("now", sum.now())
                        .put("added", sum.added())
                        .put("gone", sum.gone())
                        .put("changed", sum.changed()));
    }

    private static Changes changes(JsonNode from) {
        Map<Changes.Kind, Changes.Sum> sums = new HashMap<>();
        for (JsonNode one : from.path("sums")) {
            sums.put(
                    new Changes.Kind(
                            one.path("language").asText(), one.path("measure").asText()),
                    new Changes.Sum(
                            one.path("before").asLong(),
                            one.path("now").asLong(),
                            one.path("added").asLong(),
                            one.path("gone").asLong(),
                            one.path("changed").asLong()));
        }
        return new Changes(
                from.path("read").asLong(),
                from.path("kept").asLong(),
                from.path("refused").asLong(),
                from.path("changed").asLong(),
                sums);
    }
}
