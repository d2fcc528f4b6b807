package org.tollwatch.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A CSV file with a header: each row by itself, so that a bad one harms no other. */
final class CsvLines<T> implements SourceReader<T> {

    /** What the columns must be. */
    @FunctionalInterface
    interface Columns {
        void check(List<String> columns) throws Flaw;
    }

    /** What a row means: nothing, one thing or several. */
    @FunctionalInterface
    interface Meaning<T> {
        List<T> of(Row row) throws Flaw;
    }

    private final Columns columns;
    private final Meaning<T> meaning;

    CsvLines(Columns columns, Meaning<T> meaning) {
        this.columns = columns;
        this.meaning = meaning;
    }

    @Override
    public void read(Path path, Consumer<Input<T>> sink) {
        try (QuotedLines lines = new QuotedLines(new BoundedLines(Sources.open(path)))) {
            Optional<Line> header = nextOf(lines);
            if (header.isEmpty()) {
                throw Sources.unreadable("is empty; nothing was read");
            }
            Optional<CsvTable> table = table(header.get(), path, sink);
            if (table.isPresent()) {
                rows(table.get(), lines, path, sink);
            }
        } catch (Flaw e) {
            sink.accept(new Input.Rejected<>(e.at(path.toString()), new byte[0]));
        } catch (IOException e) {
            Flaw flaw = Sources.unreadable(e);
            sink.accept(new Input.Rejected<>(flaw.at(path.toString()), new byte[0]));
        }
    }

    private void rows(CsvTable table, QuotedLines lines, Path path, Consumer<Input<T>> sink) throws IOException, Flaw {
        Optional<Line> line = nextOf(lines);
        if (line.isEmpty()) {
            throw Sources.unreadable("has a header and no rows; nothing was read");
        }
        for (; line.isPresent(); line = nextOf(lines)) {
            read(table, line.get(), path, sink);
        }
    }

    private static Optional<Line> nextOf(QuotedLines lines) throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent() && line.get().blank()) {
            line = lines.next();
        }
        return line;
    }

    /** Under a header that is wrong no row can be read. */
    private Optional<CsvTable> table(Line header, Path path, Consumer<Input<T>> sink) {
        try {
            CsvTable table = new CsvTable(header);
            columns.check(table.columns());
            return Optional.of(table);
        } catch (Flaw e) {
            sink.accept(new Input.Rejected<>(e.at(path + ":" + header.number()), header.bytes()));
            return Optional.empty();
        }
    }

    private void read(CsvTable table, Line line, Path path, Consumer<Input<T>> sink) {
        String origin = path + ":" + line.number();
        try {
            for (T read : meaning.of(table.row(line, origin))) {
                sink.accept(new Input.Taken<>(read, origin, line.bytes()));
            }
        } catch (Flaw e) {
            sink.accept(new Input.Rejected<>(e.at(origin), line.bytes()));
        }
    }
}
