/** How well claims are read: what was read from a text beside what a person reads from it, slot by slot. */
package org.tollwatch.evaluate;
