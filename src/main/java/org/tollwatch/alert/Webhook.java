package org.tollwatch.alert;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts each message as JSON, signed where there is a secret. A repeated delivery has the same idempotency key. */
final class Webhook implements Receiver {

    static final String SIGNATURE = "X-Tollwatch-Signature";
    static final String KEY = "Idempotency-Key";

    private static final String ALGORITHM = "HmacSHA256";

    private final URI url;
    private final Optional<byte[]> secret;
    private final Post post;

    Webhook(URI url, Optional<byte[]> secret, Post post) {
        this.url = url;
        this.secret = secret;
        this.post = post;
    }

    @Override
    public String name() {
        return "webhook " + url;
    }

    @Override
    public String shown() {
        return "webhook " + Receiver.shown(url);
    }

    @Override
    public Outcome send(Message message) {
        byte[] body = AlertJson.line(message).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(KEY, message.alert().id() + "/" + message.alert().number());
        secret.ifPresent(key -> headers.put(SIGNATURE, "sha256=" + signature(key, body)));
        return post.send(url, body, headers);
    }

    /** The HMAC-SHA256 of the body, in hexadecimal digits. */
    static String signature(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
