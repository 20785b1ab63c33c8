"""Namesakes of firms, towns, numbers and persons are not shown as companies; hospitals and houses of lawyers are."""

import pytest

from enrichment.kinds import Kind
from enrichment.verdict import judge
from tests.enrichment.network_findings import found

NAMESAKES = [
    # the country, a name that begins with a world's brand, whether it is that firm
    ("BR", "Siemens Novaes Mota", False),
    ("BR", "Siemens & Novaes Ltda", False),
    ("BR", "Siemens Brasil Ltda", True),
    ("IN", "Siemens Logistics Private Limited", True),
    ("IN", "Siemens Sunfield Technologies Private Limited", False),
    ("NL", "Siemens Novaes B.V.", True),
    ("GB", "Siemens-Walker Limited", False),
    ("DE", "Siemens-Werke AG", True),
    ("NL", "Siemens Zonneveld C.V.", True),
]


@pytest.mark.parametrize(("country", "name", "is_firm"), NAMESAKES)
def test_a_namesake_is_not_taken_for_the_firm(country: str, name: str, is_firm: bool) -> None:
    assert (judge(found(name, country=country)).rule == "known-firm") is is_firm


def test_a_word_that_belongs_to_a_known_name_is_no_providers_word() -> None:
    storage, hosting = judge(found("Pure Storage, Inc.")), judge(found("Pure Storage Hosting, Inc."))

    assert (storage.kind, storage.confidence > 0.85) == (Kind.BUSINESS, True)
    assert hosting.kind is Kind.HOSTING


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sunfield Water and Light", Kind.UNKNOWN),
        ("Sunfield Electric Cooperative, Inc.", Kind.UNKNOWN),
        ("Sunfield Gas and Electric Corporation", Kind.BUSINESS),
        ("Sunfield Water and Power Credit Union", Kind.BUSINESS),
    ],
)
def test_a_towns_utility_in_america_sells_access_as_well(name: str, kind: Kind) -> None:
    assert judge(found(name, country="US")).kind is kind


@pytest.mark.parametrize("name", ["1234567 Canada Inc.", "9000-1234 Quebec Inc.", "1234567 B.C. Ltd."])
def test_a_company_that_is_a_number_is_not_shown(name: str) -> None:
    assert judge(found(name, country="CA", size=256)).organisation is None


@pytest.mark.parametrize("name", ["Universitaetsklinikum Sonnenfeld", "Centre Hospitalier Universitaire de Solville"])
def test_a_universitys_hospital_is_a_hospital(name: str) -> None:
    assert judge(found(name)).kind is Kind.BUSINESS


@pytest.mark.parametrize(("country", "kind"), [("US", Kind.BUSINESS), ("GB", Kind.UNKNOWN)])
def test_a_partnership_of_one_word_is_a_house_of_lawyers_in_america_only(country: str, kind: Kind) -> None:
    assert judge(found("Sunfieldo LLP", country=country)).kind is kind


@pytest.mark.parametrize("name", ["Backwaren Willem Zonneveld", "ZONNEVELD-INKASSO-Willem-Zonneveld"])
def test_a_trade_beside_a_whole_name_is_a_sole_traders(name: str) -> None:
    assert judge(found(name)).organisation is None


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("BR", "WILLEM ZONNEVELD LOGISTICA 12345678909"),
        ("AR", "ZONNEVELD WILLEM ANTONIO (INTER AGRO)"),
        ("PL", "Zonneveld Transport s.c., Willem Zonneveld, Jan Sunfield"),
        ("GB", "Joseph Banks"),
    ],
)
def test_a_person_beside_a_traders_word_is_not_named(country: str, name: str) -> None:
    assert judge(found(name, country=country)).organisation is None


def test_a_hospital_named_after_somebody_is_shown() -> None:
    assert judge(found("Willem Zonneveld Ziekenhuis")).kind is Kind.BUSINESS


def test_a_foundation_with_a_traders_word_is_not_shown() -> None:
    assert judge(found("Sunfield Studio VZW", country="BE")).organisation is None


def test_a_municipal_corporation_is_a_town() -> None:
    assert judge(found("City of Sunfield, A municipal corporation", country="US")).kind is Kind.GOVERNMENT
