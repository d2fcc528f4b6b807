package org.tollwatch.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document: what can be asked, and what is answered. */
final class ApiDocument {

    private final Answers answers;
    private final String yaml;
    private final String json;

    ApiDocument(Answers answers) {
        this.answers = answers;
        try (InputStream in = ApiDocument.class.getResourceAsStream("/api/openapi.yaml")) {
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            json = new JsonMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("the document is part of the program", e);
        }
    }

    void json(Context request) {
        answers.answer(request, json);
    }

    void yaml(Context request) {
        answers.answer(request, yaml);
        request.contentType("application/yaml;charset=utf-8");
    }
}
