package org.tollwatch.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running service is asked. */
final class ServiceOption {

    static final String VARIABLE = "TOLLWATCH_SERVICE";
    private static final String DEFAULT = "http://127.0.0.1:8080";

    @Option(
            names = "--service",
            paramLabel = "URL",
            description = "Where ./tollwatch up answers; default: $" + VARIABLE + ", else " + DEFAULT + ".")
    private String asked;

    @Mixin
    private TokenOption token;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isAsked() {
        return asked != null;
    }

    /** @throws ParameterException when what was given is no address */
    Service service() {
        String variable = System.getenv(VARIABLE);
        boolean set = variable != null && !variable.isBlank();
        String url = isAsked() ? asked : set ? variable : DEFAULT;
        try {
            URI at = new URI(url.strip());
            if (at.getHost() != null && ("http".equals(at.getScheme()) || "https".equals(at.getScheme()))) {
                return new Service(at, token.token());
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new ParameterException(
                command.commandLine(),
                (isAsked() || !set ? "--service" : VARIABLE) + " '" + url + "' is no address; write it as " + DEFAULT);
    }
}
