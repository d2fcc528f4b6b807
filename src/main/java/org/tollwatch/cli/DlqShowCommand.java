package org.tollwatch.cli;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Json;
import org.tollwatch.dlq.Door;
import org.tollwatch.dlq.Letter;
import org.tollwatch.dlq.LetterBox;
import org.tollwatch.dlq.LetterId;
import org.tollwatch.dlq.Mark;
import org.tollwatch.dlq.Marks;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One rejected input, whole. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one rejected input: its headers, where it came from, what to do, and its own bytes.")
final class DlqShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "LETTER", description = "Its number, as tollwatch dlq list has it.")
    private String letter;

    @Option(names = "--hex", description = "The bytes in hex, also where they are text.")
    private boolean hex;

    @Option(names = "--json", description = "One JSON line; the bytes in text, and in hex where they are no text.")
    private boolean json;

    @Mixin
    private DataOption data;

    DlqShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LetterId id = LetterId.parse(letter);
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            Letter found = parts.add(new LetterBox(at))
                    .find(id)
                    .orElseThrow(() -> new CommandFailure(
                            "There is no letter " + letter + "; tollwatch dlq list tells which there are", null));
            Marks marks = Marks.read(at);
            if (json) {
                console.out().println(line(found, marks));
            } else {
                print(found, marks);
            }
            console.flush();
        }
        return ExitStatus.OK;
    }

    private void print(Letter found, Marks marks) {
        Table table = new Table(0, console.width());
        table.add("letter", found.id().toString());
        table.add("rejected", found.at().toString());
        found.headers().forEach((name, value) -> table.add(LetterText.plain(name), LetterText.plain(value)));
        table.add("came as", Door.of(found).words());
        table.add("do", LetterText.todo(found));
        marks.of(found.id()).ifPresent(mark -> table.add("sent again", mark.at() + " as " + mark.sentAs()));
        marks.before(found)
                .ifPresent(before -> table.add("is", "what letter " + before + " became when it was sent again"));
        table.add("bytes", found.isCut() ? found.body().length + " of " + found.size() : Long.toString(found.size()));
        table.print(console.out());
        console.out().println();
        Optional<String> text = hex ? Optional.empty() : found.text();
        if (text.isPresent()) {
            List<String> lines = text.get().lines().toList();
            lines.forEach(each -> console.out().println(LetterText.plain(each.replace("\t", "    "))));
        } else {
            LetterText.hex(found.body(), console.out());
        }
    }

    private static String line(Letter found, Marks marks) {
        return Json.line(to -> {
            Json.text(to, "letter", found.id().toString());
            Json.text(to, "rejectedAt", found.at().toString());
            Json.field(to, "headers", inner -> {
                for (Map.Entry<String, String> header : found.headers().entrySet()) {
                    Json.text(inner, header.getKey(), header.getValue());
                }
            });
            Json.text(to, "cameAs", Door.of(found).words());
            Json.text(to, "do", LetterText.todo(found));
            Optional<Mark> mark = marks.of(found.id());
            if (mark.isPresent()) {
                Json.text(to, "sentAgainAt", mark.get().at().toString());
                Json.text(to, "sentAgainAs", mark.get().sentAs());
            }
            Json.textIfAny(to, "sentAgainFrom", marks.before(found).orElse(""));
            to.writeNumberField("bytes", found.size());
            Optional<String> text = found.text();
            if (text.isPresent()) {
                Json.text(to, "text", text.get());
            } else {
                Json.text(to, "hex", HexFormat.of().formatHex(found.body()));
            }
        });
    }
}
