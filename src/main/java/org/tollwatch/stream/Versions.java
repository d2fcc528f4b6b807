package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/**
 * What a new version of a report takes back. A figure of the version before that the new one gives otherwise is withdrawn; one
 * that the new version no longer mentions is not: pages are cut, and what was said was said. What comes again stands again.
 */
final class Versions {

    private Versions() {}

    /**
     * The retractions that the newest version brings.
     *
     * @param versions of one report, in their order, the newest last
     */
    static List<ReportedClaim> retractions(List<IncidentReport> versions) {
        Map<String, String> withdrawn = new HashMap<>();
        List<ReportedClaim> latest = List.of();
        for (int i = 1; i < versions.size(); i++) {
            latest = step(versions.get(i - 1), versions.get(i), withdrawn);
        }
        return latest;
    }

    /** @param withdrawn ids of claims that are withdrawn, to what withdraws them */
    private static List<ReportedClaim> step(IncidentReport before, IncidentReport now, Map<String, String> withdrawn) {
        List<ReportedClaim> fresh = without(now, before);
        List<ReportedClaim> retractions = new ArrayList<>();
        for (ReportedClaim again : fresh) {
            String by = withdrawn.remove(again.getId());
            if (by != null) {
                retractions.add(retraction(now, again, by, again));
            }
        }
        for (ReportedClaim gone : without(before, now)) {
            instead(gone, fresh, movedAway(before, now)).ifPresent(other -> {
                ReportedClaim retraction = retraction(now, gone, gone.getId(), other);
                withdrawn.put(gone.getId(), retraction.getId());
                retractions.add(retraction);
            });
        }
        return retractions;
    }

    private static boolean movedAway(IncidentReport before, IncidentReport now) {
        return !Objects.equals(before.getConflict(), now.getConflict());
    }

    private static List<ReportedClaim> without(IncidentReport of, IncidentReport other) {
        Set<String> ids = other.getClaims().stream().map(ReportedClaim::getId).collect(Collectors.toUnmodifiableSet());
        return of.getClaims().stream()
                .filter(claim -> claim.getRetracts() == null && !ids.contains(claim.getId()))
                .toList();
    }

    /** @param moved to another conflict: then nothing of it stays, and its own words take it back */
    private static Optional<ReportedClaim> instead(ReportedClaim gone, List<ReportedClaim> fresh, boolean moved) {
        return moved
                ? Optional.of(gone)
                : fresh.stream().filter(other -> corrects(other, gone)).findFirst();
    }

    /** Another figure of the same losses by the same voice, or the same figure of another's losses or by another voice. */
    private static boolean corrects(ReportedClaim other, ReportedClaim gone) {
        return other.getMeasure() == gone.getMeasure()
                && Objects.equals(other.getItem(), gone.getItem())
                && (sameFigure(other, gone) || sameLosses(other, gone));
    }

    private static boolean sameFigure(ReportedClaim a, ReportedClaim b) {
        return a.getLow() == b.getLow()
                && Objects.equals(a.getHigh(), b.getHigh())
                && (voice(a).equals(voice(b)) || Objects.equals(a.getParty(), b.getParty()));
    }

    private static boolean sameLosses(ReportedClaim a, ReportedClaim b) {
        return voice(a).equals(voice(b))
                && Objects.equals(a.getParty(), b.getParty())
                && Objects.equals(a.getTarget(), b.getTarget())
                && a.getStatus() == b.getStatus()
                && a.getExtent() == b.getExtent()
                && Objects.equals(place(a), place(b))
                && a.getPeriod().getFrom().isBefore(b.getPeriod().getTo())
                && b.getPeriod().getFrom().isBefore(a.getPeriod().getTo());
    }

    private static String voice(ReportedClaim claim) {
        String account = claim.getClaimant().getAccount();
        return account.isEmpty() ? claim.getClaimant().getName() : account;
    }

    private static String place(ReportedClaim claim) {
        return claim.getPlace() == null ? null : claim.getPlace().getName();
    }

    /** @param words that are there instead, on which the retraction stands */
    private static ReportedClaim retraction(
            IncidentReport version, ReportedClaim of, String withdraws, ReportedClaim words) {
        String name = version.getId() + Keys.SEPARATOR + version.getRevision() + Keys.SEPARATOR + withdraws;
        return ReportedClaim.newBuilder(of)
                .setId("r-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .setRetracts(withdraws)
                .setQuote(words.getQuote())
                .setStart(words.getStart())
                .setEnd(words.getEnd())
                .build();
    }
}
