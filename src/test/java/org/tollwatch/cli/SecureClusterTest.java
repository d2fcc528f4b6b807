package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a registry that let in over TLS alone, and only who knows the password. */
@Timeout(240)
class SecureClusterTest {

    private static final Path ARTICLES = Path.of("src/main/resources/samples/karabakh-2023.jsonl");

    @TempDir
    static Path directory;

    private static Keys keys;
    private static SecureBroker broker;
    private static SecureRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        keys = Keys.make(directory, "of-the-broker");
        broker = SecureBroker.start(directory.resolve("kafka"), keys);
        registry = SecureRegistry.start(directory, keys);
        Files.writeString(directory.resolve("password"), SecureBroker.PASSWORD);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    private static String config(Path trust, String password, String registryPassword) {
        return String.join(
                "\n",
                "security.protocol=SASL_SSL",
                "sasl.mechanism=PLAIN",
                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                        + SecureBroker.USER + "\" password=\"" + password + "\";",
                "ssl.truststore.location=" + trust,
                "ssl.truststore.password=" + Keys.PASSWORD,
                "ssl.truststore.type=PKCS12",
                "schema.registry.ssl.truststore.location=" + trust,
                "schema.registry.ssl.truststore.password=" + Keys.PASSWORD,
                "schema.registry.ssl.truststore.type=PKCS12",
                "basic.auth.credentials.source=USER_INFO",
                "basic.auth.user.info=tollwatch:" + registryPassword);
    }

    private static Path file(String name, String config) throws Exception {
        return Files.writeString(directory.resolve(name), config);
    }

    private static String elsewhere() {
        return "${dir:" + directory + ":password}";
    }

    private static List<String> at(Path config) {
        return List.of(
                "--bootstrap-servers",
                broker.address(),
                "--schema-registry",
                registry.url(),
                "--kafka-config",
                config.toString());
    }

    private static CommandRun run(List<String> at, Object... words) {
        return CommandRun.of(java.util.stream.Stream.concat(java.util.Arrays.stream(words), at.stream())
                .toArray());
    }

    @Test
    void everyClientGetsInAndCounts() throws Exception {
        Path config = file("right", config(keys.trust(), elsewhere(), SecureRegistry.PASSWORD));
        List<String> at = at(config);
        Path data = directory.resolve("data");
        try (ServiceProcess service = ServiceProcess.start(data, at, List.of(ARTICLES))) {
            assertThat(ServiceProcess.get(service.url() + "/api/v1/tallies?conflict=nagorno-karabakh"))
                    .contains("\"measure\":\"KILLED\"");
            assertThat(ServiceProcess.get(service.url() + "/api/v1/reports")).contains("\"items\":[{");
            CommandRun letters = run(at, "dlq", "list", "--data", data);
            assertThat(letters.status()).as(letters.err()).isZero();
            CommandRun doctor = run(at, "doctor", "--data", data);
            assertThat(doctor.out())
                    .as(doctor.err())
                    .contains("answers; brokers: 1")
                    .contains("fits what is registered");
            CommandRun replay = run(at, "replay", "--data", directory.resolve("replay"), "--into", "again");
            assertThat(replay.status()).as(replay.err()).isZero();
            CommandRun export = run(at, "archive", "export", directory.resolve("archive.avro"), "--data", data);
            assertThat(export.status()).as(export.err()).isZero();
        }
        assertThat(Files.readString(directory.resolve("up.log")))
                .doesNotContain(SecureBroker.PASSWORD, SecureRegistry.PASSWORD, Keys.PASSWORD);
    }

    private static void isRefused(CommandRun refused, long begun, String... words) {
        assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(refused.err()).contains(words).doesNotContain("error in Tollwatch", Keys.PASSWORD);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aWrongPasswordIsToldAndNothingHangs() throws Exception {
        List<String> at = at(file("wrong", config(keys.trust(), "another-word", SecureRegistry.PASSWORD)));
        long begun = System.nanoTime();
        isRefused(
                run(at, "up", "--port", "0", "--data", directory.resolve("wrong-data")),
                begun,
                "does not let this user in",
                "sasl.*");
        isRefused(run(at, "dlq", "list", "--data", directory), begun, "does not let this user in");
        assertThat(run(at, "doctor", "--data", directory).out()).contains("does not let this user in");
    }

    @Test
    void aCertificateThatIsNotTrustedIsToldAndNothingHangs() throws Exception {
        Keys others = Keys.make(directory, "of-others");
        List<String> at = at(file("stranger", config(others.trust(), elsewhere(), SecureRegistry.PASSWORD)));
        long begun = System.nanoTime();
        isRefused(
                run(at, "up", "--port", "0", "--data", directory.resolve("stranger-data")),
                begun,
                "no trust between",
                "ssl.truststore");
    }

    @Test
    void theRegistrysPasswordIsToldToo() throws Exception {
        List<String> at = at(file("registry", config(keys.trust(), elsewhere(), "another-word")));
        long begun = System.nanoTime();
        isRefused(
                run(at, "up", "--port", "0", "--data", directory.resolve("registry-data")),
                begun,
                "schema registry at " + registry.url(),
                "credentials");
    }

    @Test
    void aSettingThatNobodyKnowsIsToldWithWhatIsLikeIt() throws Exception {
        Path misspelt = file("misspelt", "security.protcol=SSL");
        assertThat(run(at(misspelt), "dlq", "list").err()).contains("misspelt: security.protcol", "security.protocol");
        Path missing = file("missing", "sasl.jaas.config=${env:NO_SUCH_VARIABLE_HERE}");
        assertThat(run(at(missing), "dlq", "list").err()).contains("sasl.jaas.config", "is not there");
    }
}
