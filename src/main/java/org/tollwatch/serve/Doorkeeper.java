package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Gate.Verdict;
import org.tollwatch.guard.Role;

/** Asks at every route whether who asks may. A route that says nothing of itself is for admins. */
final class Doorkeeper {

    /** Who may ask a route. */
    enum Needs implements RouteRole {
        NOTHING,
        READ,
        PUSH,
        ADMIN
    }

    private static final Pattern OWN_NAMES =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private final Gate gate;

    Doorkeeper(Gate gate) {
        this.gate = gate;
    }

    private static boolean isOfThisMachine(String host) {
        return host != null && OWN_NAMES.matcher(host).matches();
    }

    /** @throws ProblemException when it may not */
    void ask(Context request) {
        Set<RouteRole> declared = request.routeRoles();
        if (gate.isFree() && !isOfThisMachine(request.host())) {
            throw new ProblemException(new Problem(
                    421,
                    "This is asked under another name",
                    "Without tokens only 127.0.0.1 and localhost are answered: else any page in a browser could read along"
                            + " by giving this machine a name of its own. Start with --tokens FILE.",
                    Optional.empty()));
        }
        if (declared.contains(Needs.NOTHING)) {
            return;
        }
        Role needed =
                declared.contains(Needs.READ) ? Role.READ : declared.contains(Needs.PUSH) ? Role.PUSH : Role.ADMIN;
        Verdict verdict = gate.decide(needed, Optional.ofNullable(request.header("Authorization")));
        if (verdict instanceof Verdict.Unknown unknown) {
            request.header(
                    "WWW-Authenticate",
                    needed == Role.READ ? "Basic realm=\"Tollwatch\", charset=\"UTF-8\", Bearer" : "Bearer");
            throw new ProblemException(new Problem(401, "Who asks must have a token", unknown.why(), Optional.empty()));
        }
        if (verdict instanceof Verdict.Forbidden forbidden) {
            throw new ProblemException(new Problem(403, "This may not be asked", forbidden.why(), Optional.empty()));
        }
    }
}
