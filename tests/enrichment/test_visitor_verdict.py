"""Every rule that weighs all findings, named, and what must never be shown."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrichment.addresses import AddressRange
from enrichment.evidence import EvidenceCode
from enrichment.findings import Findings, ListFinding, OwnRangeFinding, ReverseFinding
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding
from enrichment.registry_answer import read_answer
from enrichment.verdict import Verdict, judge
from enrichment.visitor_clues import VisitorClues
from enrichment.visitor_rules import VISITOR_RULES
from enrichment.visitor_verdict import judge_visitor
from tests.enrichment.rdap_answers import afrinic, arin, ripe

ACCESS = NetworkFinding("5.0.0.0/16", 60_000, "Duinstroom Telecom B.V.", "Routing data", country="NL")
HOST = replace(ACCESS, holder="Duinrack Hosting B.V.")
RELAY = replace(ACCESS, holder="Duinvpn B.V.")
PHONES = replace(ACCESS, holder="Duinmobiel Mobile B.V.")
PLAIN = replace(ACCESS, holder="Zonneveld B.V.")
NOBODY = NetworkFinding(None, None, None, "Routing data")
LIST = ListFinding(Kind.HOSTING, "Duinrack", "MISP warning lists", date(2025, 12, 23))
RANGE = AddressRange.parse("5.0.1.8/29")


def findings(answer: dict[str, Any] | None = None, *, network: NetworkFinding = ACCESS, **more: Any) -> Findings:
    return Findings(network=network, registry=read_answer(answer) if answer else None, **more)


def judged(found: Findings) -> Verdict:
    return judge_visitor(found, judge(found.network))


def verdict_on(answer: dict[str, Any] | None = None, **more: Any) -> Verdict:
    return judged(findings(answer, **more))


CASES = [
    # rule, findings, kind
    ("special-range", findings(network=replace(NOBODY, special="private"), listed=LIST), Kind.UNKNOWN),
    ("own-range", findings(own=OwnRangeFinding(RANGE, "Zonneveld B.V.", "Own list")), Kind.BUSINESS),
    ("own-range", findings(own=OwnRangeFinding(RANGE, "", "Own list")), Kind.UNKNOWN),
    ("listed", findings(ripe(organisation="Zonneveld B.V."), listed=LIST), Kind.HOSTING),
    ("relay", findings(ripe(organisation="Zonneveld B.V."), network=RELAY), Kind.VPN),
    ("no-object", findings(), Kind.ISP),
    ("no-object", findings(ripe(netname="NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK")), Kind.ISP),
    ("relay-object", findings(ripe(netname="ZV-VPN-EXIT")), Kind.VPN),
    ("known-object", findings(ripe(netname="HETZNER-NBG1")), Kind.HOSTING),
    ("known-object", findings(ripe(descr=("Hetzner Online GmbH",))), Kind.HOSTING),
    ("host-object", findings(ripe(netname="NL-ZV-COLO-2")), Kind.HOSTING),
    ("host-object", findings(ripe(remarks=("rented servers",))), Kind.HOSTING),
    ("behind-host", findings(ripe(organisation="Zonneveld Bloemen B.V."), network=HOST), Kind.HOSTING),
    ("pool-object", findings(ripe("5.0.8.0", "5.0.15.255", netname="DUIN-ADSL-BAS")), Kind.ISP),
    ("pool-object", findings(ripe(netname="DUIN-END_USERS")), Kind.ISP),
    ("pool-object", findings(ripe(netname="DUIN-GPRS-APN")), Kind.MOBILE),
    ("pool-object", findings(ripe(netname="ZV-CUSTOMER-BACKUP"), network=PLAIN), Kind.UNKNOWN),
    ("object-person", findings(ripe(organisation="Jan Jansen")), Kind.INDIVIDUAL),
    ("object-person", findings(ripe(descr=("Bloemenhandel Zonneveld V.O.F.",))), Kind.INDIVIDUAL),
    ("object-public-body", findings(ripe(organisation="Gemeente Zonneveld")), Kind.GOVERNMENT),
    ("object-public-body", findings(ripe(organisation="Zonneveld University")), Kind.EDUCATION),
    ("object-school-domain", findings(ripe(netname="T-ZV.EDU.TW-NET")), Kind.EDUCATION),
    ("unregistered-holder", findings(ripe(organisation="Siemens AG"), network=NOBODY), Kind.BUSINESS),
    ("provider-space", findings(ripe(status="ALLOCATED PA", organisation="Zonneveld Bloemen B.V.")), Kind.ISP),
    ("customer", findings(ripe(organisation="Zonneveld Bloemen B.V.")), Kind.BUSINESS),
    ("customer", findings(ripe(organisation="Zonneveld Bloemen B.V."), network=PHONES), Kind.BUSINESS),
    ("customer", findings(ripe(organisation="Zonneveld Glasvezel B.V.")), Kind.ISP),
    ("own-space", findings(ripe(status="ASSIGNED PI", organisation="Zonneveld BV"), network=PLAIN), Kind.BUSINESS),
    ("providers-office", findings(ripe(netname="DUINSTROOM-CORPORATE")), Kind.BUSINESS),
    ("holder-stands", findings(ripe(netname="ZV-1")), Kind.ISP),
]


@pytest.mark.parametrize(("rule", "found", "kind"), CASES, ids=[f"{rule}-{kind}" for rule, _, kind in CASES])
def test_a_rule_decides(rule: str, found: Findings, kind: Kind) -> None:
    clues = VisitorClues(findings=found, holder=judge(found.network))
    decided = next(one.id for one in VISITOR_RULES if one.decide(clues))

    assert (decided, judged(found).kind) == (rule, kind)


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, _, _ in CASES} == {rule.id for rule in VISITOR_RULES}


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in VISITOR_RULES}) == len(VISITOR_RULES)


NAMED = [
    # answer, the name that is shown
    (ripe(netname="NET-DE-ALBA-REISEN-GMBH", descr=("ALBA REISEN GMBH",)), "Alba Reisen"),
    (ripe(netname="NET-DE-ALBA-REISEN-GMBH"), "Alba Reisen"),
    (ripe(descr=("PT Matahari Teknologi Semesta - Surabaya",)), "Matahari Teknologi Semesta"),
    (ripe(descr=("Customer: Zonneveld Bloemen B.V., Aalsmeer", "Tulpenlaan 5")), "Zonneveld Bloemen"),
    (ripe(descr=("Duinstroom Telecom B.V.", "Zonneveld Bloemen B.V.")), "Zonneveld Bloemen"),
    (ripe(netname="DUIN-DSL-CUSTOMER", descr=("Zonneveld Bloemen B.V.",)), "Zonneveld Bloemen"),
    (ripe(descr=("Hotel De Zeespiegel",)), "Hotel De Zeespiegel"),
    (ripe(descr=("De Vries Beheer B.V.",)), "De Vries Beheer"),
    (ripe(descr=("Zonneveld Hospital Catering",)), "Zonneveld Hospital Catering"),
    (arin("Sunfield Dental"), "Sunfield Dental"),
    (arin("Sunfield Manufacturing, Inc."), "Sunfield Manufacturing"),
]


@pytest.mark.parametrize(("answer", "name"), NAMED, ids=[name for _, name in NAMED])
def test_the_smallest_object_names_the_customer(answer: dict[str, Any], name: str) -> None:
    verdict = verdict_on(answer)

    assert verdict.kind is Kind.BUSINESS
    assert verdict.organisation is not None
    assert verdict.organisation.display == name


UNNAMED = [
    ripe(descr=("Betaweg 10B", "1234 AB Zonneveld")),
    ripe(descr=("cust 20206-05901732.1",)),
    ripe(descr=("POP Zonneveld Blok 2",)),
    ripe(descr=("Atlas Project-1",)),
    ripe(descr=("Zonneveld, Netherlands",)),
    ripe(descr=("Legacy IP space for our customers",)),
    ripe(descr=("Zonneveld",)),
    ripe(descr=("info@zonneveld.example",)),
    ripe(netname="DTAG-DIAL25"),
    ripe("5.0.0.0", "5.31.255.255", organisation="Zonneveld Bloemen B.V.", netname="DUIN-POOL-1"),
    ripe(descr=("Garage Zonneveld",)),
    ripe(organisation="Duinstroom Telecom"),
    arin("DUIN-DSL-CLGRAB15"),
    arin("Residential Customer"),
    afrinic(),
]


@pytest.mark.parametrize("answer", UNNAMED, ids=range(len(UNNAMED)))
def test_addresses_places_numbers_pools_and_the_provider_itself_are_no_companies(answer: dict[str, Any]) -> None:
    assert verdict_on(answer).organisation is None


PERSONS = [
    "Jan Jansen",
    "J. de Vries",
    "Bloemenhandel De Vries eenmanszaak",
    "Jan Jansen h.o.d.n. Zonneveld Bloemen",
    "Zonneveld Bloemen V.O.F.",
    "Max Mustermann e.K.",
    "Mustermann & Sohn GbR",
    "Maria Musterfrau e.U.",
    "Jean Dupont EIRL",
    "Auto-entrepreneur Jean Dupont",
    "John Smith trading as Smith Flowers",
    "John Smith (sole trader)",
    "Sven Svensson enskild firma",
    "Svensson Handelsbolag",
    "Jan Kowalski PHU",
    "FHU Kowalski",
    "Kowalski i Nowak s.c.",
    "FOP Shevchenko Taras",
    "IP Ivanov Ivan",
    "Individual Entrepreneur Ivanov Ivan",
    "Private enterprise Gorbunov A.A.",
    "Notaris mr. J. de Vries",
    "Drs. K. Bakker Holding B.V.",
    "Jan de Vries Beheer B.V.",
    "VOF De Bruin",
    "Praxis Dr. Mustermann",
    "Ashby Roe DDS",
    "Roe, Ashby, Esq.",
    "Law Office of J. Q. Smith",
]


@pytest.mark.parametrize("name", PERSONS)
@pytest.mark.parametrize("form", ["holder", "description", "customer"])
def test_a_person_is_never_shown(name: str, form: str) -> None:
    answer = {
        "holder": lambda: ripe(organisation=name),
        "description": lambda: ripe(descr=(name,)),
        "customer": lambda: arin(name),
    }[form]()

    verdict = verdict_on(answer)

    assert verdict.organisation is None
    assert not any(name in value for one in verdict.evidence for _, value in one.facts)


@pytest.mark.parametrize("name", ["Zonneveld Zwaar Transport V.O.F.", "Jan Jansen", "Zonneveld Hotel Zee eenmanszaak"])
def test_a_person_in_the_second_line_is_one_too(name: str) -> None:
    verdict = verdict_on(ripe(descr=("Zonneveld", name)))

    assert (verdict.kind, verdict.organisation) == (Kind.INDIVIDUAL, None)


def test_evidence_names_the_range_its_source_and_its_day() -> None:
    registry = replace(read_answer(ripe(descr=("Zonneveld Bloemen B.V.",))), on=date(2026, 11, 2))

    verdict = judged(Findings(network=ACCESS, registry=registry))

    first = verdict.evidence[0]
    assert (first.code, first.fact("network"), first.fact("holder")) == (
        EvidenceCode.DESCRIBED,
        "5.0.1.8/29",
        "Zonneveld Bloemen B.V.",
    )
    assert (first.source, first.on) == ("RIPE", date(2026, 11, 2))
    assert EvidenceCode.NETWORK_HOLDER in [one.code for one in verdict.evidence]


def test_a_shouted_name_is_written_as_people_do() -> None:
    verdict = verdict_on(ripe(descr=("ZONNEVELD BLOEMEN BV",)))

    assert verdict.evidence[0].fact("holder") == "Zonneveld Bloemen B.V."


def test_a_range_close_to_one_visitor_is_not_named_in_evidence() -> None:
    verdict = verdict_on(arin("Sunfield Dental", first="5.0.2.4", last="5.0.2.7"))

    assert verdict.organisation is not None
    assert not any("5.0.2" in value for one in verdict.evidence for _, value in one.facts)


def test_a_reverse_name_that_agrees_raises_the_certainty_and_tells_the_domain() -> None:
    answer = ripe(descr=("Zonneveld Bloemen B.V.",))
    reverse = ReverseFinding("zonneveldbloemen.nl", date(2026, 11, 2))

    alone, together = verdict_on(answer), verdict_on(answer, reverse=reverse)

    assert together.confidence > alone.confidence
    assert (alone.domain, together.domain) == (None, "zonneveldbloemen.nl")


def test_a_reverse_name_of_somebody_else_tells_nothing() -> None:
    verdict = verdict_on(ripe(descr=("Zonneveld Bloemen B.V.",)), reverse=ReverseFinding("duinstroom.nl"))

    assert verdict.domain is None


def test_doubt_lowers_the_certainty() -> None:
    plain = verdict_on(ripe(organisation="Zonneveld Bloemen B.V."))
    technical = verdict_on(ripe(organisation="Zonneveld Bloemen Informatica B.V."))
    large = verdict_on(ripe("5.0.0.0", "5.0.63.255", organisation="Zonneveld Bloemen B.V."))

    assert technical.confidence < plain.confidence
    assert large.confidence < plain.confidence


def test_a_source_that_is_away_is_told_and_changes_nothing() -> None:
    alone, away = verdict_on(), verdict_on(away=("registries",))

    assert (away.kind, away.confidence) == (alone.kind, alone.confidence)
    assert away.evidence[-1].code is EvidenceCode.SOURCE_AWAY


@settings(deadline=None)
@given(
    st.text(max_size=60),
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(["ASSIGNED PA", "ALLOCATED PA", "ASSIGNED PI", "REASSIGNMENT", "", "LEGACY"]),
)
def test_whatever_an_object_says_is_judged(organisation: str, netname: str, descr: str, status: str) -> None:
    verdict = verdict_on(ripe(organisation=organisation, netname=netname, descr=(descr,), status=status))

    assert 0 < verdict.confidence <= 1
    assert (verdict.organisation is None) or verdict.kind.names_organisation
