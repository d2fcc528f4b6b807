/** The command line: one command a file, and what it prints. The only room that knows the terminal and the clock. */
package org.tollwatch.cli;
