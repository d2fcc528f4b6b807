package org.tollwatch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.data.DataFileException;
import org.tollwatch.guard.Gate.Verdict;

/** Tokens in their file, and what is decided with them. */
class TokensTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    @TempDir
    Path directory;

    private String added(String name, Role... roles) {
        Token.Made made = Token.make(name, Set.of(roles), DAY, new SecureRandom());
        file().add(made.token());
        return made.secret();
    }

    private TokensFile file() {
        return new TokensFile(directory.resolve("tokens"));
    }

    private Gate gate() {
        return new Gate(Optional.of(TokenBook.of(file())), Optional.empty());
    }

    private static Class<?> decided(Gate gate, Role needed, String header) {
        return gate.decide(needed, Optional.ofNullable(header)).getClass();
    }

    private static String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString(("anyone:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFileKnowsASecretAgainAndDoesNotHoldIt() throws Exception {
        String secret = added("grafana", Role.READ);
        String kept = Files.readString(directory.resolve("tokens"));
        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(kept).contains("grafana read 2024-05-01 ").doesNotContain(secret, secret.substring(3, 15));
        assertThat(Files.getPosixFilePermissions(directory.resolve("tokens")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Gate gate = gate();
        assertThat(gate.decide(Role.READ, Optional.of("Bearer " + secret)))
                .isEqualTo(new Verdict.Admitted(Optional.of("grafana")));
        assertThat(decided(gate, Role.READ, "Bearer " + secret + "x")).isEqualTo(Verdict.Unknown.class);
        assertThat(decided(gate, Role.READ, null)).isEqualTo(Verdict.Unknown.class);
    }

    @Test
    void twoOfTheSameNameAndTheSameSecretTwiceAreNotKeptAlike() {
        Token.Made one = Token.make("a", Set.of(Role.READ), DAY, new SecureRandom());
        Token.Made two = Token.make("a", Set.of(Role.READ), DAY, new SecureRandom());
        assertThat(one.secret()).isNotEqualTo(two.secret());
        file().add(one.token());
        assertThatThrownBy(() -> file().add(two.token())).hasMessageContaining("has a token 'a' already");
    }

    @Test
    void aRoleAllowsWhatItSaysAndAdminAll() {
        String read = added("r", Role.READ);
        String push = added("p", Role.PUSH);
        String both = added("b", Role.READ, Role.PUSH);
        String admin = added("a", Role.ADMIN);
        Gate gate = gate();
        assertThat(decided(gate, Role.PUSH, "Bearer " + read)).isEqualTo(Verdict.Forbidden.class);
        assertThat(decided(gate, Role.READ, "Bearer " + push)).isEqualTo(Verdict.Forbidden.class);
        assertThat(decided(gate, Role.ADMIN, "Bearer " + both)).isEqualTo(Verdict.Forbidden.class);
        for (Role role : Role.values()) {
            assertThat(decided(gate, role, "Bearer " + admin)).isEqualTo(Verdict.Admitted.class);
        }
        assertThat(decided(gate, Role.READ, "bearer " + both)).isEqualTo(Verdict.Admitted.class);
        assertThat(decided(gate, Role.PUSH, "Bearer " + both)).isEqualTo(Verdict.Admitted.class);
    }

    @Test
    void aBrowserMayReadWithItsPasswordAndNeverPush() {
        String admin = added("a", Role.ADMIN);
        Gate gate = gate();
        assertThat(decided(gate, Role.READ, basic(admin))).isEqualTo(Verdict.Admitted.class);
        assertThat(decided(gate, Role.PUSH, basic(admin))).isEqualTo(Verdict.Unknown.class);
        assertThat(decided(gate, Role.READ, "Basic ???")).isEqualTo(Verdict.Unknown.class);
        assertThat(decided(gate, Role.READ, "Basic " + admin)).isEqualTo(Verdict.Unknown.class);
    }

    @Test
    void aTokenThatIsRemovedEndsWithTheNextRequest() throws Exception {
        String kept = added("kept", Role.READ);
        String lost = added("lost", Role.READ);
        Gate gate = gate();
        assertThat(decided(gate, Role.READ, "Bearer " + lost)).isEqualTo(Verdict.Admitted.class);
        assertThat(file().remove("lost")).isTrue();
        assertThat(decided(gate, Role.READ, "Bearer " + lost)).isEqualTo(Verdict.Unknown.class);
        String later = added("later", Role.READ);
        assertThat(decided(gate, Role.READ, "Bearer " + later)).isEqualTo(Verdict.Admitted.class);
        Files.writeString(directory.resolve("tokens"), "damaged");
        assertThat(decided(gate, Role.READ, "Bearer " + kept)).isEqualTo(Verdict.Admitted.class);
    }

    @Test
    void withoutAFileReadingIsFreeAndPushingNeedsItsWord() {
        Gate open = Gate.OPEN;
        assertThat(decided(open, Role.READ, null)).isEqualTo(Verdict.Admitted.class);
        assertThat(decided(open, Role.PUSH, "Bearer whatever-it-may-be")).isEqualTo(Verdict.Forbidden.class);
        Gate word = new Gate(Optional.empty(), Secret.find(Optional.empty(), "V", "a-word-that-is-long-enough"));
        assertThat(decided(word, Role.PUSH, "Bearer a-word-that-is-long-enough"))
                .isEqualTo(Verdict.Admitted.class);
        assertThat(decided(word, Role.PUSH, "Bearer a-word-that-is-long-enougi"))
                .isEqualTo(Verdict.Unknown.class);
    }

    @Test
    void withAFileThePushWordMayPushAndNothingElse() {
        added("r", Role.READ);
        Gate gate = new Gate(
                Optional.of(TokenBook.of(file())), Secret.find(Optional.empty(), "V", "a-word-that-is-long-enough"));
        assertThat(decided(gate, Role.PUSH, "Bearer a-word-that-is-long-enough"))
                .isEqualTo(Verdict.Admitted.class);
        assertThat(decided(gate, Role.READ, "Bearer a-word-that-is-long-enough"))
                .isEqualTo(Verdict.Forbidden.class);
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndWithoutWhatStandsThere() throws Exception {
        Path path = directory.resolve("tokens");
        assertThatThrownBy(() -> file().read()).hasMessageContaining("no such file");
        Files.writeString(path, "# nobody\n");
        assertThatThrownBy(() -> TokenBook.of(file())).hasMessageContaining("holds no token");
        Files.writeString(path, "# x\nplain-secret-in-a-file\n");
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("tokens:2:")
                .hasMessageNotContaining("plain-secret");
        Files.writeString(path, "a read 2024-05-01 00 11\n");
        assertThatThrownBy(() -> file().read()).hasMessageContaining("'a' is damaged");
    }

    @Test
    void aSecretIsNeverShown() {
        Token.Made made = Token.make("a", Set.of(Role.ADMIN), DAY, new SecureRandom());
        Secret secret = Secret.find(Optional.empty(), "V", made.secret()).orElseThrow();
        Gate gate = new Gate(Optional.empty(), Optional.of(secret));
        assertThat(made.toString() + made.token() + secret + gate)
                .doesNotContain(made.secret(), made.token().line());
    }

    @Test
    void aWordThatIsNoSecretIsRefused() throws Exception {
        Path path = Files.writeString(directory.resolve("word"), "two words in one file here");
        assertThatThrownBy(() -> Secret.find(Optional.of(path), "V", null)).hasMessageContaining("more than one word");
        assertThatThrownBy(() -> Secret.find(Optional.empty(), "V", "short"))
                .hasMessageContaining("V:")
                .hasMessageNotContaining("short");
    }
}
