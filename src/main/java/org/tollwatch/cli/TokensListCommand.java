package org.tollwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.guard.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which tokens there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens: whose, what for, since when.")
final class TokensListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TokensFileOption file;

    TokensListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Token> tokens = file.file().read();
        Table table = new Table(0, console.width());
        table.add("name", "roles", "made");
        tokens.forEach(
                token -> table.add(token.name(), token.labels(), token.made().toString()));
        table.print(console.out());
        console.flush();
        return ExitStatus.OK;
    }
}
