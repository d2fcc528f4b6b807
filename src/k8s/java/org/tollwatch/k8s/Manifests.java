package org.tollwatch.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is applied, as it is written. */
record Manifests(List<JsonNode> all) {

    static Manifests read(String yaml) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        List<JsonNode> documents = new ArrayList<>();
        try (var values = mapper.readerFor(JsonNode.class).readValues(new YAMLFactory().createParser(yaml))) {
            while (values.hasNextValue()) {
                documents.add((JsonNode) values.nextValue());
            }
        }
        return new Manifests(documents);
    }

    /** Everything that is wrong with them, in words. */
    List<String> wrong() {
        return Stream.concat(
                        all.stream().flatMap(each -> Strict.wrong(each).stream()),
                        new References(this).wrong().stream())
                .toList();
    }

    /** All of a kind. */
    List<JsonNode> of(String kind) {
        return all.stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    static String name(JsonNode manifest) {
        return manifest.path("kind").asText() + " "
                + manifest.path("metadata").path("name").asText();
    }
}
