package org.tollwatch.stream;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * The schema registry, through Confluent's client. Its jar carries an Avro of its own under other names, so schemas
 * cross as text.
 */
public final class Registry implements AutoCloseable {

    private static final int CACHED_SCHEMAS = 1_000;

    private final String urls;
    private final SchemaRegistryClient client;
    private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();

    private Registry(String urls, SchemaRegistryClient client) {
        this.urls = urls;
        this.client = client;
    }

    /** @param urls base URLs, comma separated: the next is tried when one fails */
    public static Registry at(String urls) {
        return at(urls, Map.of());
    }

    /** @param options the client's own: {@code schema.registry.ssl.*}, {@code basic.auth.*}, {@code bearer.auth.*} */
    public static Registry at(String urls, Map<String, ?> options) {
        return new Registry(urls, new CachedSchemaRegistryClient(List.of(urls.split(",")), CACHED_SCHEMAS, options));
    }

    /**
     * The schema's id under the subject; registers it when it is new.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws StreamException when it refuses, as a schema that cannot read the earlier ones
     */
    public int register(String subject, Schema schema) {
        try {
            return client.register(subject, new AvroSchema(schema.toString()));
        } catch (IOException e) {
            throw unavailable(e);
        } catch (RestClientException e) {
            throw e.getStatus() == 409
                    ? new StreamException(
                            "The registry at " + urls + " refuses " + schema.getFullName() + " for the subject "
                                    + subject
                                    + " (" + e.getMessage()
                                    + "). Records written before could no longer be read: run a version whose schemas"
                                    + " fit, or use another registry.",
                            e)
                    : failure(e);
        }
    }

    /** How a schema stands to those that are registered. */
    public enum Fit {
        FITS,
        /** Nothing is registered under the subject. */
        NEW,
        CLASHES,
        /** The registry does not answer such questions. */
        UNASKED
    }

    /**
     * Whether the schema could be registered under the subject; registers nothing.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public Fit fit(String subject, Schema schema) {
        try {
            if (!client.getAllSubjects().contains(subject)) {
                return Fit.NEW;
            }
            return client.testCompatibility(subject, new AvroSchema(schema.toString())) ? Fit.FITS : Fit.CLASHES;
        } catch (IOException e) {
            throw unavailable(e);
        } catch (RestClientException e) {
            if (e.getStatus() == 404 || e.getStatus() == 405) {
                return Fit.UNASKED;
            }
            throw failure(e);
        }
    }

    /**
     * The schema that records with this id were written with; empty when the registry does not know the id.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public Optional<Schema> writer(int id) {
        Schema known = writers.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Schema schema = new Schema.Parser().parse(client.getSchemaById(id).canonicalString());
            writers.put(id, schema);
            return Optional.of(schema);
        } catch (IOException e) {
            throw unavailable(e);
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                return Optional.empty();
            }
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException ignored) {
            // It only held connections.
        }
    }

    private RuntimeException failure(RestClientException e) {
        boolean passing = e.getStatus() >= 500 || e.getStatus() == 429 || e.getStatus() == 408;
        return passing
                ? unavailable(e)
                : new StreamException(
                        "The schema registry at " + urls + " refuses (" + e.getStatus() + ": " + e.getMessage()
                                + "). Check its address and the credentials.",
                        e);
    }

    private RegistryUnavailableException unavailable(Exception e) {
        return new RegistryUnavailableException(
                "The schema registry at " + urls + " does not answer (" + StreamException.rootOf(e)
                        + "). Start it or check its address; nothing is lost meanwhile.",
                e);
    }
}
