/** Live feeds: fetches, watches and takes what is pushed, remembers where each feed stands, and tells how it does. */
package org.tollwatch.gather;
