/** The topic of reports counted again, under names of its own; and handed over in files. */
package org.tollwatch.replay;
