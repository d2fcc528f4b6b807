package org.tollwatch.gather;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Fetches, and follows redirects by hand: each target is checked like the first, a circle is told, and all of it together
 * takes no longer than one fetch may.
 */
final class WebFetcher implements Fetcher {

    private final Wire wire;
    private final Clock clock;

    WebFetcher(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> fetch(Wanted wanted) {
        Instant until = clock.instant().plus(wanted.limits().patience());
        return follow(wanted, List.of(wanted.url()), true, until).exceptionally(WebFetcher::failed);
    }

    /** @param path all addresses so far; the last is to be asked */
    private CompletableFuture<Answer> follow(Wanted wanted, List<URI> path, boolean permanent, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.toMillis() < 1) {
            return CompletableFuture.completedFuture(Answer.Failed.of(Trouble.TIMEOUT, "not whole in time"));
        }
        URI at = path.get(path.size() - 1);
        return wire.exchange(at, wanted, left).thenCompose(hop -> {
            if (!hop.redirects()) {
                Optional<URI> moved = permanent && path.size() > 1 ? Optional.of(at) : Optional.empty();
                return CompletableFuture.completedFuture(answer(wanted, hop, at, moved));
            }
            try {
                URI next = next(wanted, path, hop);
                List<URI> longer = new ArrayList<>(path);
                longer.add(next);
                return follow(wanted, longer, permanent && hop.permanently(), until);
            } catch (RedirectException e) {
                return CompletableFuture.completedFuture(Answer.Failed.of(Trouble.REDIRECT, e.getMessage()));
            }
        });
    }

    private static URI next(Wanted wanted, List<URI> path, Hop hop) throws RedirectException {
        if (path.size() > wanted.limits().redirects()) {
            throw new RedirectException("more than " + wanted.limits().redirects() + " redirects, the last from "
                    + Shown.address(path.get(path.size() - 1)));
        }
        String location = hop.header("Location").orElseThrow(() -> new RedirectException("redirects to nowhere"));
        URI next;
        try {
            next = path.get(path.size() - 1).resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new RedirectException("redirects to '" + Cut.to(60, location) + "', which is no address");
        }
        String scheme = next.getScheme() == null ? "" : next.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || next.getHost() == null) {
            throw new RedirectException("redirects to '" + Cut.to(60, location) + "', which is not on the web");
        }
        if (path.contains(next)) {
            throw new RedirectException("redirects in a circle, back to " + Shown.address(next));
        }
        return next;
    }

    private Answer answer(Wanted wanted, Hop hop, URI at, Optional<URI> moved) {
        if (hop.status() == 304) {
            return new Answer.Unchanged();
        }
        if (hop.status() != 200) {
            return new Answer.Failed(
                    kind(hop.status()),
                    "answers " + hop.status(),
                    hop.status(),
                    hop.header("Retry-After").flatMap(text -> RetryAfter.read(text, clock.instant())));
        }
        try {
            byte[] body = Unpacked.of(
                    hop.body(), hop.header("Content-Encoding"), wanted.limits().largest());
            return new Answer.Got(
                    at, body, hop.header("Content-Type"), hop.header("ETag"), hop.header("Last-Modified"), moved);
        } catch (Unpacked.BombException e) {
            return Answer.Failed.of(Trouble.BOMB, e.getMessage());
        } catch (IOException e) {
            return Answer.Failed.of(Trouble.BROKEN, "cannot be unpacked: " + e.getMessage());
        }
    }

    private static Trouble kind(int status) {
        if (status == 410) {
            return Trouble.GONE;
        }
        if (status == 429) {
            return Trouble.TOO_OFTEN;
        }
        return status >= 400 && status < 500 && status != 408 ? Trouble.REFUSED : Trouble.SERVER;
    }

    private static Answer failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Trouble trouble = Wire.trouble(cause);
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Answer.Failed.of(trouble, trouble == Trouble.TIMEOUT ? "not whole in time" : Cut.to(200, said));
    }

    private static final class RedirectException extends Exception {
        private static final long serialVersionUID = 1;

        RedirectException(String why) {
            super(why, null, false, false);
        }
    }
}
