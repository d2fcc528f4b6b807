package org.tollwatch.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small schema registry on loopback that speaks Confluent's REST API, so that Confluent's client and any standard Avro
 * consumer can use it. Its ids are kept in one file.
 */
public final class SchemaRegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistryServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    /** Larger than any schema people write. */
    private static final int LARGEST_BODY = 1 << 20;
    /** What is still read of a body too large: a connection closed over unread bytes may take the answer with it. */
    private static final int LARGEST_REST = 16 << 20;

    private final HttpServer server;
    private final ExecutorService workers;
    private final RegistryRoutes routes;

    private SchemaRegistryServer(HttpServer server, ExecutorService workers, RegistryRoutes routes) {
        this.server = server;
        this.workers = workers;
        this.routes = routes;
    }

    /**
     * @param file where the schemas and their ids are kept
     * @param port 0 for any free one
     * @throws LocalClusterException when the file cannot be read or the port is taken
     */
    public static SchemaRegistryServer start(Path file, int port) {
        RegistryRoutes routes = new RegistryRoutes(new SchemaStore(new SchemaFile(file)));
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(Ports.loopback(), port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw Ports.taken(port, e);
        }
        ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "schema-registry");
            thread.setDaemon(true);
            return thread;
        });
        SchemaRegistryServer registry = new SchemaRegistryServer(server, workers, routes);
        server.setExecutor(workers);
        server.createContext("/", registry::handle);
        server.start();
        return registry;
    }

    /** Base URL, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, routes.answer(exchange.getRequestMethod(), path(exchange), body(exchange)));
            } catch (RegistryError e) {
                send(exchange, e.status(), Map.of("error_code", e.code(), "message", e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error(
                        "The schema registry failed on {} {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        e);
                send(exchange, 500, Map.of("error_code", 50001, "message", "Error in the registry: " + e));
            }
        }
    }

    private static List<String> path(HttpExchange exchange) {
        try {
            return Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                    .filter(part -> !part.isEmpty())
                    // '+' is itself in a path, while URLDecoder takes it for a space
                    .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw RegistryError.http(400, "The path is not well encoded: " + e.getMessage());
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        // A page in a browser may reach loopback too, and is never one of our clients.
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            throw RegistryError.http(403, "This registry does not answer web pages.");
        }
        InputStream stream = exchange.getRequestBody();
        byte[] bytes = stream.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            drain(stream);
            throw RegistryError.http(413, "The request is larger than " + LARGEST_BODY + " bytes.");
        }
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw RegistryError.http(400, "The request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void drain(InputStream stream) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int read = 0;
        for (int rest = 0; read >= 0 && rest < LARGEST_REST; rest += read) {
            read = stream.read(buffer);
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        boolean raw = answer instanceof String;
        byte[] bytes = raw ? ((String) answer).getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
