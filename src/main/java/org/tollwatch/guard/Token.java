package org.tollwatch.guard;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What is kept of a token: whose it is, what it allows, and by what it is known again. The secret is 256 bits of chance, which
 * nobody can guess however fast hashing is: a salted SHA-256 is enough, and costs a request a microsecond.
 */
public final class Token {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String PREFIX = "tw_";
    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int FIELDS = 5;

    private final String name;
    private final Set<Role> roles;
    private final LocalDate made;
    private final byte[] salt;
    private final byte[] hash;

    private Token(String name, Set<Role> roles, LocalDate made, byte[] salt, byte[] hash) {
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.made = made;
        this.salt = salt;
        this.hash = hash;
    }

    /** A new token, and its secret, which is told once and kept nowhere. */
    public record Made(Token token, String secret) {

        @Override
        public String toString() {
            return "Made[" + token.name + "]";
        }
    }

    /** @throws IllegalArgumentException when the name is none; says which are */
    public static Made make(String name, Set<Role> roles, LocalDate on, SecureRandom chance) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot name a token; take letters, digits, '.', '_' and '-', 64 at most, such as grafana");
        }
        byte[] secret = new byte[SECRET_BYTES];
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(secret);
        chance.nextBytes(salt);
        String word = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Made(new Token(name, roles, on, salt, hash(salt, word)), word);
    }

    /** Whether this is its secret; takes as long whatever is said. */
    boolean is(String secret) {
        return MessageDigest.isEqual(hash, hash(salt, secret));
    }

    public String name() {
        return name;
    }

    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    public LocalDate made() {
        return made;
    }

    /** As in {@code grafana read 2026-11-23 SALT HASH}. */
    String line() {
        HexFormat hex = HexFormat.of();
        return String.join(" ", name, labels(), made.toString(), hex.formatHex(salt), hex.formatHex(hash));
    }

    /** The roles as they are written, with commas. */
    public String labels() {
        return roles().stream().map(Role::label).collect(Collectors.joining(","));
    }

    /** @throws IllegalArgumentException when the line is none of ours; says what is wrong, without what stands there */
    static Token parse(String line) {
        String[] fields = line.split(" ");
        if (fields.length != FIELDS || !NAME.matcher(fields[0]).matches()) {
            throw new IllegalArgumentException(
                    "is no token; lines are NAME ROLES DAY SALT HASH, and ./tollwatch tokens" + " add writes them");
        }
        try {
            HexFormat hex = HexFormat.of();
            byte[] salt = hex.parseHex(fields[3]);
            byte[] hash = hex.parseHex(fields[4]);
            if (salt.length != SALT_BYTES || hash.length != SECRET_BYTES) {
                throw new IllegalArgumentException("too short");
            }
            return new Token(fields[0], roles(fields[1]), LocalDate.parse(fields[2]), salt, hash);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the token '" + fields[0] + "' is damaged; remove the line and add the token anew", e);
        }
    }

    private static Set<Role> roles(String labels) {
        return Arrays.stream(labels.split(","))
                .map(Role::labelled)
                .map(Optional::orElseThrow)
                .collect(Collectors.toSet());
    }

    private static byte[] hash(byte[] salt, String secret) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, salt).hmac(secret);
    }

    /** Neither salt nor hash. */
    @Override
    public String toString() {
        return "Token[" + name + " " + labels() + "]";
    }
}
