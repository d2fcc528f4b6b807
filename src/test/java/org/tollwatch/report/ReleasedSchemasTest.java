package org.tollwatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.stream.AvroSerde;

/**
 * Topics are kept for ever and instances of two versions run beside each other while one is replaced: every released version's
 * records are read today, and what is written today can be read by every released version.
 */
class ReleasedSchemasTest {

    /** What lies in topics and stores; the others are parts of these. */
    private static final List<Schema> TODAY = List.of(
            IncidentReport.getClassSchema(),
            LedgerEntry.getClassSchema(),
            TallyRecord.getClassSchema(),
            ReportHeader.getClassSchema(),
            SourceSum.getClassSchema(),
            AlertRecord.getClassSchema(),
            AlertStateRecord.getClassSchema(),
            FeedStateRecord.getClassSchema());

    private static final Map<String, Schema> BY_NAME =
            TODAY.stream().collect(Collectors.toMap(Schema::getFullName, schema -> schema));

    static {
        AvroSerde.trustOwnRecords();
    }

    @Test
    void everySchemaFitsThoseOfAllReleasedVersions() {
        assertThat(Released.all()).isNotEmpty();
        for (Released version : Released.all()) {
            assertThat(version.schemas()).isNotEmpty();
            for (Schema before : version.schemas()) {
                Schema now = BY_NAME.get(before.getFullName());
                assertThat(now)
                        .as("%s of %s; records of it are still on topics", before.getName(), version)
                        .isNotNull();
                assertThat(objections(now, before)).as(version.toString()).isEmpty();
            }
        }
    }

    /** With the bytes themselves; and back to what the released version makes of what is written today. */
    @Test
    void recordsOfAllReleasedVersionsAreReadToday() throws Exception {
        for (Released version : Released.all()) {
            for (Schema before : version.schemas()) {
                assertThat(through(version, before))
                        .as("%s of %s", before.getName(), version)
                        .isEqualTo(version.held(before));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void aChangeThatWouldLoseRecordsIsFound(String what, String schema, Consumer<ObjectNode> change) throws Exception {
        ObjectNode changed = (ObjectNode) new ObjectMapper()
                .readTree(BY_NAME.get("org.tollwatch.report." + schema).toString());
        change.accept(changed);
        Schema next = new Schema.Parser().parse(changed.toString());
        assertThat(objections(next, BY_NAME.get("org.tollwatch.report." + schema)))
                .as(what)
                .isNotEmpty();
    }

    static List<Object[]> clashes() {
        return List.of(
                clash(
                        "a field without a default is gone",
                        "IncidentReport",
                        r -> fields(r).remove(0)),
                clash(
                        "a field without a default is new",
                        "IncidentReport",
                        r -> fields(r).addObject().put("name", "mood").put("type", "string")),
                clash("a text becomes a number", "TallyRecord", r -> field(r, 0).put("type", "long")),
                clash(
                        "a field has another name",
                        "LedgerEntry",
                        r -> field(r, 0).put("name", "renamed")),
                clash(
                        "a time is told in other units",
                        "ReportHeader",
                        r -> fields(r).forEach(f -> {
                            if (f.path("type").path("logicalType").asText().equals("timestamp-millis")) {
                                ((ObjectNode) f.path("type")).put("logicalType", "timestamp-micros");
                            }
                        })));
    }

    /** Whatever the schema says: bytes of another version than the released one are told. */
    @Test
    void recordsThatAreReadOtherwiseAreFound() {
        Released version = Released.all().get(0);
        Schema tallies = TallyRecord.getClassSchema();
        assertThatThrownBy(() -> {
                    try (DataFileReader<Object> reader = new DataFileReader<>(
                            version.records(tallies).toFile(),
                            new GenericDatumReader<>(null, LedgerEntry.getClassSchema()))) {
                        reader.next();
                    }
                })
                .isInstanceOf(RuntimeException.class);
    }

    /** At a release: {@code mvn test -Dtest=ReleasedSchemasTest#keep -Dreleased=VERSION}; the files are committed. */
    @Test
    void keep() throws Exception {
        String version = System.getProperty("released", "");
        assumeTrue(!version.isEmpty(), "nothing is released now");
        new Released(Released.ROOT.resolve(version)).write(TODAY);
    }

    /** Why one may not follow the other; empty when it may. */
    private static List<String> objections(Schema now, Schema before) {
        List<String> found = new ArrayList<>();
        unreadable(now, before, "today's records can be read no more by that version: ", found);
        unreadable(before, now, "that version's records can be read no more: ", found);
        if (!logical(now).entrySet().containsAll(logical(before).entrySet())) {
            found.add("a time or date is told in other units: " + logical(before) + " is now " + logical(now));
        }
        return found;
    }

    private static void unreadable(Schema writer, Schema reader, String what, List<String> found) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        if (result.getCompatibility() != SchemaCompatibilityType.COMPATIBLE) {
            found.add(what + result.getIncompatibilities());
        }
    }

    /** By path: Avro's own check does not look at them. */
    private static Map<String, String> logical(Schema schema) {
        Map<String, String> found = new java.util.TreeMap<>();
        logical(schema, schema.getName(), found);
        return found;
    }

    private static void logical(Schema schema, String path, Map<String, String> found) {
        LogicalType type = schema.getLogicalType();
        if (type != null) {
            found.put(path, type.getName());
        }
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(f -> logical(f.schema(), path + "." + f.name(), found));
            case ARRAY -> logical(schema.getElementType(), path + "[]", found);
            case MAP -> logical(schema.getValueType(), path + "{}", found);
            case UNION -> schema.getTypes().forEach(each -> logical(each, path, found));
            default -> {}
        }
    }

    /** The released records, read as today's objects, written today, and read by the released schema. */
    private static List<String> through(Released version, Schema before) throws Exception {
        Schema now = BY_NAME.get(before.getFullName());
        List<String> lines = new ArrayList<>();
        SpecificData data = SpecificData.getForSchema(now);
        try (DataFileReader<SpecificRecord> reader =
                new DataFileReader<>(version.records(before).toFile(), new SpecificDatumReader<>(before, now, data))) {
            for (SpecificRecord record : reader) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
                new SpecificDatumWriter<SpecificRecord>(now, data).write(record, encoder);
                encoder.flush();
                lines.add(new GenericDatumReader<>(now, before)
                        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null))
                        .toString());
            }
        }
        return lines;
    }

    private static Object[] clash(String what, String schema, Consumer<ObjectNode> change) {
        return new Object[] {what, schema, change};
    }

    private static ArrayNode fields(ObjectNode record) {
        return (ArrayNode) record.path("fields");
    }

    private static ObjectNode field(ObjectNode record, int index) {
        return (ObjectNode) fields(record).get(index);
    }
}
