"""Judges a name in a registry object: who is the provider's customer, and how sure is that (pure)."""

from dataclasses import dataclass

from enrichment.evidence import Evidence, EvidenceCode
from enrichment.findings import RegistryFinding
from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.personal_names import has_given_name, looks_personal, mentions_person
from enrichment.registry_names import Basis, agrees
from enrichment.registry_words import HOLDINGS
from enrichment.rule_words import PROVIDER_SENSES, UNMISTAKABLE
from enrichment.verdict_rules import known_name
from enrichment.visitor_clues import NameClues, VisitorClues

BY_BASIS = {Basis.HOLDER: 0.88, Basis.CUSTOMER: 0.85, Basis.DESCRIPTION: 0.82, Basis.NETNAME: 0.68}
NO_FORM, DOUBT, AGREEMENT, PROVIDER_LAND = 0.15, 0.08, 0.05, 0.25
LARGE_CUSTOMER, HUGE_CUSTOMER = 4_096, 65_536  # addresses
LEAST = 0.3


@dataclass(frozen=True, slots=True)
class CustomerJudgement:
    """What the named organisation is to the visitor."""

    kind: Kind
    confidence: float
    reasons: tuple[Evidence, ...]
    domain: str | None = None


def kind_of_customer(clues: VisitorClues, one: NameClues) -> CustomerJudgement | None:
    """The judgement on one name; None where the name says too little, so that the next one is asked."""
    assert clues.object is not None
    known = known_name(one.clues)
    if known is not None and known.kind is Kind.UNKNOWN:
        return None
    if known is not None and known.kind is not Kind.BUSINESS:
        return CustomerJudgement(known.kind, 0.85, (registered(clues.object, one), _said(clues, *known.reasons[0])))
    provider = _provider_kind(one)
    if provider is not None:
        kind, word = provider
        return CustomerJudgement(kind, 0.85, (registered(clues.object, one), _said(clues, *word)))
    if one.clues.senses.keys() & {Sense.REGISTRY, Sense.UTILITY} and not one.clues.is_known_firm:
        return None
    if not _is_organisation(clues, one):
        return None
    doubts = tuple(_doubts(clues, one))
    confidence = BY_BASIS[one.named.basis] - DOUBT * len(doubts) - _too_large(clues)
    confidence -= 0 if one.clues.legal_person or one.clues.is_known_firm else NO_FORM
    confidence -= PROVIDER_LAND if clues.is_own_space and one.clues.provider_land else 0
    support = tuple(_support(clues, one))
    confidence += AGREEMENT * len(support)
    domain = next((one.fact("value") for one in support if one.code is EvidenceCode.REVERSE_NAME), None)
    domain = domain or (clues.findings.network.domain if clues.object.told_by else None)
    reasons = (registered(clues.object, one), *_form(clues, one), *support, *doubts)
    return CustomerJudgement(Kind.BUSINESS, round(min(0.97, max(LEAST, confidence)), 2), reasons, domain)


def is_persons_own(one: NameClues) -> bool:
    """A practice under somebody's name, or the holding of somebody's own shares, whatever its form."""
    name = one.clues.name
    if one.clues.legal_person:
        is_holding = bool(HOLDINGS.intersection(name.words))
        return is_holding and (mentions_person(one.named.text) or has_given_name(name.display))
    known = one.clues.firm and " " in one.clues.firm
    return not known and not is_public(one) and mentions_person(one.named.text)


def is_public(one: NameClues) -> bool:
    """True for words of schools and authorities, whose initials are no person's ("R.K. Scholengemeenschap")."""
    return bool(one.clues.senses.keys() & {Sense.EDUCATION, Sense.GOVERNMENT})


def registered(found: RegistryFinding, one: NameClues) -> Evidence:
    """ "The network … is registered to …", or how else the object names it."""
    code = {
        Basis.HOLDER: EvidenceCode.REGISTERED,
        Basis.CUSTOMER: EvidenceCode.REGISTERED_CUSTOMER,
        Basis.DESCRIPTION: EvidenceCode.DESCRIBED,
        Basis.NETNAME: EvidenceCode.NETNAME,
    }[one.named.basis]
    kept = found.range.text if found.range and not found.range.is_small else ""
    return Evidence(code, True, (("network", kept), ("holder", _written(one))), found.source, found.on)


def _written(one: NameClues) -> str:
    """The name as it is registered; one that is shouted there is written as people do, with its legal form."""
    text, name = one.named.text, one.clues.name
    if any(sign.islower() for sign in text) or not name.legal_form:
        return text
    return f"{name.display} {name.legal_form}"


def _provider_kind(one: NameClues) -> tuple[Kind, tuple[EvidenceCode, str]] | None:
    """The kind of a provider under the customer's name: a host or a smaller access provider may rent space too."""
    if one.clues.is_known_firm:
        return None
    if one.clues.provider:
        return one.clues.provider[0], (EvidenceCode.KNOWN_PROVIDER, one.clues.name.display)
    if Sense.TRADE in one.clues.senses:
        return None
    for sense, kind in PROVIDER_SENSES.items():
        word = one.clues.senses.get(sense)
        if word:
            return kind, (EvidenceCode.KIND_WORD, word)
    return None


def _is_organisation(clues: VisitorClues, one: NameClues) -> bool:
    """A legal form proves it; else a line of business does, or a register of organisations, if no person fits."""
    if one.clues.legal_person or one.clues.is_known_firm:
        return True
    telling = one.clues.senses.keys() & {Sense.TRADE, Sense.WEAK_TRADE, Sense.TECH}
    if looks_personal(one.named.text) and not telling:
        return False
    if one.named.basis in (Basis.HOLDER, Basis.CUSTOMER):
        return True
    return _is_a_trade(one) or _reverse_agrees(clues, one)


def _is_a_trade(one: NameClues) -> bool:
    """ "Hotel De Zeespiegel" is one; "Garage Jansen" may be a person's own: a trade and a surname are not enough."""
    trade = one.clues.senses.get(Sense.TRADE)
    return bool(trade) and (trade in UNMISTAKABLE or len(one.clues.name.words) > 2)


def _doubts(clues: VisitorClues, one: NameClues) -> list[Evidence]:
    said = [_said(clues, EvidenceCode.CONTRADICTING_WORD, w, supports=False) for w in _contradicting(one)]
    if clues.is_own_space and one.clues.provider_land:
        said.append(_said(clues, EvidenceCode.PLAIN_NAME, "", supports=False))
    if _too_large(clues):
        said.append(_said(clues, EvidenceCode.LARGE_RANGE, str(clues.size), supports=False))
    return said


def _contradicting(one: NameClues) -> list[str]:
    senses = (Sense.TECH, *PROVIDER_SENSES)
    return list(dict.fromkeys(word for sense in senses if (word := one.clues.senses.get(sense))))


def _support(clues: VisitorClues, one: NameClues) -> list[Evidence]:
    found, reverse = clues.object, clues.findings.reverse
    assert found is not None
    said = []
    if one.named.basis is not Basis.NETNAME and agrees(one.named.text, found.netname):
        said.append(_said(clues, EvidenceCode.NAMES_AGREE, found.netname))
    if reverse and _reverse_agrees(clues, one):
        said.append(Evidence(EvidenceCode.REVERSE_NAME, True, (("value", reverse.domain),), reverse.source, reverse.on))
    return said


def _reverse_agrees(clues: VisitorClues, one: NameClues) -> bool:
    reverse = clues.findings.reverse
    label = reverse.domain.partition(".")[0].replace("-", "") if reverse else ""
    squeezed = "".join(one.clues.name.words)
    return len(label) > 2 and (label in squeezed or squeezed.startswith(label) or label.startswith(squeezed))


def _too_large(clues: VisitorClues) -> float:
    """Whole towns of addresses are rarely one customer's. IPv6 gives every customer a multitude."""
    found = clues.object
    if found is None or found.range is None or found.range.version == 6:
        return 0.0
    return 0.35 if found.range.size > HUGE_CUSTOMER else 0.1 if found.range.size > LARGE_CUSTOMER else 0.0


def _form(clues: VisitorClues, one: NameClues) -> tuple[Evidence, ...]:
    form = one.clues.name.legal_form
    return (_said(clues, EvidenceCode.LEGAL_FORM, form),) if form and one.clues.legal_person else ()


def _said(clues: VisitorClues, code: EvidenceCode, value: str, *, supports: bool = True) -> Evidence:
    found = clues.object
    assert found is not None
    return Evidence(code, supports, (("value", value),) if value else (), found.source, found.on)
