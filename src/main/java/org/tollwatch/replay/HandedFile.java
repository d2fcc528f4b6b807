package org.tollwatch.replay;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Reads a file of archived reports, block by block, and knows which of them are whole. */
final class HandedFile implements AutoCloseable {

    /** How many reports the whole file has; without it nobody would notice a file that was cut off between two blocks. */
    static final String COUNT = "tollwatch.reports";

    private static final int MARK = 16;
    private static final int LONGEST_NUMBER = 10;

    /** @param damage empty: it looks whole from outside */
    private record Block(int number, long start, long end, long count, Optional<String> damage) {}

    /**
     * What was read.
     *
     * @param whole reports in blocks that are whole
     * @param damage for each block that is not, which and where it is and what is wrong; and what is missing
     */
    record Result(long whole, List<String> damage) {}

    private final Path path;
    private final DataFileReader<GenericRecord> reader;
    private final RandomAccessFile bytes;
    private final Schema schema;
    private final long first;

    /** @throws ReplayException when it is no such file */
    HandedFile(Path path) {
        this.path = path;
        DataFileReader<GenericRecord> opened = null;
        try {
            opened = new DataFileReader<>(path.toFile(), new GenericDatumReader<>());
            schema = opened.getSchema();
            if (!schema.getFullName().equals(Handed.SCHEMA.getFullName())) {
                throw new ReplayException(path + " holds " + schema.getFullName()
                        + ", not archived reports; tollwatch archive export makes them.");
            }
            bytes = new RandomAccessFile(path.toFile(), "r");
            reader = opened;
            first = opened.previousSync();
        } catch (IOException | RuntimeException e) {
            close(opened);
            throw e instanceof ReplayException told
                    ? told
                    : new ReplayException(
                            path + " cannot be read as an Avro file (" + e.getMessage()
                                    + "). If it was handed over, have it sent again: its beginning is damaged.",
                            e);
        }
    }

    /** Gives all reports of blocks that are whole, in order. */
    Result read(Consumer<Handed> to) {
        long whole = 0;
        List<String> damage = new ArrayList<>();
        try {
            for (Block block : blocks()) {
                Optional<String> wrong = block.damage();
                if (wrong.isEmpty()) {
                    List<Handed> reports = new ArrayList<>();
                    wrong = read(block, reports);
                    if (wrong.isEmpty()) {
                        reports.forEach(to);
                        whole += reports.size();
                    }
                }
                wrong.ifPresent(why -> damage.add(
                        "block " + block.number() + " (bytes " + block.start() + " to " + block.end() + "): " + why));
            }
        } catch (IOException e) {
            throw new ReplayException(path + " cannot be read (" + e.getMessage() + ").", e);
        }
        OptionalLong promised = promised();
        if (promised.isPresent() && promised.getAsLong() != whole) {
            damage.add("of " + promised.getAsLong() + " reports " + whole + " are there");
        }
        return new Result(whole, damage);
    }

    private Optional<String> read(Block block, List<Handed> reports) {
        try {
            reader.seek(block.start());
            for (long i = 0; i < block.count(); i++) {
                reports.add(Handed.read(reader.next(), schema));
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) { // Avro meets damaged bytes with exceptions of any kind
            return Optional.of("report " + (reports.size() + 1) + " of " + block.count() + " in it cannot be read ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")");
        }
    }

    /** Where the blocks lie, by their lengths and marks alone; behind one that is broken the next mark is looked for. */
    private List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        long at = first;
        byte[] mark = at(at - MARK, MARK);
        while (at < bytes.length()) {
            Block block = block(blocks.size() + 1, at, mark);
            blocks.add(block);
            at = block.end();
        }
        return blocks;
    }

    private Block block(int number, long start, byte[] mark) throws IOException {
        bytes.seek(start);
        try {
            long count = number();
            long size = number();
            long end = bytes.getFilePointer() + size + MARK;
            if (count > 0 && size >= 0 && end <= bytes.length() && Arrays.equals(mark, at(end - MARK, MARK))) {
                return new Block(number, start, end, count, Optional.empty());
            }
            return new Block(
                    number,
                    start,
                    after(start, mark),
                    0,
                    Optional.of(
                            end > bytes.length()
                                    ? "the file ends in the middle of it, or its length is damaged"
                                    : "its length or the mark at its end is damaged"));
        } catch (EOFException e) {
            return new Block(number, start, bytes.length(), 0, Optional.of("the file ends at its beginning"));
        }
    }

    /** Behind the next mark, or the end. */
    private long after(long from, byte[] mark) throws IOException {
        byte[] window = new byte[1 << 16];
        long at = from;
        while (at < bytes.length()) {
            bytes.seek(at);
            int length = bytes.read(window);
            for (int i = 0; i + MARK <= length; i++) {
                if (Arrays.equals(window, i, i + MARK, mark, 0, MARK)) {
                    return at + i + MARK;
                }
            }
            if (length < window.length) {
                break;
            }
            at += length - MARK + 1;
        }
        return bytes.length();
    }

    /** As Avro writes whole numbers: seven bits a byte, the sign at the end. */
    private long number() throws IOException {
        long raw = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            int next = bytes.readUnsignedByte();
            raw |= (long) (next & 0x7f) << (7 * i);
            if ((next & 0x80) == 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        return -1;
    }

    private byte[] at(long position, int length) throws IOException {
        long before = bytes.getFilePointer();
        byte[] found = new byte[length];
        bytes.seek(position);
        bytes.readFully(found);
        bytes.seek(before);
        return found;
    }

    private OptionalLong promised() {
        try {
            String count = reader.getMetaString(COUNT);
            return count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            // It was only read.
        }
    }

    @Override
    public void close() {
        close(reader);
        close(bytes);
    }
}
