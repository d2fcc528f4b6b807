package org.tollwatch.cli;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tollwatch.guard.Role;
import org.tollwatch.guard.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A new token. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a token, and prints its secret once; the file keeps a salted hash of it. A running service knows it from",
            "then on."
        })
final class TokensAddCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Whose it is, as in grafana.")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            converter = RoleConverter.class,
            description = "read, push or admin; several with commas.")
    private Set<Role> roles;

    @Mixin
    private TokensFileOption file;

    TokensAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Token.Made made;
        try {
            made = Token.make(
                    name, roles, LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC), new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        file.file().add(made.token());
        console.out().println(made.secret());
        console.complain("This is shown once. Whoever has it may "
                + made.token().labels().replace(",", " and ") + "; keep it where only they can read it.");
        return ExitStatus.OK;
    }

    /** Reads a role from an option. */
    static final class RoleConverter implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            return Role.labelled(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no role; there are " + String.join(", ", Role.labels())));
        }
    }
}
