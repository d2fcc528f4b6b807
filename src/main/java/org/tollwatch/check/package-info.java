/** What is wrong with a user's data file, and what may be: beyond what keeps it from being read. */
package org.tollwatch.check;
