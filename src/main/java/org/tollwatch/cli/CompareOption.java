package org.tollwatch.cli;

import java.util.List;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.Policy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One policy, or several side by side. */
final class CompareOption {

    private static final String NAME = "--compare";

    @Mixin
    private PolicyOption one;

    @Option(
            names = NAME,
            split = ",",
            paramLabel = "NAME|FILE",
            description = "Show the same windows under each of these policies side by side, as in default,acled.")
    private List<String> several;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * In the order asked for.
     *
     * @throws DataFileException when there is no such policy, or its file is wrong
     * @throws ParameterException when it is not clear which are meant
     */
    List<Policy> policies() {
        if (several == null) {
            return List.of(one.policy());
        }
        if (one.isAsked()) {
            throw misused(PolicyOption.NAME + " and " + NAME + " exclude one another; put both policies in " + NAME);
        }
        List<Policy> policies = NamedPolicies.of(NAME, several);
        if (policies.size() < 2) {
            throw misused(NAME + " needs two policies or more, as in " + NAME + " default,acled");
        }
        return policies;
    }

    private ParameterException misused(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
