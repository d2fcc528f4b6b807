package org.tollwatch.gather;

import java.net.URI;

/** Addresses as logs, metrics and answers may show them. */
final class Shown {

    private Shown() {}

    /** Without user, query and fragment, which may hold a key. */
    static String address(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return url.getScheme() + "://" + url.getHost() + port + path + (url.getRawQuery() == null ? "" : "?…");
    }
}
