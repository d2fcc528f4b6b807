package org.tollwatch.cli;

import org.tollwatch.local.LocalCluster;

/**
 * Where a cluster is.
 *
 * @param bootstrapServers host:port of the brokers, comma separated
 * @param schemaRegistry base URLs of the schema registry, comma separated
 */
record Addresses(String bootstrapServers, String schemaRegistry) {

    static Addresses of(LocalCluster cluster) {
        return new Addresses(cluster.bootstrapServers(), cluster.registryUrl());
    }
}
