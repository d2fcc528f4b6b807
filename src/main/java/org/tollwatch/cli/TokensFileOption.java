package org.tollwatch.cli;

import java.nio.file.Path;
import org.tollwatch.guard.TokensFile;
import picocli.CommandLine.Option;

/** Which file of tokens. */
final class TokensFileOption {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            defaultValue = "${env:" + ListenOption.TOKENS_VARIABLE + "}",
            description = "The file of tokens; default: $" + ListenOption.TOKENS_VARIABLE + ".")
    private Path file;

    TokensFile file() {
        return new TokensFile(file);
    }
}
