/**
 * Text to claims. A cascade of small finite-state stages over the items of a sentence finds events (how many, of what);
 * separate scored resolvers then answer whose, who says so, when and where. Every word of a language stands in its pack
 * ({@code resources/languages}), every name of a conflict in the conflict file: none in the code.
 */
package org.tollwatch.extract;
