package org.tollwatch.gather;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Bodies as they were before they were packed for the way. */
final class Unpacked {

    /** A body that is larger unpacked than it may be. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1;

        BombException(int packed, int largest) {
            super(packed + " bytes unpack to more than " + largest);
        }
    }

    private Unpacked() {}

    /**
     * @param encoding of the header Content-Encoding; what is not known is left as it is
     * @throws BombException when more than the largest comes out
     */
    static byte[] of(byte[] body, Optional<String> encoding, int largest) throws IOException {
        String packing =
                encoding.map(name -> name.strip().toLowerCase(Locale.ROOT)).orElse("");
        if (body.length == 0 || packing.isEmpty() || packing.equals("identity")) {
            return body;
        }
        try (InputStream in = opened(body, packing)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new BombException(body.length, largest);
            }
            return bytes;
        }
    }

    private static InputStream opened(byte[] body, String packing) throws IOException {
        InputStream packed = new ByteArrayInputStream(body);
        return switch (packing) {
            // Some servers say gzip of what they did not pack.
            case "gzip", "x-gzip" -> isGzip(body) ? new GZIPInputStream(packed) : packed;
            // Meant is zlib's format; some send it without the header, whose first half byte is always 8.
            case "deflate" -> new InflaterInputStream(packed, new Inflater((body[0] & 0x0F) != 8));
            default -> throw new IOException("is packed as '" + packing + "', which was not asked for");
        };
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 1 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
    }
}
