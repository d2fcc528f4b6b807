package org.tollwatch.serve;

import io.javalin.http.Context;

/**
 * What a browser may do with an answer: use what this server itself sends, and nothing from elsewhere. Reports are texts
 * from strangers; should one of them ever reach a page as markup, it still could not run or call out.
 */
final class SafeHeaders {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private SafeHeaders() {}

    static void add(Context request) {
        request.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
