package org.tollwatch.gather;

import java.util.Locale;

/** Why a fetch gave nothing. Each is a value of the label {@code kind} in the metrics. */
public enum Trouble {
    /** The name cannot be looked up. */
    UNKNOWN_HOST,
    /** An address of this machine, of a private network, or of no single machine. */
    REFUSED_ADDRESS,
    CONNECT,
    /** The certificate is not valid for the name, or there is no common way to speak. */
    TLS,
    /** Not whole within the time that the whole exchange may take. */
    TIMEOUT,
    TOO_LARGE,
    /** Too many answers at once for the memory of this process. */
    CROWDED,
    /** Packed small, unpacked larger than it may be. */
    BOMB,
    /** In a circle, too many, or to something that is not the web. */
    REDIRECT,
    /** An answer that is not HTTP, or breaks off. */
    BROKEN,
    /** 4xx: there is nothing, or not for us. */
    REFUSED,
    /** 410: it will not come back. */
    GONE,
    /** 429: asked too often. */
    TOO_OFTEN,
    /** 5xx, or another answer that is none. */
    SERVER,
    /** It answers, but with no feed. */
    NOT_A_FEED,
    /** robots.txt asks not to. */
    ROBOTS,
    /** A file, a folder or a topic cannot be read. */
    UNREADABLE,
    /** Kafka did not take it; it is tried again. */
    NOT_KEPT,
    /** An error of Tollwatch itself. */
    INTERNAL;

    /** The lower-case name used in metrics and JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same request may well succeed in a while. */
    boolean passing() {
        return switch (this) {
            case UNKNOWN_HOST, CONNECT, TIMEOUT, CROWDED, BROKEN, TOO_OFTEN, SERVER, NOT_KEPT -> true;
            default -> false;
        };
    }
}
