/** Data files: YAML, and JSON a line, read strictly, so that every complaint names the file, the line, the field and what to do. */
package org.tollwatch.data;
