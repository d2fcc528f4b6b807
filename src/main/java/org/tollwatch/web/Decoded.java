package org.tollwatch.web;

import java.util.List;

/**
 * Bytes as text.
 *
 * @param flaws where what was declared and what was found differ
 */
record Decoded(String text, List<String> flaws) {}
