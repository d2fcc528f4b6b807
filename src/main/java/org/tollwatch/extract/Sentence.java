package org.tollwatch.extract;

import java.util.List;

/**
 * A sentence read: its items after all stages, and the events found in them.
 *
 * @param span where it stands
 * @param items what it is made of
 * @param events what it claims, suppressed ones left out
 */
record Sentence(Splitter.Span span, List<Item> items, List<Event> events) {}
