package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.local.SchemaRegistryServer;
import org.tollwatch.report.IncidentReport;

class AvroSerdeTest {

    @TempDir
    Path directory;

    private SchemaRegistryServer server;
    private AvroSerde<IncidentReport> serde;

    @BeforeEach
    void start() {
        server = SchemaRegistryServer.start(directory.resolve("schemas.json"), 0);
        serde = AvroSerde.register(Registry.at(server.url()), "reports-value", IncidentReport.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReportComesBackAsItWas() {
        IncidentReport report = report("r1", killed("c1", "artsakh", 2, 54).build())
                .setTitle("Степанакерт, Stepanakert, สเตพานาแกร์ต")
                .build();
        byte[] bytes = encode(report);
        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat(serde.decode(bytes)).isEqualTo(new Decoded.Value<>(report));
        assertThat(serde.deserializer().deserialize("reports", bytes)).isEqualTo(report);
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(serde.serializer().serialize("tallies", null)).isNull();
        assertThat(serde.deserializer().deserialize("tallies", null)).isNull();
    }

    @Test
    void foreignBytesAreTold() {
        assertThat(reasonOf(null)).isEqualTo(Reason.UNDECODABLE);
        assertThat(reasonOf(new byte[0])).isEqualTo(Reason.UNDECODABLE);
        assertThat(reasonOf(new byte[] {0, 0, 0, 0, 1})).isEqualTo(Reason.UNDECODABLE);
        assertThat(reasonOf("{\"id\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Reason.UNDECODABLE);
        assertThat(reasonOf(new byte[] {0, 0, 0, 9, 9, 1, 2})).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThatThrownBy(() -> serde.deserializer().deserialize("claims", new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("claims");
    }

    @Test
    void bytesLeftOverAreNoReport() {
        byte[] bytes = encode(report("r1").build());
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        assertThat(reasonOf(longer)).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void damagedBytesNeverThrow() {
        byte[] sound =
                encode(report("r1", killed("c1", "artsakh", 2, 54).build()).build());
        Random random = new Random(20_200_927);
        for (int round = 0; round < 50_000; round++) {
            byte[] damaged = java.util.Arrays.copyOf(sound, 6 + random.nextInt(sound.length - 5));
            for (int i = random.nextInt(8); i >= 0; i--) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            assertThat(serde.decode(damaged)).isNotNull();
        }
    }

    @Test
    void oneObjectServesManyThreads() {
        List<IncidentReport> reports = IntStream.range(0, 5_000)
                .mapToObj(i -> report("r" + i, killed("c" + i, "artsakh", 2, i).build())
                        .build())
                .toList();
        assertThat(reports.parallelStream()
                        .allMatch(r -> serde.decode(encode(r)).equals(new Decoded.Value<>(r))))
                .isTrue();
    }

    private byte[] encode(IncidentReport report) {
        return serde.serializer().serialize("reports", report);
    }

    private Reason reasonOf(byte[] bytes) {
        return ((Decoded.Unreadable<IncidentReport>) serde.decode(bytes)).reason();
    }
}
