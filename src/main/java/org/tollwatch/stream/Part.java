package org.tollwatch.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some partitions of a store on the way from one instance to another: each with its values as the store's serde writes them. */
final class Part {

    private Part() {}

    static byte[] write(Map<Integer, List<byte[]>> partitions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(bytes);
        try {
            to.writeInt(partitions.size());
            for (Map.Entry<Integer, List<byte[]>> partition : partitions.entrySet()) {
                to.writeInt(partition.getKey());
                to.writeInt(partition.getValue().size());
                for (byte[] value : partition.getValue()) {
                    to.writeInt(value.length);
                    to.write(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when it is not what {@link #write} made */
    static Map<Integer, List<byte[]>> read(byte[] bytes) throws IOException {
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes));
        Map<Integer, List<byte[]>> partitions = new HashMap<>();
        for (int left = from.readInt(); left > 0; left--) {
            List<byte[]> values = new ArrayList<>();
            partitions.put(from.readInt(), values);
            for (int each = from.readInt(); each > 0; each--) {
                values.add(value(from));
            }
        }
        return partitions;
    }

    private static byte[] value(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > from.available()) {
            throw new IOException("a value of " + length + " bytes, with " + from.available() + " left");
        }
        return from.readNBytes(length);
    }
}
