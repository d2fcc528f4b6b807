package org.tollwatch.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.data.DataFileException;

/** The tokens as their file has them now: one that is removed ends with the next request, without a restart. */
public final class TokenBook {

    private static final Logger LOG = LoggerFactory.getLogger(TokenBook.class);

    /** By what a file that was changed or replaced is known. */
    private record Stamp(Object key, Object modified, long size) {}

    private record Page(Optional<Stamp> stamp, List<Token> tokens) {}

    private final TokensFile file;
    private volatile Page page;

    private TokenBook(TokensFile file, Page page) {
        this.file = file;
        this.page = page;
    }

    /** @throws DataFileException when it cannot be read, or holds no token: nobody could ask */
    public static TokenBook of(TokensFile file) {
        Optional<Stamp> stamp = stamp(file);
        List<Token> tokens = file.read();
        if (tokens.isEmpty()) {
            throw new DataFileException(
                    file.path().toString(),
                    0,
                    "",
                    "holds no token; add one with ./tollwatch tokens add NAME --role read --file FILE");
        }
        return new TokenBook(file, new Page(stamp, tokens));
    }

    /** The token with this secret. All are compared, so that the time tells nothing. */
    Optional<Token> holding(String secret) {
        Token found = null;
        for (Token token : tokens()) {
            if (token.is(secret)) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }

    private List<Token> tokens() {
        Optional<Stamp> now = stamp(file);
        Page known = page;
        if (now.equals(known.stamp())) {
            return known.tokens();
        }
        page = new Page(now, anew(known.tokens()));
        return page.tokens();
    }

    /** A file that is gone or damaged shuts nobody out that was let in, and is told. */
    private List<Token> anew(List<Token> known) {
        try {
            List<Token> read = file.read();
            LOG.info("Tokens are read anew: {}", read);
            return read;
        } catch (DataFileException e) {
            LOG.error("Tokens stay as they were: {}", e.getMessage());
            return known;
        }
    }

    private static Optional<Stamp> stamp(TokensFile file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return Optional.of(new Stamp(is.fileKey(), is.lastModifiedTime(), is.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
