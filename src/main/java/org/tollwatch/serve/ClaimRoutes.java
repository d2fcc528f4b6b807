package org.tollwatch.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tollwatch.ask.EvidenceJson;
import org.tollwatch.ask.IncidentJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Labels;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Scope;
import org.tollwatch.stream.Ledger;

/** The claims that figures stand on, and the incidents they speak of. */
final class ClaimRoutes {

    private static final Comparator<Claim> NEWEST_FIRST =
            Comparator.comparing(Claim::publishedAt).reversed().thenComparing(Claim::id);

    private final Answers answers;

    ClaimRoutes(Answers answers) {
        this.answers = answers;
    }

    /** All claims of a conflict that fit what was asked. */
    void claims(Context request) {
        Asked asked = answers.asked(request)
                .only(
                        "conflict",
                        "party",
                        "measure",
                        "status",
                        "item",
                        "place",
                        "account",
                        "report",
                        "from",
                        "to",
                        "asOf",
                        "format",
                        "limit",
                        "offset");
        Ledger ledger = answers.ledger(answers.conflict(asked.need("conflict")));
        List<Claim> claims = chosen(asked, ledger).stream().sorted(NEWEST_FIRST).toList();
        Format format = asked.format(Format.CSV, Format.GEOJSON, Format.JSONL);
        if (format != Format.JSON) {
            new Download(asked, "claims", format)
                    .send(new ClaimListing(new Evidence(ledger)).listing(asked.measure()), claims.iterator());
            return;
        }
        EvidenceJson json = json(ledger);
        answers.answer(
                request,
                Page.of(claims, asked)
                        .json(
                                json::fields,
                                to -> Json.text(
                                        to, "conflict", ledger.conflict().id())));
    }

    /** One claim; in the conflict asked for, or wherever it is. */
    void one(Context request) {
        Asked asked = answers.asked(request).only("conflict");
        String id = request.pathParam("claim");
        Collection<Conflict> where = asked.text("conflict")
                .map(conflict -> List.of(answers.conflict(conflict)))
                .orElse(List.copyOf(answers.conflicts().all()));
        for (Conflict conflict : where) {
            Ledger ledger = answers.ledger(conflict);
            Optional<Claim> found = ledger.claims().stream()
                    .filter(claim -> claim.id().equals(id))
                    .findFirst();
            if (found.isPresent()) {
                answers.answer(request, Json.line(to -> {
                    Json.text(to, "conflict", conflict.id());
                    json(ledger).fields(found.get(), to);
                }));
                return;
            }
        }
        throw new ProblemException(Problem.absent("There is no claim '" + id + "'; /claims lists a conflict's."));
    }

    /** What happened where, as far as claims with a place tell it. */
    void incidents(Context request) {
        Asked asked = answers.asked(request)
                .only("conflict", "party", "measure", "from", "to", "asOf", "format", "limit", "offset");
        Conflict conflict = answers.conflict(asked.need("conflict"));
        Ledger ledger = answers.ledger(conflict);
        List<Incident> incidents = Incident.of(chosen(asked, ledger));
        Format format = asked.format(Format.CSV, Format.GEOJSON, Format.JSONL);
        if (format != Format.JSON) {
            new Download(asked, "incidents", format)
                    .send(new IncidentListing(new Evidence(ledger)).listing(asked.measure()), incidents.iterator());
            return;
        }
        IncidentJson json = new IncidentJson(ledger);
        answers.answer(
                request,
                Page.of(incidents, asked)
                        .json(
                                (incident, to) -> json.fields(
                                        incident.id(),
                                        incident.scope(),
                                        incident.count(),
                                        incident.period(),
                                        incident.claims(),
                                        to),
                                to -> Json.text(to, "conflict", conflict.id())));
    }

    private static List<Claim> chosen(Asked asked, Ledger ledger) {
        Conflict conflict = ledger.conflict();
        Predicate<Scope> scopes = asked.scopesWithin(conflict);
        Asked.Between between = asked.between(conflict.zone());
        Instant known = asked.asOf(conflict.zone());
        Optional<String> account = asked.text("account");
        Optional<String> report = asked.text("report");
        return ledger.claims().stream()
                .filter(claim -> !claim.publishedAt().isAfter(known))
                .filter(claim -> scopes.test(claim.scope()))
                .filter(claim -> claim.period().from().isBefore(between.to())
                        && claim.period().to().isAfter(between.from()))
                .filter(claim -> account.map(claim.account()::equals).orElse(true))
                .filter(claim -> report.map(id -> ledger.entry(claim.id())
                                .filter(entry -> entry.getReportId().equals(id))
                                .isPresent())
                        .orElse(true))
                .toList();
    }

    private static EvidenceJson json(Ledger ledger) {
        return new EvidenceJson(ledger, new Labels(Optional.of(ledger.conflict())));
    }
}
