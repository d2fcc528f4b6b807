package org.tollwatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tollwatch.local.SchemaBook.Entry;

/**
 * The part of Confluent's Schema Registry REST API that its client and the usual Avro consumers need: what is asked, to
 * what is answered.
 */
final class RegistryRoutes {

    private final SchemaStore store;

    RegistryRoutes(SchemaStore store) {
        this.store = store;
    }

    /**
     * @param path the decoded parts of the path
     * @param body the JSON sent; a missing node when there was none
     * @return what to send back as JSON
     * @throws RegistryError when there is another answer
     */
    Object answer(String method, List<String> path, JsonNode body) {
        String shape = method + " /" + String.join("/", masked(path));
        return switch (shape) {
            case "GET /" -> Map.of();
            case "GET /mode" -> Map.of("mode", "READWRITE");
            case "GET /schemas/types" -> List.of("AVRO");
            case "GET /schemas/ids/*" -> Map.of("schema", store.schema(id(path.get(2))));
            case "GET /schemas/ids/*/schema" -> store.schema(id(path.get(2)));
            case "GET /schemas/ids/*/versions" -> usesOf(id(path.get(2)));
            case "GET /subjects" -> new TreeSet<>(store.book().subjects().keySet());
            case "POST /subjects/*" -> store.lookUp(path.get(1), schemaIn(body));
            case "GET /subjects/*/versions" ->
                store.versions(path.get(1)).stream().map(Entry::version).toList();
            case "POST /subjects/*/versions" -> Map.of("id", store.register(path.get(1), schemaIn(body)));
            case "GET /subjects/*/versions/*" -> store.version(path.get(1), path.get(3));
            case "GET /subjects/*/versions/*/schema" ->
                store.version(path.get(1), path.get(3)).schema();
            case "POST /compatibility/subjects/*/versions" -> verdict(store.objection(path.get(2), schemaIn(body)));
            case "POST /compatibility/subjects/*/versions/*" ->
                verdict(store.objection(path.get(2), schemaIn(body), path.get(4)));
            case "GET /config" -> Map.of("compatibilityLevel", store.book().levelOf(""));
            case "GET /config/*" -> Map.of("compatibilityLevel", levelOf(path.get(1)));
            case "PUT /config" -> configured("", body);
            case "PUT /config/*" -> configured(path.get(1), body);
            default -> throw RegistryError.http(404, "HTTP 404 Not Found: " + method + " /" + String.join("/", path));
        };
    }

    /** The path with what the caller names replaced by a star. */
    private static List<String> masked(List<String> path) {
        List<String> mask = new java.util.ArrayList<>(path);
        int named = path.isEmpty()
                ? 0
                : switch (path.get(0)) {
                    case "subjects", "config" -> 1;
                    case "schemas", "compatibility" -> 2;
                    default -> mask.size();
                };
        for (int i = named; i < mask.size(); i += 2) {
            mask.set(i, "*");
        }
        return mask;
    }

    private Object configured(String subject, JsonNode body) {
        String level = body.path("compatibility").asText("");
        store.setLevel(subject, level);
        return Map.of("compatibility", level);
    }

    private Compatibility levelOf(String subject) {
        return Optional.ofNullable(store.book().compatibility().get(subject))
                .orElseThrow(() -> RegistryError.noLevel(subject));
    }

    private List<Map<String, Object>> usesOf(int id) {
        store.schema(id);
        return new TreeSet<>(store.book().subjects().keySet())
                .stream()
                        .flatMap(subject -> store.book().entries(subject).stream())
                        .filter(entry -> entry.id() == id)
                        .map(entry -> Map.<String, Object>of("subject", entry.subject(), "version", entry.version()))
                        .toList();
    }

    private static Map<String, Object> verdict(Optional<String> objection) {
        return Map.of(
                "is_compatible",
                objection.isEmpty(),
                "messages",
                objection.map(List::of).orElse(List.of()));
    }

    private static String schemaIn(JsonNode body) {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw RegistryError.invalidSchema("only AVRO schemas are kept here");
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryError.invalidSchema("references to other schemas are not kept here");
        }
        if (!body.path("schema").isTextual()) {
            throw RegistryError.invalidSchema("the request has no 'schema' text");
        }
        return body.path("schema").textValue();
    }

    private static int id(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw RegistryError.http(404, "HTTP 404 Not Found: '" + text + "' is no schema id");
        }
        return Integer.parseInt(text);
    }
}
