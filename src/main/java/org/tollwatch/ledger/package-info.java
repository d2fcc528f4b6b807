/**
 * The reckoning: from the claims on a scope to the tally they support. Pure Java: no clock, no I/O, no Kafka, no Avro.
 */
package org.tollwatch.ledger;
