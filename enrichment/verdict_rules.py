"""The rules of the verdict, in the order in which they are asked; pure."""

from collections.abc import Callable
from dataclasses import dataclass, field

from enrichment.clues import LEGAL_PERSONS, Clues
from enrichment.evidence import EvidenceCode
from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.known_holders import PROVIDER_NUMBERS
from enrichment.legal_forms import Standing
from enrichment.organisation_names import legal_form_of, normalised
from enrichment.personal_names import GIVEN_NAMES, has_given_name, looks_personal
from enrichment.rule_words import (
    CABLE_TELEVISION,
    EVERYDAY_CORPORATION_LANDS,
    FIRM_FORMS,
    FIRM_LANDS,
    FIRM_SPREAD,
    MONEY,
    PROVIDER_SENSES,
    SOFT_EDUCATION,
    SOFT_GOVERNMENT,
    STREET,
    TOWN,
    UNDENIABLE,
    UNMISTAKABLE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule decides, before contradictions are weighed; each reason has one fact, its value."""

    kind: Kind
    confidence: float
    reasons: tuple[tuple[EvidenceCode, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Rule:
    """A stable id, and a decision that is None where the rule has nothing to say."""

    id: str
    decide: Callable[[Clues], Answer | None]


def _special_range(clues: Clues) -> Answer | None:
    if clues.finding.special:
        return Answer(Kind.UNKNOWN, 1.0, ((EvidenceCode.SPECIAL_RANGE, clues.finding.special),))
    return None


def _no_network(clues: Clues) -> Answer | None:
    if clues.finding.asn is None and not clues.finding.holder:
        return Answer(Kind.UNKNOWN, 1.0, ((EvidenceCode.NO_NETWORK, ""),))
    return None


def _known_number(clues: Clues) -> Answer | None:
    kind = PROVIDER_NUMBERS.get(clues.finding.asn or 0)
    return Answer(kind, 0.98, ((EvidenceCode.KNOWN_PROVIDER, clues.name.display),)) if kind else None


def _no_name(clues: Clues) -> Answer | None:
    name = normalised(clues.finding.holder or "")
    if len(name) < 2 or "reserved as" in name or STREET.search(name) or (name.startswith("as") and name[2:].isdigit()):
        return Answer(Kind.UNKNOWN, 0.9, ((EvidenceCode.NO_NAME, ""),))
    return None


def _sole_trader(clues: Clues) -> Answer | None:
    if clues.name.standing is Standing.SOLE:
        return Answer(Kind.INDIVIDUAL, 0.95, ((EvidenceCode.PERSON, clues.name.legal_form or ""),))
    return None


def _trading_person(clues: Clues) -> Answer | None:
    """ "X trading as Y": without a legal person's form on its left, X is a natural person."""
    if clues.name.trader is None:
        return None
    form = legal_form_of(clues.name.trader)
    if form and form.standing in LEGAL_PERSONS and form.standing is not Standing.CHARITY:
        return None
    return Answer(Kind.INDIVIDUAL, 0.95, ((EvidenceCode.PERSON, ""),))


def _partnership(clues: Clues) -> Answer | None:
    if clues.name.standing is Standing.PARTNERSHIP:
        return Answer(Kind.INDIVIDUAL, 0.9, ((EvidenceCode.PARTNERSHIP, clues.name.legal_form or ""),))
    return None


def _registry(clues: Clues) -> Answer | None:
    word = clues.senses.get(Sense.REGISTRY)
    return Answer(Kind.UNKNOWN, 0.9, ((EvidenceCode.REGISTRY, word),)) if word else None


def _known_provider(clues: Clues) -> Answer | None:
    if clues.provider and not (clues.firm and len(clues.firm) > len(clues.provider[1])):
        return Answer(clues.provider[0], 0.95, ((EvidenceCode.KNOWN_PROVIDER, clues.name.display),))
    return None


def _known_firm(clues: Clues) -> Answer | None:
    if not clues.firm or clues.senses.keys() & {Sense.HOSTING, Sense.VPN, Sense.EDUCATION}:
        return None
    if any(UNDENIABLE.search(word) for word in clues.name.words):
        return None
    if not clues.legal_person and clues.firm.rstrip("!") != clues.name.normalised and has_given_name(clues.name.raw):
        return None  # "Otto Schmidt" is not the house of Otto
    doubt = bool(clues.senses.keys() & PROVIDER_SENSES.keys())
    return Answer(Kind.BUSINESS, 0.8 if doubt else 0.97, ((EvidenceCode.KNOWN_FIRM, clues.name.display),))


def _declared(clues: Clues) -> Answer | None:
    """What a paid database calls the holder; a name that is known says it better."""
    kind = clues.finding.declared
    return Answer(kind, 0.85, ((EvidenceCode.DECLARED, kind.value),)) if kind else None


def _education(clues: Clues) -> Answer | None:
    word = clues.senses.get(Sense.EDUCATION)
    if not word or clues.senses.keys() & {Sense.HOSTING, Sense.VPN}:
        return None
    if word in SOFT_EDUCATION and clues.company:
        return None
    return Answer(Kind.EDUCATION, 0.9, ((EvidenceCode.KIND_WORD, word),))


def _government(clues: Clues) -> Answer | None:
    town = TOWN.match(clues.name.normalised)
    if town and not clues.company and not clues.senses.keys() & {Sense.EDUCATION, Sense.HOSTING, Sense.VPN}:
        return Answer(Kind.GOVERNMENT, 0.9, ((EvidenceCode.KIND_WORD, town.group()),))
    word = clues.senses.get(Sense.GOVERNMENT)
    if not word:
        return None
    soft = word in SOFT_GOVERNMENT
    if (soft or clues.company) and clues.senses.keys() & PROVIDER_SENSES.keys():
        return None
    if soft and (clues.company or clues.senses.get(Sense.TRADE) in MONEY):
        return None
    if clues.company and clues.senses.keys() & {Sense.TRADE, Sense.TECH}:
        return None
    return Answer(Kind.GOVERNMENT, 0.9, ((EvidenceCode.KIND_WORD, word),))


def _utility(clues: Clues) -> Answer | None:
    word = clues.senses.get(Sense.UTILITY)
    return Answer(Kind.UNKNOWN, 0.6, ((EvidenceCode.TECH_WORD, word),)) if word else None


def _provider_word(clues: Clues) -> Answer | None:
    for sense, kind in PROVIDER_SENSES.items():
        word = clues.senses.get(sense)
        if word:
            return Answer(kind, 0.85, ((EvidenceCode.KIND_WORD, word),))
    return None


def _large_space(clues: Clues) -> Answer | None:
    if clues.large:
        return Answer(Kind.ISP, 0.6, ((EvidenceCode.LARGE_SPACE, str(clues.finding.holder_size)),))
    return None


def _scattered_space(clues: Clues) -> Answer | None:
    if clues.scattered:
        return Answer(Kind.HOSTING, 0.5, ((EvidenceCode.SCATTERED, str(clues.finding.holder_spread)),))
    return None


def _trade_word(clues: Clues) -> Answer | None:
    word = clues.senses.get(Sense.TRADE)
    if not word:
        return None
    if not clues.legal_person and word not in UNMISTAKABLE and looks_personal(clues.name.display):
        return None
    technical = Sense.TECH in clues.senses or clues.technical_spelling
    if technical and clues.name.standing is Standing.LIGHT:
        return None
    certainty = 0.75 if technical else 0.9 if clues.legal_person else 0.75
    return Answer(Kind.BUSINESS, certainty, ((EvidenceCode.TRADE_WORD, word), *_form_reason(clues)))


def _weak_trade_word(clues: Clues) -> Answer | None:
    """Words that shells and providers use as well: only with a firm's form and a firm's network."""
    word = clues.senses.get(Sense.WEAK_TRADE)
    if not word or not clues.legal_person or not clues.firm_like_space or clues.young_and_light:
        return None
    if Sense.TECH in clues.senses or clues.provider_land or clues.technical_spelling:
        return None
    return Answer(Kind.BUSINESS, 0.75, ((EvidenceCode.TRADE_WORD, word), *_form_reason(clues)))


def _tech_word(clues: Clues) -> Answer | None:
    word = clues.senses.get(Sense.TECH)
    return Answer(Kind.UNKNOWN, 0.6, ((EvidenceCode.TECH_WORD, word),)) if word else None


def _personal_name(clues: Clues) -> Answer | None:
    if not clues.legal_person and (has_given_name(clues.name.display) or _is_handled_person(clues.name.raw)):
        return Answer(Kind.INDIVIDUAL, 0.85, ((EvidenceCode.PERSON, ""),))
    return None


def _is_handled_person(raw: str) -> bool:
    """ "Jan Jansen", whose first name was taken for a handle of the second."""
    return raw.partition(" ")[0].casefold() in GIVEN_NAMES and has_given_name(raw)


def _like_a_person(clues: Clues) -> Answer | None:
    if not clues.legal_person and looks_personal(clues.name.display):
        return Answer(Kind.INDIVIDUAL, 0.5, ((EvidenceCode.NO_LEGAL_FORM, ""),))
    return None


def _young_and_light(clues: Clues) -> Answer | None:
    if clues.young_and_light:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.YOUNG_LIGHT, clues.name.legal_form or ""),))
    return None


def _technical_spelling(clues: Clues) -> Answer | None:
    if clues.technical_spelling:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.TECH_WORD, clues.name.display),))
    return None


def _provider_land(clues: Clues) -> Answer | None:
    if clues.provider_land:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.PLAIN_NAME, clues.name.display),))
    return None


def _unlike_a_firm(clues: Clues) -> Answer | None:
    if not clues.firm_like_space and (clues.finding.holder_spread or 0) > FIRM_SPREAD:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.SCATTERED, str(clues.finding.holder_spread)),))
    return None


def _plain_corporation(clues: Clues) -> Answer | None:
    """Nothing but a name, in a form that larger firms choose."""
    everyday = clues.finding.country in EVERYDAY_CORPORATION_LANDS and clues.name.legal_form != "ASA"
    if CABLE_TELEVISION.intersection(clues.name.words):
        return None
    if clues.name.standing is Standing.CORPORATE and not everyday:
        return Answer(Kind.BUSINESS, 0.7 if clues.firm_like_space else 0.6, _form_reason(clues))
    return None


def _plain_company(clues: Clues) -> Answer | None:
    """Elsewhere most plainly named small networks belong to providers; there a plain name stays unknown.

    So does a single coined word: hosts and hobbyists are called so more often than firms.
    """
    local = clues.finding.country in FIRM_LANDS and clues.name.legal_form in FIRM_FORMS
    if len(clues.name.words) < 2 or CABLE_TELEVISION.intersection(clues.name.words):
        return None
    if local and clues.name.standing in {Standing.COMPANY, Standing.LIGHT} and clues.firm_like_space:
        return Answer(Kind.BUSINESS, 0.6, _form_reason(clues))
    return None


def _nothing_known(clues: Clues) -> Answer:
    return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.NO_LEGAL_FORM, ""),))


def _form_reason(clues: Clues) -> tuple[tuple[EvidenceCode, str], ...]:
    if clues.legal_person and clues.name.legal_form:
        return ((EvidenceCode.LEGAL_FORM, clues.name.legal_form),)
    return ()


RULES: tuple[Rule, ...] = (
    Rule("special-range", _special_range),
    Rule("no-network", _no_network),
    Rule("known-number", _known_number),
    Rule("no-name", _no_name),
    Rule("sole-trader", _sole_trader),
    Rule("trading-person", _trading_person),
    Rule("partnership", _partnership),
    Rule("registry", _registry),
    Rule("known-provider", _known_provider),
    Rule("known-firm", _known_firm),
    Rule("declared", _declared),
    Rule("education", _education),
    Rule("government", _government),
    Rule("utility", _utility),
    Rule("provider-word", _provider_word),
    Rule("large-space", _large_space),
    Rule("scattered-space", _scattered_space),
    Rule("trade-word", _trade_word),
    Rule("weak-trade-word", _weak_trade_word),
    Rule("tech-word", _tech_word),
    Rule("personal-name", _personal_name),
    Rule("like-a-person", _like_a_person),
    Rule("young-and-light", _young_and_light),
    Rule("technical-spelling", _technical_spelling),
    Rule("provider-land", _provider_land),
    Rule("unlike-a-firm", _unlike_a_firm),
    Rule("plain-corporation", _plain_corporation),
    Rule("plain-company", _plain_company),
    Rule("nothing-known", _nothing_known),
)
