package org.tollwatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key with its certificate for this machine, and who trusts it: made by Java's keytool. */
record Keys(Path keys, Path trust) {

    static final String PASSWORD = "of-the-stores";

    static Keys make(Path directory, String name) throws IOException, InterruptedException {
        Path keys = directory.resolve(name + "-keys.p12");
        Path trust = directory.resolve(name + "-trust.p12");
        Path certificate = directory.resolve(name + ".crt");
        keytool(
                "-genkeypair",
                "-alias",
                "this",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-keystore",
                keys.toString());
        keytool("-exportcert", "-alias", "this", "-file", certificate.toString(), "-keystore", keys.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "this",
                "-file",
                certificate.toString(),
                "-keystore",
                trust.toString());
        return new Keys(keys, trust);
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("keytool failed: " + String.join(" ", words));
        }
    }
}
