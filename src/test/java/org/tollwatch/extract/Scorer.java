package org.tollwatch.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tollwatch.report.ReportedClaim;

/**
 * Compares the claims read from a text with those a person reads from it. A claim is found when one of its measure and
 * bounds stands at the same words; the slots are then compared one by one, where the gold states them.
 */
final class Scorer {

    private static final Map<String, String> CODES =
            Map.of("ARM", "armenia", "NKR", "artsakh", "AZE", "azerbaijan", "ALL", "*", "USA", "usa", "RUS", "rus");

    private final ZoneId zone;
    private final Map<String, int[]> slots = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int expected;
    private int found;
    private int emitted;
    private int right;

    Scorer(ZoneId zone) {
        this.zone = zone;
    }

    /** @param gold the claims expected; those with {@code required: false} count neither as missed nor as wrong */
    void score(String label, List<JsonNode> gold, List<ReportedClaim> claims) {
        List<ReportedClaim> free = new ArrayList<>(claims);
        for (JsonNode wanted : gold) {
            boolean counts = wanted.path("required").asBoolean(true);
            Optional<ReportedClaim> match =
                    free.stream().filter(c -> matches(wanted, c)).findFirst();
            expected += counts ? 1 : 0;
            if (match.isEmpty()) {
                if (counts) {
                    notes.add(label + " MISSED " + wanted);
                }
                continue;
            }
            free.remove(match.get());
            if (counts) {
                found++;
                slots(label, wanted, match.get());
            }
            emitted += counts ? 1 : 0;
            right += counts ? 1 : 0;
        }
        for (ReportedClaim extra : free) {
            boolean vague = gold.stream().anyMatch(g -> !g.path("required").asBoolean(true) && overlaps(g, extra));
            boolean counted = !extra.getQualifier().equals("SOME")
                    && !extra.getQualifier().equals("MANY");
            if (!vague && counted) {
                emitted++;
                notes.add(label + " EXTRA  " + Dump.line(extra));
            }
        }
    }

    private static boolean overlaps(JsonNode wanted, ReportedClaim claim) {
        return !wanted.has("start")
                || claim.getStart() < wanted.get("end").asInt()
                        && wanted.get("start").asInt() < claim.getEnd();
    }

    private static boolean matches(JsonNode wanted, ReportedClaim claim) {
        boolean bounds = wanted.get("low").asLong() == claim.getLow()
                && (!wanted.has("high") || Objects.equals(number(wanted.get("high")), claim.getHigh()))
                && (!wanted.hasNonNull("best") || wanted.get("best").asLong() == claim.getBest());
        boolean measure = accepted(wanted, "measure", claim.getMeasure().name());
        return measure && bounds && overlaps(wanted, claim);
    }

    private static Long number(JsonNode node) {
        return node.isNull() ? null : Long.valueOf(node.asLong());
    }

    private void slots(String label, JsonNode wanted, ReportedClaim claim) {
        slot(label, claim, wanted, "party", claim.getParty());
        slot(label, claim, wanted, "claimantSide", claim.getClaimant().getParty());
        slot(label, claim, wanted, "coverage", claim.getCoverage().name());
        slot(label, claim, wanted, "status", claim.getStatus().name());
        slot(label, claim, wanted, "target", claim.getTarget());
        if (wanted.hasNonNull("from") && wanted.get("from").asText().length() == 10) {
            slot(label, claim, wanted, "from", day(claim.getPeriod().getFrom()).toString());
        }
        if (wanted.hasNonNull("to") && wanted.get("to").asText().length() == 10) {
            slot(
                    label,
                    claim,
                    wanted,
                    "to",
                    day(claim.getPeriod().getTo()).minusDays(1).toString());
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private void slot(String label, ReportedClaim claim, JsonNode wanted, String slot, String value) {
        if (!wanted.has(slot) || slot.equals("status") && wanted.get(slot).isNull()) {
            return;
        }
        int[] tally = slots.computeIfAbsent(slot, s -> new int[2]);
        tally[1]++;
        if (accepted(wanted, slot, value)) {
            tally[0]++;
        } else {
            notes.add(label + " " + slot.toUpperCase(Locale.ROOT) + " is " + value + ", not "
                    + wanted.get(slot).asText() + ": " + Dump.line(claim));
        }
    }

    private static boolean accepted(JsonNode wanted, String slot, String value) {
        List<String> right = new ArrayList<>(Arrays.asList(text(wanted.get(slot))));
        String also = slot.equals("claimantSide") ? "claimant" : slot;
        wanted.path("acceptAlso").path(also).forEach(n -> right.add(text(n)));
        wanted.path("acceptAlso").path(slot).forEach(n -> right.add(text(n)));
        return right.stream()
                .anyMatch(r -> r == null || value == null ? Objects.equals(r, value) : r.equalsIgnoreCase(value));
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        String text = node.asText();
        return text.equals("ARTICLE") || text.equals("THIRD") || text.startsWith("MEDIA")
                ? null
                : CODES.getOrDefault(text, text);
    }

    double share(String slot) {
        int[] tally = slots.getOrDefault(slot, new int[] {1, 1});
        return (double) tally[0] / tally[1];
    }

    double recall() {
        return expected == 0 ? 1 : (double) found / expected;
    }

    double precision() {
        return emitted == 0 ? 1 : (double) right / emitted;
    }

    List<String> notes() {
        return notes;
    }

    String summary(String title) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d of %d found (recall %.2f), precision %.2f;",
                title,
                found,
                expected,
                recall(),
                precision()));
        slots.forEach((slot, tally) -> line.append(String.format(Locale.ROOT, " %s %d/%d", slot, tally[0], tally[1])));
        return line.toString();
    }
}
