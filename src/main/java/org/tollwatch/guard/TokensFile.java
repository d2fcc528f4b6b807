package org.tollwatch.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.tollwatch.data.DataFileException;

/** The file of tokens: a line each, without their secrets. */
public final class TokensFile {

    private static final String HEAD =
            "# Who may ask this Tollwatch. Made by ./tollwatch tokens; the secrets are not in here.";

    private final Path file;

    public TokensFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /** @throws DataFileException when there is no such file, or a line is none of ours */
    public List<Token> read() {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new DataFileException(
                    file.toString(),
                    0,
                    "",
                    "there is no such file; ./tollwatch tokens add NAME --role read --file FILE makes it");
        } catch (IOException e) {
            throw new DataFileException(file.toString(), 0, "", "cannot be read (" + e + ")");
        }
    }

    private List<Token> parse(List<String> lines) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Token token;
            try {
                token = Token.parse(line);
            } catch (IllegalArgumentException e) {
                throw new DataFileException(file.toString(), i + 1, "", e.getMessage());
            }
            if (tokens.stream().anyMatch(known -> known.name().equals(token.name()))) {
                throw new DataFileException(
                        file.toString(), i + 1, "", "there are two tokens '" + token.name() + "'; remove one");
            }
            tokens.add(token);
        }
        return tokens;
    }

    /** @throws DataFileException when one of that name is there already */
    public void add(Token token) {
        List<Token> tokens = new ArrayList<>(Files.exists(file) ? read() : List.of());
        if (tokens.stream().anyMatch(known -> known.name().equals(token.name()))) {
            throw new DataFileException(
                    file.toString(),
                    0,
                    "",
                    "has a token '" + token.name() + "' already; remove it first, or take another name");
        }
        tokens.add(token);
        write(tokens);
    }

    /** @return whether there was one */
    public boolean remove(String name) {
        List<Token> tokens = new ArrayList<>(read());
        boolean there = tokens.removeIf(token -> token.name().equals(name));
        if (there) {
            write(tokens);
        }
        return there;
    }

    /** All of it or nothing, so that whoever reads meanwhile finds a whole file. */
    private void write(List<Token> tokens) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        tokens.forEach(token -> lines.add(token.line()));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            mine(Files.createFile(beside));
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DataFileException(file.toString(), 0, "", "cannot be written (" + e + ")");
        }
    }

    private static void mine(Path created) throws IOException {
        try {
            Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No file system that knows of owners; the file holds no secrets.
        }
    }
}
