/** What was rejected: found, shown, and sent again. */
package org.tollwatch.dlq;
