package org.tollwatch.k8s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real program that makes what is applied of the files: kubectl, or kustomize alone. */
final class Kustomize {

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /** Empty where neither is installed. */
    static Optional<Kustomize> find() {
        return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
                .filter(command -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0)))))
                .findFirst()
                .map(Kustomize::new);
    }

    /**
     * What would be applied.
     *
     * @throws IllegalArgumentException when it refuses the files; says why
     */
    String render(Path folder) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kustomize", ".txt");
        try {
            List<String> all = Stream.concat(command.stream(), Stream.of(folder.toString()))
                    .toList();
            Process process =
                    new ProcessBuilder(all).redirectError(errors.toFile()).start();
            String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalArgumentException(Files.readString(errors));
            }
            return rendered;
        } finally {
            Files.delete(errors);
        }
    }
}
