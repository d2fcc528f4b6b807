package org.tollwatch.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The OpenAPI document as the service gives it, and whether answers are as it says. */
record Document(JsonNode root) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Document of(String json) throws Exception {
        return new Document(MAPPER.readTree(json));
    }

    TreeSet<String> paths() {
        TreeSet<String> paths = new TreeSet<>();
        root.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** Those that answer questions. */
    List<String> asked() {
        return paths().stream()
                .filter(path -> root.path("paths").path(path).has("get"))
                .toList();
    }

    /** A parameter of a path with a value that may be sent. */
    record Parameter(String name, String in, boolean required, String example) {

        String asked() {
            return name + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8);
        }
    }

    List<Parameter> parameters(String path) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : operation(path).path("parameters")) {
            JsonNode parameter = resolve(each);
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("example").asText()));
        }
        return parameters;
    }

    /** The media type of an answer to a path, by its status. */
    String mediaType(String path, int status) {
        return content(path, status).fieldNames().next();
    }

    /** All media types of an answer to a path. */
    List<String> mediaTypes(String path, int status) {
        List<String> types = new ArrayList<>();
        content(path, status).fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** What is wrong with an answer of a media type, or with a part of it that the schema is of. */
    List<String> faults(String path, int status, String type, String body) throws Exception {
        return faults(content(path, status).path(type).path("schema"), body);
    }

    /** What is wrong with an answer; nothing when it is as the document says. */
    List<String> faults(String path, int status, String body) throws Exception {
        return faults(content(path, status).elements().next().path("schema"), body);
    }

    private List<String> faults(JsonNode schema, String body) throws Exception {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components")); // what references point to
        return SCHEMAS.getSchema(whole).validate(MAPPER.readTree(body)).stream()
                .map(Error::toString)
                .toList();
    }

    /** The same for one of the named schemas. */
    List<String> faults(String schema, String body) throws Exception {
        ObjectNode whole = MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        whole.set("components", root.path("components")); // what references point to
        return SCHEMAS.getSchema(whole).validate(MAPPER.readTree(body)).stream()
                .map(Error::toString)
                .toList();
    }

    private JsonNode content(String path, int status) {
        JsonNode responses = operation(path).path("responses");
        String key = String.valueOf(status);
        return resolve(responses.path(responses.has(key) ? key : "default")).path("content");
    }

    private JsonNode operation(String path) {
        JsonNode operations = root.path("paths").path(path);
        return operations.path(operations.has("get") ? "get" : "post");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
