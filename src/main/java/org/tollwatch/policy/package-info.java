/** Which policies and word profiles there are, read from data files: those that come with Tollwatch, and the user's. */
package org.tollwatch.policy;
