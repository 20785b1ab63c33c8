"""The rules of the verdict, in the order in which they are asked; pure."""

from collections.abc import Callable
from dataclasses import dataclass

from enrichment import name_rules
from enrichment.answer import Answer
from enrichment.clues import LEGAL_PERSONS, Clues
from enrichment.evidence import EvidenceCode
from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.known_holders import PROVIDER_NUMBERS
from enrichment.legal_forms import Standing
from enrichment.name_senses import senses_of
from enrichment.organisation_names import legal_form_of, normalised
from enrichment.personal_names import GIVEN_NAMES, has_given_name
from enrichment.rule_words import (
    ABROAD,
    CITIZEN_NUMBER,
    CREDIT_UNION,
    DOUBLE_NAME,
    ENERGY,
    ENGLISH_LANDS,
    FAMILY_LANDS,
    FIRM_LANDS,
    HOME_LANDS,
    HOSPITAL,
    MINISTERED,
    MONEY,
    PARTICLES,
    PROVIDER_SENSES,
    SOFT_EDUCATION,
    SOFT_GOVERNMENT,
    STOCK_FORMS,
    STREET,
    TOWN,
    TOWN_UTILITY,
    UNDENIABLE,
)


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


def known_name(clues: Clues) -> Answer | None:
    """What is known of whoever has this name; unknown where nobody should be named."""
    kind = clues.known
    if kind is None or (kind is Kind.BUSINESS and clues.large):
        return None
    if kind is Kind.UNKNOWN:
        return Answer(kind, 0.6, ((EvidenceCode.PLAIN_NAME, clues.name.display),))
    code = EvidenceCode.KNOWN_FIRM if kind.names_organisation else EvidenceCode.KNOWN_PROVIDER
    return Answer(kind, 0.95, ((code, clues.name.display),))


def _sole_trader(clues: Clues) -> Answer | None:
    if clues.name.standing is Standing.SOLE or CITIZEN_NUMBER.search(clues.name.raw):
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


def _signed_by_person(clues: Clues) -> Answer | None:
    """ "Zonneveld Automatisering - Jan Jansen": a trade name, and behind a dash the person who trades."""
    trade, dash, person = clues.name.raw.rpartition(" - ")
    first, *particles, last = person.casefold().split() if " " in person.strip() else ("", "")
    if not dash or " " not in trade.strip() or clues.legal_person or first not in GIVEN_NAMES:
        return None
    if not last or not PARTICLES.issuperset(particles):
        return None
    return Answer(Kind.INDIVIDUAL, 0.9, ((EvidenceCode.PERSON, ""),))


def _partnership(clues: Clues) -> Answer | None:
    if clues.name.standing is Standing.PARTNERSHIP and not (clues.firm and clues.name.legal_form == "C.V."):
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
    if not clues.firm:
        return None
    own = clues.firm.rstrip("!").split()  # what belongs to the known name tells nothing more: "Pure Storage"
    if any(clues.senses.get(sense, own[0]) not in own for sense in (Sense.HOSTING, Sense.VPN, Sense.EDUCATION)):
        return None
    if any(UNDENIABLE.search(word) for word in clues.name.words[len(own) :]):
        return None
    if not clues.legal_person and clues.firm.rstrip("!") != clues.name.normalised and has_given_name(clues.name.raw):
        return None  # "Otto Schmidt" is not the house of Otto
    if _sells_access_beside(clues.firm, clues.name.words) or _is_a_namesake(clues, clues.firm):
        return None
    doubt = any(clues.senses.get(sense, own[0]) not in own for sense in PROVIDER_SENSES)
    return Answer(Kind.BUSINESS, 0.8 if doubt else 0.97, ((EvidenceCode.KNOWN_FIRM, clues.name.display),))


def _sells_access_beside(firm: str, words: tuple[str, ...]) -> bool:
    """ "Hermes Datacommunications" is not the house of Hermes: one word is too little beside a provider's word."""
    known = firm.split()
    return len(known) == 1 and bool(senses_of(words[len(known) :]).keys() & PROVIDER_SENSES.keys())


def _is_a_namesake(clues: Clues, firm: str) -> bool:
    """True where one word is too little to know a firm by."""
    if " " in firm:
        return False
    if clues.finding.country in ENGLISH_LANDS and DOUBLE_NAME.fullmatch(clues.name.display):
        return True  # "Bentley-Walker" is not the house of Bentley
    return _town_utility(clues) is not None or _is_a_namesake_abroad(clues, firm)


def _is_a_namesake_abroad(clues: Clues, firm: str) -> bool:
    """ "ITT Ltd." of Kazan and "Emerson Freitas Mota", among small access providers.

    A firm's daughter there has a legal form and says its trade or its land, as in "Infosys Romania".
    """
    if not clues.provider_land or clues.finding.country in HOME_LANDS:
        return False
    rest = clues.name.words[1:]
    if not rest:
        return firm.endswith("!")
    if ABROAD.intersection(rest) or Sense.TRADE in clues.senses:
        return False
    return not clues.legal_person or Sense.TECH in clues.senses or clues.finding.country in FAMILY_LANDS


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
    if word in MINISTERED and Sense.GOVERNMENT in clues.senses:
        return None
    if any(HOSPITAL.search(one) for one in clues.name.words) or CREDIT_UNION.search(clues.name.normalised):
        return None
    return Answer(Kind.EDUCATION, 0.9, ((EvidenceCode.KIND_WORD, word),))


def _government(clues: Clues) -> Answer | None:
    if CREDIT_UNION.search(clues.name.normalised):
        return None
    town = TOWN.match(clues.name.normalised)
    if (
        town
        and (not clues.company or "municipal" in clues.name.words)
        and not clues.senses.keys() & {Sense.EDUCATION, Sense.HOSTING, Sense.VPN}
    ):
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
    word = _town_utility(clues) or clues.senses.get(Sense.UTILITY)
    return Answer(Kind.UNKNOWN, 0.6, ((EvidenceCode.TECH_WORD, word),)) if word else None


def _town_utility(clues: Clues) -> str | None:
    """What an American town's utility is called by; a stock corporation or a credit union is none."""
    if clues.finding.country not in FIRM_LANDS or clues.name.legal_form in STOCK_FORMS:
        return None
    found = TOWN_UTILITY.search(clues.name.normalised)
    return found.group() if found and not MONEY.intersection(clues.name.words) else None


def _energy_supplier(clues: Clues) -> Answer | None:
    """Who supplies a region with energy and announces more than a firm needs supplies it with access as well."""
    word = clues.senses.get(Sense.TRADE)
    if not word or not ENERGY.search(word) or not clues.more_than_a_firm_needs:
        return None
    if clues.finding.country in FIRM_LANDS and clues.name.legal_form in STOCK_FORMS:
        return None
    return Answer(Kind.UNKNOWN, 0.6, ((EvidenceCode.LARGE_SPACE, str(clues.finding.holder_size)),))


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


RULES: tuple[Rule, ...] = (
    Rule("special-range", _special_range),
    Rule("no-network", _no_network),
    Rule("known-number", _known_number),
    Rule("no-name", _no_name),
    Rule("known-name", known_name),
    Rule("sole-trader", _sole_trader),
    Rule("trading-person", _trading_person),
    Rule("signed-by-person", _signed_by_person),
    Rule("partnership", _partnership),
    Rule("registry", _registry),
    Rule("known-provider", _known_provider),
    Rule("known-firm", _known_firm),
    Rule("declared", _declared),
    Rule("education", _education),
    Rule("government", _government),
    Rule("utility", _utility),
    Rule("provider-word", _provider_word),
    Rule("energy-supplier", _energy_supplier),
    Rule("large-space", _large_space),
    Rule("scattered-space", _scattered_space),
    Rule("trade-word", name_rules.trade_word),
    Rule("weak-trade-word", name_rules.weak_trade_word),
    Rule("tech-word", name_rules.tech_word),
    Rule("personal-name", name_rules.personal_name),
    Rule("like-a-person", name_rules.like_a_person),
    Rule("young-and-light", name_rules.young_and_light),
    Rule("technical-spelling", name_rules.technical_spelling),
    Rule("provider-land", name_rules.provider_land),
    Rule("unlike-a-firm", name_rules.unlike_a_firm),
    Rule("plain-corporation", name_rules.plain_corporation),
    Rule("plain-company", name_rules.plain_company),
    Rule("nothing-known", name_rules.nothing_known),
)
