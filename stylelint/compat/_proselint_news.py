"""What a newsroom makes of proselint's checks: how grave they are, and messages that say what is wrong."""

from __future__ import annotations

_LEVELS = {
    "archaism": "off",
    "restricted": "off",
    "typography": "off",
    "weasel_words.very": "off",
    "annotations": "warning",
    "dates_times.am_pm.midnight_noon": "warning",
    "dates_times.dates": "warning",
    "lexical_illusions": "warning",
    "malapropisms": "warning",
    "misc.back_formations": "warning",
    "misc.capitalization": "warning",
    "misc.currency": "warning",
    "misc.false_plurals": "warning",
    "misc.illogic.coin": "warning",
    "misc.institution_name": "warning",
    "misc.many_a": "warning",
    "misc.not_guilty": "warning",
    "misc.tense_present": "warning",
    "misc.waxed": "warning",
    "misc.whence": "warning",
    "mondegreens": "warning",
    "nonwords": "warning",
    "redundancy.ras_syndrome": "warning",
    "social_awareness": "warning",
    "spelling": "warning",
}
"""Path, or its first parts, to level; what is not here is a suggestion.  The longest that fits holds."""

_MESSAGES = {
    "annotations.misc": "“{found}” is a note to somebody who works on the text; it should not be printed.",
    "cliches.hell": "“{found}” is a cliché; say what happened.",
    "cliches.misc": "“{found}” is a cliché; find words of your own.",
    "dates_times.am_pm.lowercase_periods": "“{found}” is written with full stops: a.m., p.m.",
    "dates_times.am_pm.spacing": "“{found}” needs a blank between the figure and a.m. or p.m.",
    "dates_times.dates.dash_and_from": "“{found}”: after “from” comes “to”, not a dash.",
    "dates_times.dates.decade_apostrophes": "“{found}”: a decade has no apostrophe (the 1950s).",
    "dates_times.dates.month_of_year": "“{found}”: between month and year stands no “of”.",
    "dates_times.dates.month_year_comma": "“{found}”: between month and year stands no comma.",
    "hedging": "“{found}” hedges; say it, or say who says it.",
    "industrial_language.chatspeak": "“{found}” is the language of chats; write it out.",
    "industrial_language.corporate_speak": "“{found}” is the language of press releases; say what is meant.",
    "lexical_illusions": "“{found}”: the same words stand here twice running.",
    "misc.apologizing": "“{found}” says nothing; leave it out.",
    "misc.currency": "“{found}” names the currency twice, by its sign and by its name.",
    "misc.debased": "“{found}” is a phrase that has lost its meaning; leave it out.",
    "misc.greylist": "“{found}”: a plainer word will do, or none.",
    "misc.illogic.collusion": "“{found}”: nobody colludes alone; “acquiescence” may be meant.",
    "misc.metadiscourse": "“{found}” speaks of the text, not of its subject; leave it out.",
    "misc.narcissism": "“{found}”: say what was found, not that it is studied.",
    "misc.phrasal_adjectives.ly": "“{found}”: an adverb in -ly needs no hyphen before an adjective.",
    "misc.pretension": "“{found}” is jargon; a plainer word will do.",
    "misc.scare_quotes": "“{found}”: leave out these quotation marks.",
    "misc.suddenly": "“{found}” tells that something was sudden and does not show it.",
    "misc.tense_present": "“{found}” is wrong or loose English; put it another way.",
    "mixed_metaphors.bottleneck": "“{found}” mixes metaphors: a big bottleneck lets much through.",
    "mixed_metaphors.misc": "“{found}” mixes metaphors; “{replacement}” is meant.",
    "skunked_terms": "“{found}” means different things to different readers; use another word.",
    "social_awareness.lgbtq.offensive": "“{found}” offends; leave it out, or see to the context.",
    "social_awareness.nword": "“{found}”: say what was said, or that a slur was used.",
    "terms.denizen_labels": "“{replacement}” is what people from there are called.",
    "typography.punctuation.misplaced": "“{found}” is “et al.”, with one full stop.",
    "typography.punctuation.hyperbole": "“{found}”: one mark will do.",
    "typography.symbols.copyright": "“{found}” stands for the sign ©.",
    "typography.symbols.ellipsis": "Three full stops stand for the sign “…”.",
    "typography.symbols.sentence_spacing": "More than two blanks after a full stop.",
    "typography.symbols.multiplication": "“{found}” wants the sign ×, not the letter x.",
    "typography.symbols.trademark": "“{found}” stands for the sign ™ or ®.",
    "uncomparables": "“{found}”: there are no degrees of this.",
    "weasel_words.very": "“{found}” hardly ever says more than its absence.",
}
"""Path, or its first parts, to a message where proselint's says too little."""


def level(path: str) -> str:
    """Return `warning`, `suggestion` or `off` for a path of proselint's."""
    return _for(path, _LEVELS) or "suggestion"


def message(path: str) -> str:
    """Return our own message for a path of proselint's, "" where its own will do."""
    return _for(path, _MESSAGES)


def _for(path: str, table: dict[str, str]) -> str:
    """Return what a table has for a path or the longest beginning of it, in whole parts."""
    parts = path.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((table[name] for name in names if name in table), "")
