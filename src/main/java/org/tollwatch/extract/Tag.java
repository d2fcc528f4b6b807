package org.tollwatch.extract;

/** What a word can be to the grammar. One word may carry several; the stages decide which it is. */
enum Tag {
    // Numbers.
    /** A number word: value. */
    CARDINAL,
    /** A word that multiplies what stands before it: value. */
    MULTIPLIER,
    /** Joins the words of one number ("two hundred and five"). */
    NUMBER_JOIN,
    /** A quantity without a number: vague. */
    VAGUE,
    /** Stands before a number and bounds it: bound. */
    QUALIFIER,
    /** Stands after a number and bounds it: bound. */
    QUALIFIER_AFTER,
    /** A part of what follows: the number after it is no count of victims ("half of 120,000 residents"). */
    FRACTION,
    /** Opens a range ("between", "from"). */
    RANGE_OPEN,
    /** Stands inside a range ("to"). */
    RANGE,
    /** Counts things that are not victims: days, kilometres, per cent; days when it is a duration. */
    UNIT,
    /** Makes the number after it a name or an ordinal ("No.", "article"). */
    UNIT_BEFORE,
    CLASSIFIER,
    /** Opens a toll: "the number of" those to whom the trigger after it happened. */
    TOLL,

    // Nouns.
    /** People: status, many (true for plurals). */
    PERSON,
    /** Equipment: item, many. */
    GEAR,
    /** What attacks are made with: kind, many. */
    AMMO,
    /** What is struck besides people and equipment: places, buildings. */
    OBJECT,
    /** Animals and other things that die and are no loss of people. */
    BEAST,
    /** A disease: whom it kills is no loss of a fight, nor of an accident. */
    ILLNESS,

    // Events.
    /** What happened: person, gear, ammo, object (the measure for each class of noun), side, form, ... */
    TRIGGER,
    /** Says that an attack was made, or felt: "carried out", "heard". */
    CARRIED,
    AUX,
    ARTICLE,
    OF,
    GENITIVE,
    POSSESSIVE,
    RELATIVE,
    BREAK,
    COORD,
    SUBSET,
    /** "More", "another", "further": an increment, or only a further kind of loss. */
    MORE,
    /** "Rose by": an increment whatever stands around it. */
    INCREMENT,
    /** "Rose to", "so far", "in total": a running total. */
    TOTAL,
    LOCATIVE,

    // What keeps a mention from being a claim.
    NEGATION,
    HYPOTHETICAL,
    DENIAL,

    // Who.
    SPEECH,
    /** A verb of speech that gives no figure to count by ("urged"). */
    APPEAL,
    ACCORDING,
    /** The words after it are those of whoever stands before it. */
    PRONOUN,
    /** "About this": its sentence says whose word the sentences before it are ("Об этом сообщило министерство"). */
    TOLD,
    ROLE,
    FORMER,
    ENEMY,
    BOTH_SIDES,
    AGAINST,
    BY,
    /** "On the side of": the name after it, or before it, is the one that suffered. */
    SIDE_OF,

    // When.
    MONTH,
    WEEKDAY,
    RELATIVE_DAY,
    DAY_WORD,
    MONTH_WORD,
    YEAR_WORD,
    SINCE,
    PAST,
    /** "The deadliest", "the first": what follows tells since when there was none like it. */
    SUPERLATIVE,
    EPISODE,
    BEGAN,
    ENDED,

    // Made by the stages.
    NUMBER,
    MASKED,
    QUANTITY,
    GROUP,
    DATE,
    NAME,

    // Marks.
    COMMA,
    STOP,
    DASH,
    QUOTE,
    PAREN,
    SPACE
}
