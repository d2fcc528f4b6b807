package org.tollwatch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Reason;

/**
 * From JSON to the record, led by the schema. Every error names the field's path. A field the schema does not have is an
 * error too: a misspelt {@code high} would otherwise silently be open.
 */
final class AvroJson {

    private static final SpecificData DATA = SpecificData.getForClass(IncidentReport.class);

    static {
        AvroSerde.trustOwnRecords();
    }

    private final Times times;

    AvroJson(Times times) {
        this.times = times;
    }

    IncidentReport report(ObjectNode object) throws Flaw {
        return (IncidentReport) record(IncidentReport.getClassSchema(), object, "");
    }

    private Object value(Schema schema, JsonNode node, String path) throws Flaw {
        if (schema.getLogicalType() != null) {
            return times.read(node, path);
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, node, path);
            case ARRAY -> array(schema, node, path);
            case UNION -> union(schema, node, path);
            case ENUM -> symbol(schema, node, path);
            default -> Scalars.read(schema.getType(), node, path);
        };
    }

    private SpecificRecord record(Schema schema, JsonNode node, String path) throws Flaw {
        if (!node.isObject()) {
            throw Scalars.wrong(node, path, "an object {...}");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null) {
                throw new Flaw(
                        Reason.WRONG_SHAPE,
                        join(path, Quoted.brief(name)) + ": no such field in "
                                + schema.getName() + "; it has "
                                + String.join(
                                        ", ",
                                        schema.getFields().stream()
                                                .map(Schema.Field::name)
                                                .toList()));
            }
        }
        SpecificRecord made = (SpecificRecord) SpecificData.newInstance(DATA.getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            made.put(field.pos(), field(field, node.get(field.name()), join(path, field.name())));
        }
        return made;
    }

    private Object field(Schema.Field field, JsonNode node, String path) throws Flaw {
        if (node != null && !(node.isNull() && field.hasDefaultValue())) {
            return value(field.schema(), node, path);
        }
        if (!field.hasDefaultValue()) {
            throw new Flaw(
                    Reason.MISSING_FIELD, path + ": missing; " + (field.doc() == null ? "give it" : field.doc()));
        }
        return DATA.getDefaultValue(field);
    }

    private List<Object> array(Schema schema, JsonNode node, String path) throws Flaw {
        if (!node.isArray()) {
            throw Scalars.wrong(node, path, "a list [...]");
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode element : node) {
            values.add(value(schema.getElementType(), element, path + "[" + values.size() + "]"));
        }
        return values;
    }

    /** Ours are all "null or": Avro wraps what is not null as {@code {"string": "x"}}, people do not. */
    private Object union(Schema schema, JsonNode node, String path) throws Flaw {
        if (node.isNull()) {
            return null;
        }
        Schema branch = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
        boolean wrapped =
                node.isObject() && node.size() == 1 && (node.has(branch.getFullName()) || node.has(branch.getName()));
        return value(branch, wrapped ? node.elements().next() : node, path);
    }

    private static Object symbol(Schema schema, JsonNode node, String path) throws Flaw {
        if (!node.isTextual() || !schema.hasEnumSymbol(node.textValue())) {
            throw new Flaw(
                    Reason.BAD_VALUE,
                    path + ": '" + Quoted.brief(node.asText()) + "' is not one of "
                            + String.join(", ", schema.getEnumSymbols()));
        }
        return DATA.createEnum(node.textValue(), schema);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
