package org.tollwatch.conflict;

/**
 * Someone who speaks of the conflict without being a party to it: a third state, an organisation, a monitor, an outlet.
 *
 * @param id unique among parties, actors, outlets and persons; states have their ISO 3166 alpha-3 code in lower case
 * @param name as a reader would call it
 * @param names what it is called: Russia
 * @param people adjectives and demonyms: Russian
 * @param seats metonyms for its leadership: Moscow, the Kremlin
 * @param organs names of its bodies that stand by themselves: State Department
 * @param outlet a news agency or channel: it quotes, and vouches only for what it saw itself
 */
public record Actor(String id, String name, Names names, Names people, Names seats, Names organs, boolean outlet) {}
