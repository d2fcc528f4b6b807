package org.tollwatch.faults;

import java.nio.file.Path;
import org.tollwatch.local.SchemaRegistryServer;

/** Tollwatch's own registry in a process of its own, where there is no Java that Apicurio's runs on. */
final class OwnRegistry {

    private OwnRegistry() {}

    /** @param arguments the file of schemas, and the port */
    public static void main(String[] arguments) throws InterruptedException {
        SchemaRegistryServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Thread.currentThread().join();
    }
}
