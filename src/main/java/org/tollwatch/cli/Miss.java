package org.tollwatch.cli;

import org.tollwatch.evaluate.Words;

/**
 * One thing that was not read as a person reads it.
 *
 * @param kind missed, extra, unread, distractor, or the slot that was read wrongly or left open
 * @param text the id of the text
 * @param claim the id of the claim in the set; "" of something read too many
 * @param expected what a person reads; "" of something read too many
 * @param got what was read; "" of something missed
 */
record Miss(String kind, String language, String text, String claim, Words words, String expected, String got) {}
