package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tollwatch.guard.Secret;
import picocli.CommandLine.Option;

/** The token that this process shows to a service, or to the other instances. */
final class TokenOption {

    static final String FILE_VARIABLE = "TOLLWATCH_TOKEN_FILE";
    static final String VARIABLE = "TOLLWATCH_TOKEN";

    /** For who has none. */
    static final String HOW =
            "put it in a file and say --token-file FILE or " + FILE_VARIABLE + ", or set " + VARIABLE + ".";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "A file with the token to show to a service or to other instances; default: $" + FILE_VARIABLE
                        + ", else the",
                "token itself in $" + VARIABLE + "."
            })
    private Path file;

    /** Empty where there is none to show. */
    Optional<Secret> token() {
        Optional<Path> named = Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(System.getenv(FILE_VARIABLE))
                        .filter(path -> !path.isBlank())
                        .map(Path::of));
        return Secret.find(named, VARIABLE, System.getenv(VARIABLE));
    }
}
