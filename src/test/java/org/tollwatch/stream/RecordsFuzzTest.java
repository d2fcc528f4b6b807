package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.fuzz.Fuzz;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Status;
import org.tollwatch.report.TallyRecord;

/** Bytes and reports that no producer should write, into the whole topology: each is counted or is a dead letter. */
class RecordsFuzzTest {

    private static final List<String> WORDS =
            List.of("\u0000\u0000\u0000\u0000\u0001", "\u0001", "\u007f", "artsakh", "nagorno-karabakh", "\u001f");

    @TempDir
    Path directory;

    private TopologyFixture stream;
    private long sent;

    @BeforeEach
    void start() {
        stream = new TopologyFixture(directory);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void bytes() throws Exception {
        List<byte[]> samples = new ArrayList<>();
        for (Object record :
                new RandomData(new org.apache.avro.generic.GenericData(), TallyRecord.getClassSchema(), 5, 3L)) {
            samples.add(framed(4, record.toString().getBytes(StandardCharsets.UTF_8)));
        }
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            samples.add(encoded(report(random)));
        }
        Fuzz.of("Avro bytes", samples, WORDS, 20_000).run(1_500, bytes -> {
            stream.schemas.reports().decode(bytes);
            stream.schemas.entries().decode(bytes);
            if (stream.schemas.tallies().decode(bytes) instanceof Decoded.Value<TallyRecord> read) {
                read.value().toString();
            }
        });
    }

    @Test
    void damagedRecordsOfTheTopology() throws Exception {
        List<byte[]> samples = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            samples.add(encoded(report(random)));
        }
        Fuzz.of("records of the topology", samples, WORDS, 20_000).run(60, this::send);
        counted();
    }

    @Test
    void strangeReportsOfTheTopology() throws Exception {
        Fuzz.ofTexts("reports of the topology", List.of("1", "22", "333", "4444", "55555"), List.of(), 60)
                .run(60, bytes -> send(encoded(report(new Random(java.util.Arrays.hashCode(bytes))))));
        counted();
    }

    private void send(byte[] bytes) {
        stream.send("k" + bytes.length, bytes);
        if (++sent % 25 == 0) {
            counted();
        }
    }

    private void counted() {
        stream.reckon();
        stream.deadLetters().forEach(letter -> {
            if (TopologyFixture.header(letter, DeadLetter.REASON).isBlank()) {
                throw new AssertionError("a letter without a reason");
            }
        });
    }

    private byte[] encoded(IncidentReport report) {
        return stream.schemas.reports().serializer().serialize(Topics.REPORTS, report);
    }

    private static byte[] framed(int id, byte[] body) {
        byte[] out = new byte[body.length + 5];
        out[4] = (byte) id;
        System.arraycopy(body, 0, out, 5, body.length);
        return out;
    }

    private static IncidentReport report(Random random) {
        List<ReportedClaim> claims = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            claims.add(claim(random));
        }
        return Reports.report(text(random, "r" + random.nextInt(40)), claims.toArray(ReportedClaim[]::new))
                .setSource(text(random, "wire"))
                .setUrl(random.nextBoolean() ? null : text(random, "https://example.org/"))
                .setConflict(random.nextInt(9) == 0 ? text(random, "atlantis") : Reports.CONFLICT)
                .setPublishedAt(time(random))
                .setRevision(random.nextInt(8) == 0 ? number(random).intValue() : random.nextInt(3))
                .setRevisedAt(random.nextInt(3) == 0 ? time(random) : null)
                .setText(random.nextBoolean() ? null : text(random, "text"))
                .build();
    }

    private static ReportedClaim claim(Random random) {
        long low = random.nextInt(3) == 0 ? number(random) : random.nextInt(50);
        Instant from = time(random);
        Instant to = random.nextInt(4) == 0 ? time(random) : from.plusSeconds(86_400L * (1 + random.nextInt(40)));
        return Reports.killed(text(random, "c" + random.nextInt(90)), "artsakh", 1 + random.nextInt(28), 3)
                .setMeasure(any(random, Measure.values()))
                .setStatus(any(random, Status.values()))
                .setLow(low)
                .setBest(random.nextInt(5) == 0 ? number(random) : low)
                .setHigh(random.nextInt(3) == 0 ? null : random.nextInt(5) == 0 ? number(random) : low)
                .setParty(
                        random.nextInt(6) == 0
                                ? text(random, "nobody")
                                : any(random, "artsakh", "armenia", "azerbaijan", null))
                .setItem(random.nextInt(5) == 0 ? text(random, "tank") : null)
                .setRetracts(random.nextInt(8) == 0 ? text(random, "c" + random.nextInt(90)) : null)
                .setVague(random.nextInt(8) == 0 ? text(random, "DOZENS") : null)
                .setConfidence(any(random, 1.0, 0.0, Double.NaN, -1.0, 0.5, Double.MAX_VALUE))
                .setPeriod(new CoveredPeriod(from, to, any(random, Precision.values()), random.nextBoolean()))
                .setExtent(any(random, Extent.values()))
                .setCoverage(any(random, Coverage.values()))
                .setQuote(text(random, "quote"))
                .build();
    }

    private static Instant time(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> Instant.ofEpochMilli(Long.MAX_VALUE / 2);
            case 1 -> Instant.ofEpochMilli(Long.MIN_VALUE / 2);
            case 2 -> Instant.parse("9999-12-31T00:00:00Z");
            case 3 -> Instant.parse("0001-01-01T00:00:00Z");
            case 4 -> Instant.EPOCH;
            default -> Reports.OCTOBER_5.plusSeconds(random.nextInt(90 * 86_400));
        };
    }

    private static Long number(Random random) {
        return any(random, 0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000L, 10_000_000_000L, (long)
                Integer.MAX_VALUE);
    }

    private static String text(Random random, String usual) {
        return random.nextInt(12) > 0
                ? usual
                : any(
                        random,
                        "",
                        " ",
                        "\u001f",
                        "\u0000",
                        "a\u001fb",
                        "x".repeat(600),
                        "\ud83d\ude00",
                        "\u202E",
                        "A/B",
                        "*",
                        "é");
    }

    @SafeVarargs
    private static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
