package org.tollwatch.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of JSON with a list in it, as far as it goes: what comes before the first error is kept.
 *
 * @param head what is beside the list
 * @param list empty when there is none
 * @param flaw where and why reading ended
 */
record LooseJson(ObjectNode head, Optional<List<JsonNode>> list, Optional<String> flaw) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    static LooseJson of(String text, String name) {
        ObjectNode head = JSON.createObjectNode();
        List<JsonNode> list = new ArrayList<>();
        boolean found = false;
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(name)) {
                    found = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        list.add(JSON.readTree(parser));
                    }
                } else {
                    head.set(field, JSON.readTree(parser));
                }
            }
            return new LooseJson(head, found ? Optional.of(list) : Optional.empty(), Optional.empty());
        } catch (JsonProcessingException e) {
            String flaw = Flaws.shown(e.getOriginalMessage());
            return new LooseJson(head, found ? Optional.of(list) : Optional.empty(), Optional.of(flaw));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a string is always readable", e);
        }
    }
}
