package org.tollwatch.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.JsonLinesFile;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Joins the texts of one set with their claims and distractors. A bad line is kept as a flaw and harms no other. */
final class GoldSet {

    private final Map<String, ArticleLine> articles;
    private final Map<String, TextWords> words = new LinkedHashMap<>();
    private final Map<String, List<GoldClaim>> claims = new LinkedHashMap<>();
    private final Map<String, List<Distractor>> distractors = new LinkedHashMap<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<String> left;
    private final CodeCheck codes;
    private final List<DataFileException> flaws = new ArrayList<>();

    /**
     * @param articles by key
     * @param left keys of texts that were left out already, whose claims are passed over
     */
    GoldSet(Map<String, ArticleLine> articles, List<String> left, CodeCheck codes) {
        this.articles = articles;
        this.left = left;
        this.codes = codes;
        articles.forEach(
                (key, article) -> words.put(key, new TextWords(article.article().text())));
    }

    void claims(List<JsonLinesFile.Line> lines) {
        each(lines, (line, key) -> {
            GoldClaim claim = ClaimLine.read(line, words.get(key));
            Integer earlier = ids.putIfAbsent(claim.id(), line.at().line());
            if (earlier != null) {
                throw line.required("id", "")
                        .at()
                        .problem("'" + claim.id() + "' is the id of line " + earlier + " already. Choose another");
            }
            claims.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
            codes.check(line, articles.get(key).conflict());
        });
    }

    void distractors(List<JsonLinesFile.Line> lines) {
        each(lines, (line, key) -> {
            line.only("file", "lang", "language", "quote", "start", "end", "why", "id", "notes");
            String why = line.get("why").filter(ClaimLine::told).map(Node::text).orElse("");
            Distractor distractor = new Distractor(words.get(key).words(line), why);
            distractors.computeIfAbsent(key, k -> new ArrayList<>()).add(distractor);
        });
    }

    Gold gold() {
        List<GoldText> texts = new ArrayList<>();
        articles.forEach((key, line) -> texts.add(new GoldText(
                line.article(),
                line.conflict(),
                line.aside(),
                line.elsewhere(),
                claims.getOrDefault(key, List.of()),
                distractors.getOrDefault(key, List.of()))));
        return new Gold(texts, flaws, List.of());
    }

    private interface Taking {
        void take(Fields line, String key);
    }

    private void each(List<JsonLinesFile.Line> lines, Taking taking) {
        for (JsonLinesFile.Line line : lines) {
            try {
                if (line instanceof JsonLinesFile.Line.Bad bad) {
                    throw bad.why();
                }
                take(((JsonLinesFile.Line.Good) line).fields(), taking);
            } catch (DataFileException e) {
                flaws.add(e);
            }
        }
    }

    private void take(Fields line, Taking taking) {
        Node file = line.required("file", "\"file\": \"101.txt\", the text it is about");
        String key = file.text();
        if (!articles.containsKey(key)) {
            if (left.contains(key)) {
                return; // told with its text
            }
            throw file.at().problem("there is no text '" + key + "' among the articles. Correct it, or add the text");
        }
        taking.take(line, key);
    }
}
