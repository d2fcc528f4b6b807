package org.tollwatch.dlq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tollwatch.stream.Topics;

/** By which way an input came in, which is where it goes in again. Told from the letter itself. */
public enum Door {
    /** The topic of reports: bytes in the registry's wire format, or what should have been. */
    REPORTS("record of the topic reports"),
    /** A report as JSON, from a file or pushed. */
    REPORT("report as JSON"),
    /** An article as JSON, from a file, a topic, a feed or pushed. */
    ARTICLE("article as JSON"),
    /** A row of a table, a text, a page of an archive: it says nothing without its file. */
    FILE("part of a file");

    static final Pattern RECORD = Pattern.compile(Pattern.quote(Topics.REPORTS) + "-(\\d{1,9})@(\\d{1,18})");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String words;

    Door(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    public static Door of(Letter letter) {
        if (RECORD.matcher(letter.origin()).matches()) {
            return REPORTS;
        }
        Optional<JsonNode> json = letter.text()
                .filter(text -> text.stripLeading().startsWith("{"))
                .flatMap(Door::json);
        if (json.isPresent() && json.get().has("claims")) {
            return REPORT;
        }
        return json.isPresent() && (json.get().has("text") || json.get().has("file")) ? ARTICLE : FILE;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
