package org.tollwatch.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Secret;
import org.tollwatch.guard.TokenBook;
import org.tollwatch.guard.TokensFile;
import org.tollwatch.serve.Door;
import picocli.CommandLine.Option;

/** Where a service listens, and who may ask it. */
final class ListenOption {

    static final String TOKENS_VARIABLE = "TOLLWATCH_TOKENS";

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "The address to answer at; 0.0.0.0: all of this machine. Any but loopback needs --tokens. Default:",
                "${DEFAULT-VALUE}."
            })
    private String address;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = {
                "Who may read and push, as ./tollwatch tokens wrote it; without it $" + TOKENS_VARIABLE
                        + ". With neither, all",
                "on this machine may read."
            })
    private Path tokens;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = {
                "With tokens: how many requests a second one address, and one token, may send; 0: any number. Default:",
                "${DEFAULT-VALUE}."
            })
    private int rate;

    /** @param push a word that may push and nothing else */
    Door door(int port, Optional<Secret> push) {
        Optional<Path> file = Optional.ofNullable(tokens)
                .or(() -> Optional.ofNullable(System.getenv(TOKENS_VARIABLE))
                        .filter(path -> !path.isBlank())
                        .map(Path::of));
        Optional<TokenBook> book = file.map(path -> TokenBook.of(new TokensFile(path)));
        if (rate < 0) {
            throw new CommandFailure("--rate " + rate + " is less than none; 0 is any number", null);
        }
        return new Door(parsed(), port, new Gate(book, push), rate);
    }

    private InetAddress parsed() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new CommandFailure(
                    "--listen " + address + " is no address of this machine; write it as 127.0.0.1 or 0.0.0.0", e);
        }
    }
}
