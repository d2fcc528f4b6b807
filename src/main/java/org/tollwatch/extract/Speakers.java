package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Actor;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Person;
import org.tollwatch.conflict.Tenure;

/** Makes speakers of the names that stand in a stretch of a sentence. */
final class Speakers {

    private final Reading reading;

    Speakers(Reading reading) {
        this.reading = reading;
    }

    /**
     * The party or third state whose body is named: the first, as in "Armenia's ambassador to Russia"; one that only says where
     * ("officials in Yerevan") when there is no other.
     */
    Optional<Speaker> body(List<Item> region) {
        boolean role = region.stream().anyMatch(i -> i.isAny(Tag.ROLE, Tag.PRONOUN) || forces(i));
        Optional<Speaker> where = Optional.empty();
        for (int i = 0; i < region.size(); i++) {
            Item item = region.get(i);
            if (i > 0 && region.get(i - 1).isAny(Tag.AGAINST, Tag.BY)) {
                continue;
            }
            Optional<Speaker> found = (role ? people(item) : Reading.party(item))
                    .or(() -> role ? reading.holder(item, reading.today()) : Optional.empty())
                    .map(this::party)
                    .or(() -> Reading.name(item, Name.Kind.ACTOR).map(n -> actor(n.id())));
            if (found.isPresent() && (i == 0 || !region.get(i - 1).is(Tag.LOCATIVE))) {
                return found;
            }
            where = where.or(() -> found);
        }
        return where;
    }

    /** "The Israeli military said": people without a number, who are an office too. */
    private static boolean forces(Item item) {
        return item.sense(Group.class)
                .filter(g -> g.implied() && g.inner().stream().anyMatch(i -> i.is(Tag.ROLE) || Reading.organ(i)))
                .isPresent();
    }

    /** "Officials of the ethnic Armenian administration": people that name a party, also where they were read as a group. */
    private static Optional<String> people(Item item) {
        Optional<Group> group = item.sense(Group.class).filter(Group::implied);
        return Reading.party(item)
                .or(() -> group.stream()
                        .flatMap(g -> g.inner().stream())
                        .flatMap(i -> Reading.party(i).stream())
                        .findFirst());
    }

    Optional<Speaker> outlet(List<Item> region) {
        return region.stream()
                .flatMap(i -> Reading.name(i, Name.Kind.OUTLET).stream())
                .findFirst()
                .map(n -> reading.conflict().actor(n.id()).map(Actor::name).orElse(n.id()))
                .map(n -> new Speaker(n, n, Optional.empty(), Speaker.Kind.OUTLET));
    }

    /** Two words with capitals, or a role and one: somebody the conflict file does not know. */
    Optional<Speaker> named(List<Item> region) {
        String name = capitals(region);
        boolean role = region.stream().anyMatch(i -> i.is(Tag.ROLE));
        if (name.isEmpty() || !role && name.indexOf(' ') < 0) {
            return Optional.empty();
        }
        return Optional.of(new Speaker(name, name, Optional.empty(), Speaker.Kind.PRIVATE));
    }

    /** Somebody who speaks for nobody else: a witness, an analyst, a former official. */
    Speaker alone(List<Item> region) {
        String name = capitals(region);
        String known = name.isEmpty() ? reading.article().source() : name;
        return new Speaker(known, known, Optional.empty(), Speaker.Kind.PRIVATE);
    }

    private String capitals(List<Item> region) {
        String text = reading.text().text();
        StringBuilder name = new StringBuilder();
        for (Item item : region) {
            boolean capital = item.unknown() && Character.isUpperCase(text.charAt(item.start()));
            if (capital) {
                name.append(name.isEmpty() ? "" : " ").append(text, item.start(), item.end());
            } else if (!name.isEmpty()) {
                break;
            }
        }
        return name.toString();
    }

    Speaker party(String id) {
        String name = reading.conflict().party(id).map(Party::name).orElse(id);
        return new Speaker(name, id, Optional.of(id), Speaker.Kind.BODY);
    }

    private Speaker actor(String id) {
        String name = reading.conflict().actor(id).map(Actor::name).orElse(id);
        return new Speaker(name, id, Optional.of(id), Speaker.Kind.BODY);
    }

    /** In office he speaks for his party; out of it for himself, though he still belongs to it. */
    Speaker person(String id) {
        Person person = reading.conflict().persons().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
        LocalDate day = reading.today();
        Optional<Tenure> held = person.tenureOn(day);
        Optional<String> once = person.tenures().stream()
                .filter(t -> !t.from().isAfter(day))
                .reduce((a, b) -> b)
                .map(Tenure::party);
        return new Speaker(
                person.name(),
                held.map(Tenure::party).orElse(id),
                held.map(Tenure::party).or(() -> once),
                Speaker.Kind.PERSON);
    }
}
