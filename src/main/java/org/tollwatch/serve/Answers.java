package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.TallyJson;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.Suggestion;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Tally;
import org.tollwatch.policy.Policies;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.TallyService;

/** What every route needs: the service that knows, what may be asked for, and how an answer is sent. */
record Answers(TallyService service, Conflicts conflicts, Policies policies, Policy usual) {

    private static final int TAG_BYTES = 12;

    Asked asked(Context request) {
        return new Asked(request, policies, usual);
    }

    /** @throws ProblemException when there is no such conflict; says which there are */
    Conflict conflict(String id) {
        return conflicts.byId(id).orElseThrow(() -> {
            List<String> known = conflicts.all().stream().map(Conflict::id).collect(Collectors.toList());
            return new ProblemException(Problem.absent("There is no conflict '" + id + "'. "
                    + Suggestion.of(id, known, "Known: " + String.join(", ", known) + ".")));
        });
    }

    /** The conflict's claims as they are now. */
    Ledger ledger(Conflict conflict) {
        return service.ledger(conflict.id()).orElseThrow();
    }

    /** Tallies of a conflict: a page of them, or all in another format. */
    void tallies(Context request, Asked asked, Conflict conflict, String name, List<Tally> tallies) {
        Format format = asked.format(Format.CSV, Format.GEOJSON, Format.JSONL);
        if (format != Format.JSON) {
            Evidence evidence = new Evidence(ledger(conflict));
            new Download(asked, name, format)
                    .send(new TallyListing(evidence).listing(asked.measure()), tallies.iterator());
            return;
        }
        TallyJson json = new TallyJson(new Labels(Optional.of(conflict)), new WindowText(conflict));
        answer(request, Page.of(tallies, asked).json(json::tally, to -> Json.text(to, "conflict", conflict.id())));
    }

    /** The body, unless the reader has it already. */
    void answer(Context request, String json) {
        String tag = tag(json.getBytes(StandardCharsets.UTF_8));
        request.header(Header.ETAG, tag).header(Header.CACHE_CONTROL, "no-cache");
        String held = request.header(Header.IF_NONE_MATCH);
        if (held != null && held.contains(tag)) {
            request.status(304);
        } else {
            request.contentType("application/json").result(json);
        }
    }

    /** The same for the same bytes, and no others. */
    static String tag(byte[] body) {
        return "\"" + HexFormat.of().formatHex(DigestUtils.sha256(body), 0, TAG_BYTES) + "\"";
    }
}
