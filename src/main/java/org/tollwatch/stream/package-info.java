/** Reports in, tallies out: topics, schemas, the Kafka Streams topology and the service that runs it. */
package org.tollwatch.stream;
