"""Who receives data: the provider, whom it engages, whom it asks, and whom the tenant passes things on to (pure).

GDPR art. 13(1)(e), (f); art. 44 to 49 for what leaves the EEA.
"""

from consent.documents.asked import asked_lines, asked_names
from consent.documents.facts import Facts, Language
from consent.documents.words import Words, or_missing

_TRANSFER = Words("{name}: {service}, {country}{safeguard}", "{name}: {service}, {country}{safeguard}")
_UNKNOWN_SUBS = Words(
    "De beheerder heeft nog geen subverwerkers opgegeven: {mark}",
    "The operator has not named its sub-processors yet: {mark}",
)
_NO_SUBS = Words("Er zijn geen subverwerkers.", "There are no sub-processors.")


def recipients(facts: Facts, language: Language) -> str:
    """All of them by name, as a sentence part."""
    engaged = facts.sub_processors
    names = [or_missing("", language)] if engaged is None else [one.name for one in engaged]
    asked = asked_names(facts, language)
    own = filter(None, [facts.controller_recipients])
    return ", ".join((or_missing(facts.provider_name, language), *names, *asked, *own))


def transfers(facts: Facts, language: Language) -> tuple[str, ...]:
    """The sub-processors and whoever is asked about an address, one line each, with the ground outside the EEA."""
    return (*engaged_lines(facts, language), *asked_lines(facts, language))


def engaged_lines(facts: Facts, language: Language) -> tuple[str, ...]:
    """The sub-processors, one line each."""
    if facts.sub_processors is None:
        return (_UNKNOWN_SUBS.of(language, mark=or_missing("", language)),)
    if not facts.sub_processors:
        return (_NO_SUBS.of(language),)
    return tuple(
        _TRANSFER.of(
            language,
            name=one.name,
            service=one.service,
            country=one.country,
            safeguard=f" ({one.safeguard})" if one.safeguard else "",
        )
        for one in facts.sub_processors
    )
