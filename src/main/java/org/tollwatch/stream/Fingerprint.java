package org.tollwatch.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/**
 * What two deliveries of the same report have in common, whichever version of the schema they were written with, and whenever
 * they were seen. Where there is a text, the claims are no part of it: a better reading of the same text is not another report.
 */
final class Fingerprint {

    static final int BYTES = 16;

    private static final SpecificDatumWriter<ReportedClaim> CLAIMS = new SpecificDatumWriter<>(ReportedClaim.class);

    private Fingerprint() {}

    static byte[] of(IncidentReport report) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        add(digest, report.getSource());
        add(digest, report.getUrl());
        add(digest, report.getLanguage());
        digest.update(ByteBuffer.allocate(Long.BYTES)
                .putLong(0, report.getPublishedAt().toEpochMilli()));
        add(digest, report.getTitle());
        add(digest, report.getText());
        if (report.getText() == null) {
            add(digest, report.getConflict());
            digest.update(claims(report));
        }
        return Arrays.copyOf(digest.digest(), BYTES);
    }

    /** With its length, so that what moves from one field to the next is told. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text == null ? -1 : bytes.length));
        digest.update(bytes);
    }

    private static byte[] claims(IncidentReport report) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            for (ReportedClaim claim : report.getClaims()) {
                CLAIMS.write(claim, encoder);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("nothing can go wrong with writing to memory", e);
        }
    }
}
