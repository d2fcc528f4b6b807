package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the dashboard, as they lie in this program; nothing else of the class path can be asked for. */
final class PageFiles {

    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.([a-z]+)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    void page(Context request) {
        send(request, "index.html");
    }

    void file(Context request) {
        send(request, request.pathParam("path"));
    }

    private static void send(Context request, String path) {
        String type = Optional.of(PATH.matcher(path))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> TYPES.get(found.group(2)))
                .orElseThrow(() -> absent(path));
        byte[] content = read(path).orElseThrow(() -> absent(path));
        String tag = Answers.tag(content);
        request.header(Header.ETAG, tag).header(Header.CACHE_CONTROL, "no-cache");
        String held = request.header(Header.IF_NONE_MATCH);
        if (held != null && held.contains(tag)) {
            request.status(304);
        } else {
            request.contentType(type).result(content);
        }
    }

    private static ProblemException absent(String path) {
        return new ProblemException(Problem.absent("The dashboard has no file " + path + "."));
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/web/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
