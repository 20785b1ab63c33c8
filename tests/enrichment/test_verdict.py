"""Every rule of the verdict, named, and what must never be shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.kinds import Kind
from enrichment.legal_forms import Standing
from enrichment.verdict import EvidenceCode, NetworkFinding, judge, located
from enrichment.verdict_rules import RULES
from tests.enrichment.network_findings import found

CASES = [
    # rule, finding, kind
    ("special-range", found(None, asn=None, special="private"), Kind.UNKNOWN),
    ("no-network", found(None, asn=None), Kind.UNKNOWN),
    ("known-number", found("Verizon Business", asn=22_394, country="US"), Kind.MOBILE),
    ("no-name", found("-Reserved AS-"), Kind.UNKNOWN),
    ("no-name", found("12 Harbour Street, Floor 3"), Kind.UNKNOWN),
    ("known-name", found("Bancolombia S.A.", country="CO"), Kind.BUSINESS),
    ("known-name", found("Switch, Ltd", country="US"), Kind.HOSTING),
    ("known-name", found("Regus Paris SAS", country="FR"), Kind.UNKNOWN),
    ("sole-trader", found("Zonneveld Bakkerij (sole proprietor)"), Kind.INDIVIDUAL),
    ("trading-person", found("Ada Zonneveld trading as Zonneveld Foods"), Kind.INDIVIDUAL),
    ("signed-by-person", found("Ministerie van Zonneveld - Jan Jansen"), Kind.INDIVIDUAL),
    ("partnership", found("Zonneveld Transport V.O.F."), Kind.INDIVIDUAL),
    ("registry", found("RIPE Coordination Centre"), Kind.UNKNOWN),
    ("known-provider", found("Hetzner Online GmbH", country="DE"), Kind.HOSTING),
    ("known-provider", found("Mullvad AB", country="SE"), Kind.VPN),
    ("known-firm", found("Siemens AG", country="DE"), Kind.BUSINESS),
    ("declared", replace(found("Zonneveld B.V."), declared=Kind.HOSTING), Kind.HOSTING),
    ("education", found("Zonneveld University"), Kind.EDUCATION),
    ("government", found("Gemeente Zonneveld"), Kind.GOVERNMENT),
    ("government", found("City of Sunfield Church", country="US"), Kind.GOVERNMENT),
    ("utility", found("Stadtwerke Sonnenfeld GmbH", country="DE"), Kind.UNKNOWN),
    ("provider-word", found("Zonneveld Glasvezel B.V."), Kind.ISP),
    ("provider-word", found("Zonneveld Hosting B.V."), Kind.HOSTING),
    ("energy-supplier", found("Zonneveld Energie GmbH", country="DE", size=6_144), Kind.UNKNOWN),
    ("large-space", found("Zonneveld Groep B.V.", size=2_000_000), Kind.ISP),
    ("scattered-space", found("Zonneveld Groep B.V.", size=9_000, spread=12), Kind.HOSTING),
    ("trade-word", found("Zonneveld Ziekenhuis"), Kind.BUSINESS),
    ("weak-trade-word", found("Zonneveld Software B.V."), Kind.BUSINESS),
    ("weak-trade-word", found("Sunfield Publishing", country="US"), Kind.BUSINESS),
    ("trade-word", found("Zonnevelder Kantonalbank", country="CH"), Kind.BUSINESS),
    ("tech-word", found("Zonneveld Automatisering B.V."), Kind.UNKNOWN),
    ("personal-name", found("Willem van Zonneveld"), Kind.INDIVIDUAL),
    ("personal-name", found("Jan Jansen"), Kind.INDIVIDUAL),
    ("personal-name", found("Otto Zonneveld", country="DE"), Kind.INDIVIDUAL),
    ("like-a-person", found("Xq Zonneveld"), Kind.INDIVIDUAL),
    ("young-and-light", found("Zonneveld Ltd", asn=210_000), Kind.UNKNOWN),
    ("technical-spelling", found("ZonVeld7 B.V."), Kind.UNKNOWN),
    ("provider-land", found("Zonneveld S.A.", country="BR"), Kind.UNKNOWN),
    ("unlike-a-firm", found("Zonneveld N.V.", size=9_000, spread=6), Kind.UNKNOWN),
    ("plain-corporation", found("Zonneveld N.V."), Kind.BUSINESS),
    ("plain-company", found("Zonneveld Ridge LLC", country="US"), Kind.BUSINESS),
    ("nothing-known", found("Zonneveld B.V."), Kind.UNKNOWN),
]


@pytest.mark.parametrize(("rule", "finding", "kind"), CASES)
def test_the_rule_decides(rule: str, finding: NetworkFinding, kind: Kind) -> None:
    verdict = judge(finding)

    assert (verdict.rule, verdict.kind) == (rule, kind)


def test_every_rule_has_a_case() -> None:
    assert {rule.id for rule in RULES} == {rule for rule, _, _ in CASES}


def test_rules_have_ids_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("_rule", "finding", "kind"), CASES)
def test_an_organisation_is_named_only_where_it_is_the_visitor(_rule: str, finding: NetworkFinding, kind: Kind) -> None:
    verdict = judge(finding)

    assert (verdict.organisation is not None) is (kind in {Kind.BUSINESS, Kind.EDUCATION, Kind.GOVERNMENT})


def test_a_company_trading_under_another_name_is_a_company() -> None:
    verdict = judge(found("Alba Maschinenbau GmbH trading as Borealis Maschinenbau GmbH & Co. KG", country="DE"))

    assert verdict.kind is Kind.BUSINESS
    assert verdict.organisation is not None
    assert verdict.organisation.display == "Borealis Maschinenbau"


def test_a_contradiction_lowers_the_confidence_and_is_told() -> None:
    plain = judge(found("Zonneveld Verzekeringen N.V."))
    mixed = judge(found("Zonneveld Verzekeringen Informatica N.V."))

    assert mixed.confidence < plain.confidence
    assert [one.code for one in mixed.evidence if not one.supports] == [EvidenceCode.CONTRADICTING_WORD]


def test_a_credit_union_is_no_government() -> None:
    assert judge(found("Sunfield Federal Credit Union", country="US")).kind is Kind.BUSINESS


def test_an_aviation_administration_is_government() -> None:
    assert judge(found("Sunfield Federal Aviation Administration", country="US")).kind is Kind.GOVERNMENT


def test_a_bare_name_of_a_brand_with_an_internet_word_is_a_provider() -> None:
    assert judge(found("Siemens Hosting B.V.")).kind is Kind.HOSTING


@pytest.mark.parametrize(
    "holder",
    ["Zonneveld electronic GmbH & Co. KG", "Sunfield Clinic, Inc.", "Sunfield Orthopaedic Clinic LLP"],
)
def test_an_adjective_that_ends_like_a_registry_is_none(holder: str) -> None:
    assert judge(found(holder, country="US")).kind is Kind.BUSINESS


@pytest.mark.parametrize("form", ["Sp zoo", "Sp. zoo", "Sp.z.o.o.", "SP. Z O.O."])
def test_the_polish_legal_form_is_no_zoo(form: str) -> None:
    assert judge(found(f"Slonecznik {form}", country="PL")).kind is Kind.UNKNOWN
    assert judge(found(f"Slonecznik Telewizja Kablowa {form}", country="PL")).kind is Kind.ISP


@pytest.mark.parametrize(
    "holder",
    ["Hermes Datacommunications Ltd", "Condor Comunicaciones S.A.", "Tesla WiFi LLC", "Siemens Breitband GmbH"],
)
def test_a_brands_word_beside_a_providers_is_a_provider(holder: str) -> None:
    assert judge(found(holder)).kind is Kind.ISP


def test_a_brand_of_two_words_outweighs_a_providers_word() -> None:
    assert judge(found("Schiphol Telematics B.V.")).kind is Kind.BUSINESS


@pytest.mark.parametrize("holder", ["Zonnefarm S.A.", "Zonneveld IP Groothandel Ltd", "Zonneveld Optic SAS"])
def test_words_of_firms_that_hosts_and_networks_use_too_decide_nothing(holder: str) -> None:
    assert judge(found(holder, asn=210_000, size=4_096)).kind is not Kind.BUSINESS


def test_a_coined_word_with_many_addresses_stays_unknown() -> None:
    assert judge(found("Zonneclip SA", country="FR", size=9_000)).kind is Kind.UNKNOWN
    assert judge(found("Zonneclip SA", country="FR", size=1_024)).kind is Kind.BUSINESS
    assert judge(found("Zonneclip SA", country="FR", size=65_280)).kind is Kind.BUSINESS


def test_a_firm_without_ipv4_is_not_known_by_a_plain_name() -> None:
    assert judge(found("Sunfield Ridge LLC", country="US", size=None)).kind is Kind.UNKNOWN


def test_a_polish_joint_stock_company_is_a_firm() -> None:
    assert judge(found("Slonecznik S.A.", country="PL")).kind is Kind.BUSINESS
    assert judge(found("Slonecznik S.A.", country="PL", size=None)).kind is Kind.UNKNOWN
    assert judge(found("Slonecznik Sp. z o.o.", country="PL")).kind is Kind.UNKNOWN


def test_the_company_in_a_name_is_its_legal_form() -> None:
    assert judge(found("The Sunfield Company", country="US")).kind is Kind.BUSINESS


def test_the_first_evidence_names_the_holder_and_the_network() -> None:
    verdict = located(judge(found("Siemens AG")), "198.18.0.0/24")

    assert verdict.evidence[0].code is EvidenceCode.NETWORK_HOLDER
    assert verdict.evidence[0].fact("network") == "198.18.0.0/24"
    assert verdict.evidence[0].fact("holder") == "Siemens AG"


def test_businesses_become_leads_and_others_only_when_chosen() -> None:
    chosen = frozenset({Kind.EDUCATION, Kind.ISP, Kind.INDIVIDUAL})

    assert Kind.BUSINESS.becomes_lead()
    assert not Kind.EDUCATION.becomes_lead()
    assert Kind.EDUCATION.becomes_lead(chosen)
    assert not Kind.ISP.becomes_lead(chosen)
    assert not Kind.INDIVIDUAL.becomes_lead(chosen)


@given(
    holder=st.one_of(st.none(), st.text(max_size=60)),
    asn=st.one_of(st.none(), st.integers(0, 2**32 - 1)),
    size=st.one_of(st.none(), st.integers(0, 2**32)),
    spread=st.one_of(st.none(), st.integers(0, 256)),
)
def test_every_finding_gets_an_honest_verdict(
    holder: str | None, asn: int | None, size: int | None, spread: int | None
) -> None:
    verdict = judge(found(holder, asn=asn, size=size, spread=spread))

    assert 0 <= verdict.confidence <= 1
    assert verdict.evidence
    assert (verdict.organisation is not None) is verdict.kind.names_organisation


@given(
    st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True), st.sampled_from(["e.K.", "V.O.F.", "GbR", "FOP"])
)
def test_people_and_partnerships_are_never_named(name: str, form: str) -> None:
    verdict = judge(found(f"{name} {form}"))

    assert verdict.organisation is None
    assert verdict.kind not in {Kind.BUSINESS, Kind.EDUCATION, Kind.GOVERNMENT}


@given(st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True))
def test_a_person_trading_under_a_company_like_name_is_never_named(name: str) -> None:
    assert judge(found(f"{name} trading as Aurora Foods")).organisation is None


def test_standing_of_the_form_is_part_of_the_name() -> None:
    verdict = judge(found("Siemens AG"))

    assert verdict.organisation is not None
    assert verdict.organisation.standing is Standing.CORPORATE
