/** The one-machine default: a Kafka broker and a schema registry inside this JVM, on loopback, kept in one directory. */
package org.tollwatch.local;
