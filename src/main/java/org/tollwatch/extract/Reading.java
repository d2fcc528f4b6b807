package org.tollwatch.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;

/**
 * An article with its sentences read: what the resolvers look things up in.
 *
 * @param headline the items of its title
 * @param today the day of publication in the conflict's zone
 */
record Reading(
        Article article,
        LanguagePack pack,
        Conflict conflict,
        NormalText text,
        List<Item> headline,
        List<Sentence> sentences,
        LocalDate today) {

    Instant start(LocalDate day) {
        return day.atStartOfDay(conflict.zone()).toInstant();
    }

    /** The episode that was on when the article was published; a report of the weeks after one still speaks of it. */
    Optional<NamedEpisode> episode() {
        Instant published = article.publishedAt();
        Instant earliest = start(today.minusDays(60));
        return conflict.episodeAt(published)
                .or(() -> conflict.episodes().stream()
                        .filter(e -> !e.episode().period().to().isAfter(published)
                                && e.episode().period().to().isAfter(earliest))
                        .max(Comparator.comparing(e -> e.episode().period().to())));
    }

    /** The day on which an episode began, in the conflict's zone. */
    LocalDate firstDay(NamedEpisode episode) {
        return LocalDate.ofInstant(episode.episode().period().from(), conflict.zone());
    }

    /** Whether a time is one of which news is told: of the last 400 days. */
    boolean recent(Moment moment) {
        return moment.from().isAfter(today.minusDays(400));
    }

    /** The names of this kind that an item can be read as. */
    static Optional<Name> name(Item item, Name.Kind kind) {
        if (!item.is(Tag.NAME)) {
            return Optional.empty();
        }
        for (Sense sense : item.senses()) {
            if (sense instanceof Name name && name.kind() == kind) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether this names the people of a party: "Palestinians", "israélienne". */
    static boolean people(Item item) {
        return name(item, Name.Kind.PARTY)
                .filter(n -> n.form() == Name.Form.PEOPLE)
                .isPresent();
    }

    /** Whether this names a body of a party: its army, a ministry. */
    static boolean organ(Item item) {
        return name(item, Name.Kind.PARTY)
                .filter(n -> n.form() == Name.Form.ORGAN)
                .isPresent();
    }

    /** The party an item names, as itself, its people, its seat or an organ. */
    static Optional<String> party(Item item) {
        return name(item, Name.Kind.PARTY).map(Name::id);
    }

    /** The party of the conflict for which somebody speaks. */
    Optional<String> sideOf(Speaker speaker) {
        return speaker.party().filter(p -> conflict.party(p).isPresent());
    }

    /** Who held, on that day, the place an item names. */
    Optional<String> holder(Item item, LocalDate day) {
        return name(item, Name.Kind.PLACE).flatMap(place -> conflict.holderOf(place.id(), start(day)));
    }

    /** The party an item names, or the holder of the place it names. */
    Optional<String> partyOrHolder(Item item, LocalDate day) {
        return party(item).or(() -> holder(item, day));
    }

    /**
     * The one opponent of a party that the text is about here: the only one, or the one named last at or before this
     * sentence, places standing for who held them.
     */
    Optional<String> opponent(String party, int sentence, LocalDate day) {
        Set<String> opponents = conflict.opponentsOf(party);
        if (opponents.size() <= 1) {
            return opponents.stream().findFirst();
        }
        List<List<Item>> near = new ArrayList<>();
        for (int i = sentence; i >= 0 && i >= sentence - 12; i--) {
            near.add(sentences.get(i).items());
        }
        near.add(headline);
        for (List<Item> items : near) {
            Set<String> named = items.stream()
                    .flatMap(item -> partyOrHolder(item, day).stream())
                    .filter(opponents::contains)
                    .collect(Collectors.toSet());
            Optional<String> one = innermost(named);
            if (one.isPresent()) {
                return one;
            }
        }
        return principal(opponents);
    }

    /** Where none of the opponents is named: the one whose allies all the others are, or parts of it or of them. */
    private Optional<String> principal(Set<String> opponents) {
        return opponents.stream()
                .filter(p -> opponents.stream().allMatch(o -> beside(o, p)))
                .findFirst();
    }

    private boolean beside(String other, String principal) {
        return conflict.partyTree().within(other, principal)
                || conflict.parties().stream()
                        .filter(party -> conflict.partyTree().within(other, party.id()))
                        .anyMatch(party -> party.allies().contains(principal));
    }

    /** The only one, or the one that lies within all the others. */
    private Optional<String> innermost(Set<String> parties) {
        return parties.stream()
                .filter(p -> parties.stream().allMatch(o -> conflict.partyTree().within(p, o)))
                .findFirst();
    }
}
