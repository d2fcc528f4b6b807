/** A question as people ask it, and its answer in writing and in JSON; the command line and the service share it. */
package org.tollwatch.ask;
