package org.tollwatch.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Schemas;

/** Whether the registry's schemas can be read by this version, and this version's by them. */
record SchemaCheck(Cluster cluster) implements Check {

    @Override
    public String what() {
        return "schemas";
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        try (Registry registry = cluster.registry()) {
            for (Map.Entry<String, Schema> subject : new TreeMap<>(Schemas.bySubject()).entrySet()) {
                found.add(look(registry, subject.getKey(), subject.getValue()));
            }
        }
        return found;
    }

    private static Finding look(Registry registry, String subject, Schema schema) {
        String what = "schema " + subject;
        return switch (registry.fit(subject, schema)) {
            case FITS -> Finding.ok(what, "fits what is registered");
            case NEW -> Finding.ok(what, "is not registered yet; the first start does that");
            case CLASHES ->
                Finding.error(
                        what,
                        "this version's does not fit the registered one, and would be refused",
                        "Run the version of Tollwatch that registered it or a newer one, or use another registry.");
            case UNASKED -> Finding.unknown(what, "the registry does not answer questions about compatibility");
        };
    }
}
