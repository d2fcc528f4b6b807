/** Where articles and reports come from, and the producer that publishes them. */
package org.tollwatch.feed;
