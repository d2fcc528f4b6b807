package org.tollwatch.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** Prints what is read from a text file: for the eye, while a pack is being written. Arguments: language, publication, file. */
final class Dump {

    private Dump() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Extractor extractor = new Extractor(Languages.bundled(), Conflicts.bundled());
        String text = Files.readString(Path.of(args[2]), StandardCharsets.UTF_8);
        Extraction read =
                extractor.extract(new Article("x", "Daily", null, args[0], Instant.parse(args[1]), null, text));
        if (args.length > 3) {
            items(out, args[0], text);
        }
        if (read instanceof Extraction.Read r) {
            r.report().getClaims().forEach(c -> out.println(line(c)));
        } else {
            out.println(read);
        }
    }

    /** The items of each sentence, for when an event was not found. */
    private static void items(PrintStream out, String language, String text) {
        LanguagePack pack = Languages.bundled().pack(language).orElseThrow();
        Trie names = NameIndex.of(Conflicts.bundled().byId("nagorno-karabakh").orElseThrow(), pack);
        SentenceReader reader = new SentenceReader(pack, names, java.time.LocalDateTime.of(2020, 10, 5, 12, 0));
        NormalText normal = Normaliser.normalise(text);
        for (Sentence sentence : reader.read(normal)) {
            sentence.items()
                    .forEach(i -> out.print("[" + normal.text().substring(i.start(), i.end()) + ":"
                            + i.senses().stream()
                                    .map(s -> s.tag().name())
                                    .distinct()
                                    .toList() + "] "));
            out.println();
        }
    }

    static String line(ReportedClaim c) {
        return String.format(
                java.util.Locale.ROOT,
                "%-14s %6d %6d %6s %-9s %-9s p=%-10s t=%-10s by=%s/%s/%s %s %s..%s %s %s | %s | %.2f",
                c.getMeasure(),
                c.getLow(),
                c.getBest(),
                c.getHigh(),
                c.getQualifier(),
                c.getStatus(),
                c.getParty(),
                c.getTarget(),
                c.getClaimant().getName(),
                c.getClaimant().getAccount(),
                c.getClaimant().getParty(),
                c.getCoverage(),
                day(c.getPeriod().getFrom()),
                day(c.getPeriod().getTo()),
                c.getExtent(),
                c.getKind() == null ? c.getItem() : c.getKind(),
                c.getQuote(),
                c.getConfidence());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.ofHours(4));
    }
}
