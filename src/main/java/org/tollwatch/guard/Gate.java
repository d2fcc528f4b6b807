package org.tollwatch.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may do what. Without a file of tokens reading is free, and pushing needs the push token; with one, everything
 * needs a token that has the role.
 *
 * @param tokens empty where reading is free
 * @param push a token that may push and nothing else
 */
public record Gate(Optional<TokenBook> tokens, Optional<Secret> push) {

    /** Reading is free, and nobody may push. */
    public static final Gate OPEN = new Gate(Optional.empty(), Optional.empty());

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /** What is decided about a request. */
    public sealed interface Verdict {

        /** @param name of the token; empty where none was needed */
        record Admitted(Optional<String> name) implements Verdict {}

        /** No token, or one that is not known. */
        record Unknown(String why) implements Verdict {}

        /** A token that may not do this. */
        record Forbidden(String why) implements Verdict {}
    }

    /** Whether whoever can reach this may read. */
    public boolean isFree() {
        return tokens.isEmpty();
    }

    /** Whether anybody may push. */
    public boolean takesPushes() {
        return tokens.isPresent() || push.isPresent();
    }

    /**
     * @param needed the role; what needs {@link Role#ADMIN} is free to nobody but an admin, and to all where reading is free
     * @param authorization the header, as it was sent
     */
    public Verdict decide(Role needed, Optional<String> authorization) {
        if (isFree() && needed != Role.PUSH) {
            return new Verdict.Admitted(Optional.empty());
        }
        if (!takesPushes()) {
            return new Verdict.Forbidden("Nothing may be pushed here: no token is set. Start with --tokens FILE, with"
                    + " TOLLWATCH_PUSH_TOKEN, or with --push-token FILE.");
        }
        Optional<String> secret = authorization.flatMap(header -> said(header, needed));
        if (secret.isEmpty()) {
            return new Verdict.Unknown(
                    "Send a token with the role " + needed.label() + " as 'Authorization: Bearer ...'"
                            + (needed == Role.READ ? "; a browser sends it as the password, with any user." : "."));
        }
        return decide(needed, secret.get());
    }

    private Verdict decide(Role needed, String secret) {
        Optional<Token> token = tokens.flatMap(book -> book.holding(secret));
        boolean pushes = push.filter(word -> word.is(secret)).isPresent();
        Set<Role> roles = token.map(Token::roles).orElse(pushes ? Set.of(Role.PUSH) : Set.of());
        if (roles.contains(needed) || roles.contains(Role.ADMIN)) {
            return new Verdict.Admitted(Optional.of(token.map(Token::name).orElse("push token")));
        }
        return roles.isEmpty()
                ? new Verdict.Unknown("This token is not known here; it may have been removed.")
                : new Verdict.Forbidden("This token has not the role " + needed.label() + "; ask with another.");
    }

    /**
     * Browsers know no other way than Basic, and then send it with whatever any page makes them ask: it is taken for reading
     * alone.
     */
    private static Optional<String> said(String header, Role needed) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (needed == Role.READ && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return password(header.substring(BASIC.length()).strip());
        }
        return Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
