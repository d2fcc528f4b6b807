package org.tollwatch.replay;

import org.apache.avro.file.CodecFactory;

/** How a file is made small. */
public enum Packing {
    /** Which every reader of Avro can read. */
    DEFLATE,
    /** Smaller and faster, for readers that have it. */
    ZSTANDARD,
    SNAPPY;

    private static final int LEVEL = 6;

    CodecFactory codec() {
        return switch (this) {
            case DEFLATE -> CodecFactory.deflateCodec(LEVEL);
            case ZSTANDARD -> CodecFactory.zstandardCodec(LEVEL, true);
            case SNAPPY -> CodecFactory.snappyCodec();
        };
    }
}
