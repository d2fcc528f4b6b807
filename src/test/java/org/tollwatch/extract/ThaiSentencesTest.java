package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/**
 * What is read from a hundred sentences of the Thai press, drawn once by a fixed seed, against what a person judged each claim
 * to be. The sentences stay where they are, outside of the project; the judgements name them by record.
 */
class ThaiSentencesTest {

    private static final Path SENTENCES = Path.of("../shared/data/thai/sentences.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAMPLE = 100;

    @Test
    void nineClaimsInTenAreRight() throws IOException {
        Assumptions.assumeTrue(Files.exists(SENTENCES), "the Thai sentences are not here: " + SENTENCES);
        Map<String, String> judged = judgements();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> all = Files.readAllLines(SENTENCES, StandardCharsets.UTF_8);
        int right = 0;
        int read = 0;
        for (int record : sample(all.size())) {
            for (ReportedClaim claim :
                    claims(JSON.readTree(all.get(record)).get("text").asText())) {
                String key = key(record, claim);
                String verdict = judged.getOrDefault(key, "not judged");
                out.println(key + "\t" + verdict + "\t" + claim.getQuote());
                read++;
                right += verdict.equals("right") ? 1 : 0;
            }
        }
        out.println("Thai sentences: " + right + " of " + read + " claims are right");
        assertThat((double) right / read).isGreaterThanOrEqualTo(0.90);
    }

    private static List<ReportedClaim> claims(String text) {
        Extractor extractor = new Extractor(
                Languages.bundled(),
                Conflicts.of(Conflicts.bundled().byId("world").orElseThrow()));
        Extraction read = extractor.extract(
                new Article("x", "Sentence", null, "th", Instant.parse("2012-01-01T00:00:00Z"), null, text));
        return read instanceof Extraction.Read r ? r.report().getClaims() : List.of();
    }

    private static String key(int record, ReportedClaim claim) {
        return record + "\t" + claim.getMeasure() + "\t" + claim.getLow() + "\t" + claim.getHigh();
    }

    /** The records of the sample, in order, without those that are annotated in the gold already. */
    private static List<Integer> sample(int size) throws IOException {
        List<Integer> records = new ArrayList<>();
        Set<Integer> gold = annotated();
        for (int i = 0; i < size; i++) {
            if (!gold.contains(i)) {
                records.add(i);
            }
        }
        Collections.shuffle(records, new Random(20));
        List<Integer> sample = new ArrayList<>(records.subList(0, SAMPLE));
        Collections.sort(sample);
        return sample;
    }

    private static Set<Integer> annotated() throws IOException {
        Set<Integer> records = new HashSet<>();
        for (String line : lines("/gold/shared/articles.jsonl")) {
            var article = JSON.readTree(line);
            if (article.get("from").asText().endsWith("thai/sentences.jsonl")) {
                records.add(article.get("record").asInt());
            }
        }
        return records;
    }

    /** Record, measure, low and high of a claim to the verdict on it. */
    private static Map<String, String> judgements() throws IOException {
        Map<String, String> judged = new HashMap<>();
        for (String line : lines("/thai-press.tsv")) {
            int verdict = line.lastIndexOf('\t');
            judged.put(line.substring(0, verdict), line.substring(verdict + 1));
        }
        return judged;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = ThaiSentencesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
