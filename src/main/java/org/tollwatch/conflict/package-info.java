/** Who is who: conflicts, their parties, aliases, persons, places and episodes, read from data files. */
package org.tollwatch.conflict;
