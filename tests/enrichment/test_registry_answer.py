"""Every registry's form, old and new, gives the organisation, the range, and nothing of a contact."""

import dataclasses
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.findings import Registry
from enrichment.registry_answer import UnreadableAnswerError, read_answer
from tests.enrichment.rdap_answers import afrinic, arin, entity, lacnic, ripe


def test_an_organisation_is_read_and_the_maintainer_is_not() -> None:
    found = read_answer(ripe(organisation="Zonneveld Bloemen B.V."), on=date(2026, 11, 2))

    assert (found.organisation, found.registry, found.on) == (
        "Zonneveld Bloemen B.V.",
        Registry.RIPE,
        date(2026, 11, 2),
    )


@pytest.mark.parametrize("handle", ["EXAMPLE-MNT", "MNT-EXAMPLE", "example-mnt", "EXAMPLE-MAINT", "RIPE-NCC-HM-MNT"])
def test_a_maintainer_is_nobody(handle: str) -> None:
    answer = ripe() | {"entities": [entity(handle, "registrant", name=handle.title(), kind="org")]}

    assert read_answer(answer).organisation is None


def test_an_entity_that_calls_itself_an_individual_is_not_read() -> None:
    answer = ripe() | {"entities": [entity("DeinServer", "registrant", name="Jane Doe", kind="individual")]}

    assert read_answer(answer).organisation is None


def test_an_organisation_that_only_answers_for_abuse_is_not_the_holder() -> None:
    answer = ripe() | {"entities": [entity("ORG-ZV1-RIPE", "abuse", name="Zonneveld Bloemen B.V.")]}

    assert read_answer(answer).organisation is None


def test_descriptions_and_remarks_are_told_apart() -> None:
    found = read_answer(ripe(descr=("Zonneveld Bloemen B.V.", "Aalsmeer"), remarks=("dsl pool",)))

    assert (found.descriptions, found.remarks) == (("Zonneveld Bloemen B.V.", "Aalsmeer"), ("dsl pool",))


def test_apnics_titled_description_is_one_too() -> None:
    answer = ripe() | {"remarks": [{"title": "description", "description": ["PT Matahari - Surabaya"]}]}

    assert read_answer(answer).descriptions == ("PT Matahari - Surabaya",)


def test_a_range_need_not_be_a_block() -> None:
    found = read_answer(ripe("5.0.1.194", "5.0.1.255"))

    assert found.range is not None
    assert (found.range.text, found.range.size) == ("5.0.1.194-5.0.1.255", 62)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("5.0.1.0/32", "5.0.1.255/32", "5.0.1.0/24"),  # RIPE, older form
        ("005.000.001.000", "005.000.001.255", "5.0.1.0/24"),  # ARIN, older form
        ("2a00:1::", "2a00:1:ffff:ffff:ffff:ffff:ffff:ffff", "2a00:1::/32"),
    ],
)
def test_older_ways_to_write_addresses_are_read(first: str, last: str, text: str) -> None:
    found = read_answer(ripe(first, last))

    assert found.range is not None
    assert found.range.text == text


@pytest.mark.parametrize(("first", "last"), [("5.0.1.9", "5.0.1.1"), ("5.0.1.9", "2a00::1"), ("x", "y"), ("", "")])
def test_a_range_that_is_none_is_left_out(first: str, last: str) -> None:
    assert read_answer(ripe(first, last) | {"handle": "x"}).range is None


def test_lacnics_older_form_has_no_range_of_its_own() -> None:
    found = read_answer(lacnic("Girasol, S.A. de C.V."))

    assert (found.range, found.registry) == (None, Registry.LACNIC)


def test_arins_registrant_is_the_company_and_its_contacts_are_not_looked_at() -> None:
    found = read_answer(arin("Sunfield Dental"))

    assert (found.organisation, found.is_customer, found.country) == ("Sunfield Dental", True, None)


def test_arins_other_handles_are_no_customers() -> None:
    assert read_answer(arin("Sunfield Inc.", "SUNF-12")).is_customer is False


def test_afrinics_entities_without_roles_are_read() -> None:
    found = read_answer(afrinic(name="Sonop Wynmakers (Pty) Ltd"))

    assert (found.organisation, found.country) == ("Sonop Wynmakers (Pty) Ltd", "ZA")


def test_a_handle_is_no_name() -> None:
    assert read_answer(afrinic()).organisation is None


@pytest.mark.parametrize("country", ["EU", "ZZ", "Netherlands", "", None])
def test_what_is_no_country_is_none(country: str | None) -> None:
    assert read_answer(ripe(country=country)).country is None


@pytest.mark.parametrize(
    "netname", ["NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK", "IANA-BLK", "RIPE-ERX-145-13-0-0", "EU-ZZ-5"]
)
def test_a_placeholder_names_nobody(netname: str) -> None:
    found = read_answer(ripe(netname=netname, organisation="Zonneveld Bloemen B.V."))

    assert (found.belongs_elsewhere, found.organisation) == (True, None)


@pytest.mark.parametrize("name", ["RIPE Network Coordination Centre", "Asia Pacific Network Information Centre"])
def test_a_registry_is_no_company(name: str) -> None:
    found = read_answer(arin(name, "RIPE"))

    assert (found.belongs_elsewhere, found.organisation) == (True, None)


@pytest.mark.parametrize("answer", [None, [], "text", {}, {"errorCode": 404}, {"objectClassName": "domain"}])
def test_what_describes_no_network_is_refused(answer: Any) -> None:
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_answer(answer)

    assert "\n" not in str(refusal.value)


def test_nothing_of_a_contact_is_read() -> None:
    secrets = ["Jane Q. Doe", "jane.doe@example.com", "+31 6 1234 5678", "12 Tulip Lane"]
    contact = entity(
        "JD1-RIPE",
        "administrative",
        "technical",
        "abuse",
        name=secrets[0],
        kind="individual",
        email=secrets[1],
        tel=secrets[2],
        adr=["", "", secrets[3], "", "", "", ""],
    )
    answers = [ripe(organisation="Zonneveld B.V."), arin("Sunfield Inc."), lacnic("Girasol SA"), afrinic()]
    for answer in answers:
        answer["entities"] = [contact, *answer["entities"], {**answer["entities"][-1], "entities": [contact]}]

        read = json.dumps(dataclasses.asdict(read_answer(answer)), default=str)

        assert not [secret for secret in [*secrets, "Jane Doe", "jane@example.com", "+27 10"] if secret in read]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["entities", "remarks", "startAddress", "name", "type", "country"]), JSON))
def test_any_json_is_read_or_refused(answer: dict[str, Any]) -> None:
    try:
        read_answer(answer | {"handle": "x"})
    except UnreadableAnswerError:
        pytest.fail("a handle is enough to describe a network")
