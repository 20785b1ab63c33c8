"""The rules that weigh all findings for one address, in the order in which they are asked; pure.

`verdict_rules` judges who announces a network. These rules ask who sits behind the address: the holder itself, one of
its customers, or nobody who may be named.
"""

from collections.abc import Callable
from dataclasses import dataclass

from enrichment.evidence import Evidence, EvidenceCode
from enrichment.kinds import Kind
from enrichment.known_holders import provider_of
from enrichment.legal_forms import Standing
from enrichment.organisation_names import OrganisationName, normalised, parse_name
from enrichment.registry_words import (
    HOSTING,
    HOSTING_STEMS,
    MOBILE_POOL,
    OWN_OFFICE,
    POOL,
    POOL_PHRASES,
    SCHOOL_DOMAIN,
    VAGUE_POOL,
    VPN,
)
from enrichment.verdict import judge
from enrichment.verdict_rules import RULES
from enrichment.visitor_clues import NameClues, VisitorClues
from enrichment.visitor_names import is_persons_own, is_public, kind_of_customer, registered

_HOLDER_RULES = {rule.id: rule.decide for rule in RULES}
_PERSONS = ("sole-trader", "trading-person", "signed-by-person", "partnership", "personal-name")
_PUBLIC = ("education", "government")
PLAIN_NAME, MAX_PROVIDER_WORDS = 0.65, 4
VAGUE_LIST, SURE = "VPN providers and data centres", 0.9


@dataclass(frozen=True, slots=True)
class VisitorAnswer:
    """What a rule decides. Without an answer of its own (`kind` None) the holder's verdict stands."""

    kind: Kind | None
    confidence: float = 0.0
    reasons: tuple[Evidence, ...] = ()
    name: OrganisationName | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class VisitorRule:
    """A stable id, and a decision that is None where the rule has nothing to say."""

    id: str
    decide: Callable[[VisitorClues], VisitorAnswer | None]


HOLDER = VisitorAnswer(None)


def _special_range(clues: VisitorClues) -> VisitorAnswer | None:
    return HOLDER if clues.findings.network.special else None


def _own_range(clues: VisitorClues) -> VisitorAnswer | None:
    """What somebody wrote down about a range is believed before all else."""
    own = clues.findings.own
    if own is None:
        return None
    if own.is_own_office:
        return VisitorAnswer(Kind.UNKNOWN, 1.0, (Evidence(EvidenceCode.OWN_OFFICE, True, (), own.source, own.on),))
    name = parse_name(own.name, has_handle=False)
    reason = Evidence(EvidenceCode.OWN_RANGE, True, (("value", name.display),), own.source, own.on)
    return VisitorAnswer(Kind.BUSINESS, 0.99, (reason,), name)


def _listed(clues: VisitorClues) -> VisitorAnswer | None:
    listed = clues.findings.listed
    if listed is None:
        return None
    if listed.name == VAGUE_LIST and clues.holder.rule == "known-firm" and clues.holder.confidence >= SURE:
        return None  # a firm's own data centre is in the list of data centres, and is the firm's still
    reason = Evidence(EvidenceCode.LISTED, True, (("value", listed.name),), listed.source, listed.on)
    return VisitorAnswer(listed.kind, 0.95, (reason,))


def _relay(clues: VisitorClues) -> VisitorAnswer | None:
    return HOLDER if clues.holder.kind is Kind.VPN else None


def _no_object(clues: VisitorClues) -> VisitorAnswer | None:
    """Nothing is registered for the address alone, or only that another registry keeps it."""
    found = clues.findings.registry
    if clues.object is not None:
        return None
    return VisitorAnswer(
        None, 0.0, (Evidence(EvidenceCode.ELSEWHERE, True, (), found.source, found.on),) if found else ()
    )


def _relay_object(clues: VisitorClues) -> VisitorAnswer | None:
    found = next((text for text in clues.notes if VPN.search(text)), None)
    return _by_word(clues, Kind.VPN, EvidenceCode.HOST_WORD, found) if found else None


def _known_object(clues: VisitorClues) -> VisitorAnswer | None:
    """The object carries the name of a known host or relay, whoever announces it."""
    assert clues.object is not None
    if clues.is_provider_space and clues.holder.kind is not Kind.UNKNOWN:
        return None
    for text in (clues.object.organisation or "", clues.object.netname, *clues.object.descriptions[:1]):
        known = provider_of(tuple(normalised(text).split())[:MAX_PROVIDER_WORDS])
        if known and known[0] in (Kind.HOSTING, Kind.VPN):
            return _by_word(clues, known[0], EvidenceCode.KNOWN_PROVIDER, parse_name(text).display)
    return None


def _host_object(clues: VisitorClues) -> VisitorAnswer | None:
    word = next((word for word in clues.words if word in HOSTING or HOSTING_STEMS.match(word)), None)
    return _by_word(clues, Kind.HOSTING, EvidenceCode.HOST_WORD, word) if word else None


def _pool_object(clues: VisitorClues) -> VisitorAnswer | None:
    """A pool serves ever changing customers. A few addresses under a company's own name are none."""
    word = next((word for word in clues.words if word in POOL), None)
    word = word or next((found.group() for text in clues.notes if (found := POOL_PHRASES.search(text))), None)
    if not word or clues.is_one_customers:
        return None
    kind = Kind.MOBILE if word in MOBILE_POOL else Kind.ISP
    if word in VAGUE_POOL and clues.holder.kind is Kind.UNKNOWN:
        kind = Kind.UNKNOWN  # somebody's customers, and what somebody sells is not known
    return _by_word(clues, kind, EvidenceCode.POOL_WORD, word)


def _person(clues: VisitorClues) -> VisitorAnswer | None:
    """A sole trader, a partnership of people, or a bare personal name: never stored, not even as a name."""
    return next((found for one in clues.names[:1] if (found := _as_person(clues, one))), None)


def _as_person(clues: VisitorClues, one: NameClues) -> VisitorAnswer | None:
    if is_persons_own(one):
        return _by_word(clues, Kind.INDIVIDUAL, EvidenceCode.PERSON, "")
    for rule in _PERSONS if not is_public(one) else _PERSONS[:-1]:
        answer = _HOLDER_RULES[rule](one.clues)
        if answer:
            code, form = answer.reasons[0]
            return _by_word(clues, Kind.INDIVIDUAL, code, form, confidence=answer.confidence)
    return None


def _public_body(clues: VisitorClues) -> VisitorAnswer | None:
    found = clues.object
    assert found is not None
    for one in clues.names[:1]:
        for rule in _PUBLIC:
            answer = _HOLDER_RULES[rule](one.clues)
            if answer:
                reasons = (registered(found, one), _evidence(clues, *answer.reasons[0]))
                return VisitorAnswer(answer.kind, answer.confidence, reasons, one.clues.name)
    return None


def _school_domain(clues: VisitorClues) -> VisitorAnswer | None:
    """A netname such as T-NTU.EDU.TW-NET."""
    found = next((found.group() for text in clues.notes if (found := SCHOOL_DOMAIN.search(text))), None)
    return _by_word(clues, Kind.EDUCATION, EvidenceCode.KIND_WORD, found) if found else None


def _provider_space(clues: VisitorClues) -> VisitorAnswer | None:
    """Space that is held for others names no customer, only the provider."""
    if not clues.is_provider_space:
        return None
    assert clues.object is not None
    return _holder_with(clues, EvidenceCode.PROVIDER_SPACE, clues.object.status)


def _behind_host(clues: VisitorClues) -> VisitorAnswer | None:
    """In a host's network an object names who rents machines, not who reads websites."""
    return HOLDER if clues.behind_host else None


def _customer(clues: VisitorClues) -> VisitorAnswer | None:
    """The smallest object names somebody else than who announces the network."""
    for one in clues.names:
        person = _as_person(clues, one)
        if person is not None:
            return person
        judged = kind_of_customer(clues, one)
        if judged is not None:
            return VisitorAnswer(judged.kind, judged.confidence, judged.reasons, one.clues.name, judged.domain)
    return None


def _own_space(clues: VisitorClues) -> VisitorAnswer | None:
    """A firm that announces the space a registry gave it for its own use: that settles a plain name."""
    found = clues.object
    if found is None or not clues.is_own_space or clues.holder.kind is not Kind.UNKNOWN or not found.organisation:
        return None
    holder = judge(clues.findings.network) if clues.names_provider else None
    name = parse_name(found.organisation, has_handle=False)
    if holder is None or holder.rule not in ("nothing-known", "unlike-a-firm") or not _is_company(name):
        return None
    reasons = (
        Evidence(EvidenceCode.REGISTERED, True, _where(clues, found.organisation), found.source, found.on),
        _evidence(clues, EvidenceCode.OWN_SPACE, found.status),
    )
    return VisitorAnswer(Kind.BUSINESS, PLAIN_NAME, reasons, name)


def _providers_office(clues: VisitorClues) -> VisitorAnswer | None:
    """A provider's own people at work: the netname says so and names the provider."""
    found, holder = clues.object, clues.findings.network.holder
    if found is None or not holder or clues.holder.kind is not Kind.ISP or not clues.is_customer_space:
        return None
    parts = normalised(found.netname).split()
    if not parts or not OWN_OFFICE.intersection(parts[1:]) or POOL.intersection(parts):
        return None
    if not _abbreviates(parts[0], holder):
        return None
    return VisitorAnswer(
        Kind.BUSINESS,
        PLAIN_NAME,
        (_evidence(clues, EvidenceCode.PROVIDERS_OFFICE, found.netname),),
        parse_name(holder),
    )


def _unregistered_holder(clues: VisitorClues) -> VisitorAnswer | None:
    """Nobody is known to announce the network: then the registered holder is judged as an announcer would be."""
    found = clues.object
    if found is None or not clues.holder_is_nobody or not clues.names:
        return None
    verdict = judge(clues.names[0].clues.finding)
    if verdict.kind is Kind.UNKNOWN:
        return None
    reasons = (registered(found, clues.names[0]), *verdict.evidence)
    return VisitorAnswer(verdict.kind, max(0.3, verdict.confidence - 0.1), reasons, verdict.organisation)


def _stands(_: VisitorClues) -> VisitorAnswer:
    return HOLDER


def _is_company(name: OrganisationName) -> bool:
    return name.standing in (Standing.CORPORATE, Standing.COMPANY, Standing.LIGHT)


def _abbreviates(short: str, holder: str) -> bool:
    """ "bt" is British Telecommunications, "telia" is Telia Company."""
    words = normalised(holder).split()
    return short in ("".join(word[0] for word in words[:n]) for n in range(2, 5)) or short == words[0]


def _by_word(
    clues: VisitorClues, kind: Kind, code: EvidenceCode, word: str, *, confidence: float = 0.85
) -> VisitorAnswer:
    return VisitorAnswer(kind, confidence, (_evidence(clues, code, word),))


def _holder_with(clues: VisitorClues, code: EvidenceCode, value: str) -> VisitorAnswer:
    return VisitorAnswer(None, 0.0, (_evidence(clues, code, value),))


def _evidence(clues: VisitorClues, code: EvidenceCode, value: str) -> Evidence:
    found = clues.object
    assert found is not None
    return Evidence(code, True, (("value", value),) if value else (), found.source, found.on)


def _where(clues: VisitorClues, holder: str) -> tuple[tuple[str, str], ...]:
    found = clues.object
    kept = found.range if found and found.range and not found.range.is_small else None
    return (("network", kept.text if kept else ""), ("holder", holder))


VISITOR_RULES: tuple[VisitorRule, ...] = (
    VisitorRule("special-range", _special_range),
    VisitorRule("own-range", _own_range),
    VisitorRule("listed", _listed),
    VisitorRule("relay", _relay),
    VisitorRule("no-object", _no_object),
    VisitorRule("relay-object", _relay_object),
    VisitorRule("known-object", _known_object),
    VisitorRule("host-object", _host_object),
    VisitorRule("behind-host", _behind_host),
    VisitorRule("pool-object", _pool_object),
    VisitorRule("object-person", _person),
    VisitorRule("object-public-body", _public_body),
    VisitorRule("object-school-domain", _school_domain),
    VisitorRule("unregistered-holder", _unregistered_holder),
    VisitorRule("provider-space", _provider_space),
    VisitorRule("customer", _customer),
    VisitorRule("own-space", _own_space),
    VisitorRule("providers-office", _providers_office),
    VisitorRule("holder-stands", _stands),
)
