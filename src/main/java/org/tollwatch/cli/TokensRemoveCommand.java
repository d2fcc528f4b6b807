package org.tollwatch.cli;

import java.util.concurrent.Callable;
import org.tollwatch.guard.TokensFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a token back. */
@Command(
        name = "remove",
        aliases = "rm",
        mixinStandardHelpOptions = true,
        description = "Takes a token back: a running service refuses it from then on.")
final class TokensRemoveCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Whose it is.")
    private String name;

    @Mixin
    private TokensFileOption file;

    TokensRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TokensFile tokens = file.file();
        if (!tokens.remove(name)) {
            throw new CommandFailure(
                    tokens.path() + " has no token '" + name + "'; ./tollwatch tokens list shows which there are",
                    null);
        }
        console.out().println("Removed: " + name);
        console.flush();
        return ExitStatus.OK;
    }
}
