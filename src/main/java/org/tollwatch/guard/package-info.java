/** Who may do what: tokens, their roles, and the decision about a request. Knows nothing of HTTP servers and of Kafka. */
package org.tollwatch.guard;
