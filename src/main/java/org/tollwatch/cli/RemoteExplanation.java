package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Role;
import org.tollwatch.ledger.SetAside;
import org.tollwatch.ledger.Step;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Uncounted;
import org.tollwatch.stream.Ledger;

/**
 * An explanation as a running service writes it.
 *
 * @param ledger the claims that are told of in it
 */
record RemoteExplanation(Ledger ledger, Explanation told) {

    static RemoteExplanation read(Conflict conflict, JsonNode of) {
        RemoteClaims claims = new RemoteClaims(conflict.id());
        Ledger ledger = Ledger.of(conflict, RemoteTallies.each(of.path("claims"), claims::entry));
        Map<String, Claim> byId =
                ledger.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity(), (a, b) -> a));
        RemoteTallies tallies = new RemoteTallies(conflict);
        Optional<Tally> tally =
                Optional.of(of.path("tally")).filter(JsonNode::isObject).map(tallies::tally);
        return new RemoteExplanation(
                ledger,
                new Explanation(
                        tallies.scope(of),
                        tallies.window(of.path("window")),
                        tally,
                        tally.map(Tally::asOf).orElse(Instant.MAX),
                        RemoteTallies.each(
                                of.path("claims"),
                                line -> line(byId.get(line.path("claim").asText()), line))));
    }

    private static Explanation.Line line(Claim claim, JsonNode of) {
        Set<Role> roles = Set.copyOf(RemoteTallies.each(of.path("roles"), role -> Role.valueOf(role.asText())));
        Optional<String> reason = Optional.of(of.path("reason").asText()).filter(text -> !text.isEmpty());
        List<String> by = RemoteTallies.each(of.path("by"), JsonNode::asText);
        return new Explanation.Line(
                claim,
                roles,
                reason.filter(text -> roles.contains(Role.SET_ASIDE)).map(SetAside.Reason::valueOf),
                reason.filter(text -> roles.contains(Role.NOT_COUNTED)).map(Uncounted::valueOf),
                by,
                RemoteTallies.each(of.path("through"), step -> Step.valueOf(step.asText())),
                of.path("guides").asBoolean());
    }
}
