/**
 * What the web serves, read: feeds, pages, charsets, dates and robots.txt. Bytes in, records out: no fetching, no clock, no
 * Kafka. What can be read is read, what cannot is named, and nothing throws, whatever the bytes are.
 */
package org.tollwatch.web;
