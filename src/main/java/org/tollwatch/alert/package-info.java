/** Rules over tallies: when somebody is told, when what was told is corrected, and how it reaches them. */
package org.tollwatch.alert;
