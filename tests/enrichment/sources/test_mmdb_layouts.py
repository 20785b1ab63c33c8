"""Network databases of other makers: told apart by their metadata, each read in its own layout."""

from pathlib import Path
from typing import Any

import pytest
from mmdb_writer import MMDBWriter
from netaddr import IPSet

from enrichment.identification import Identifier
from enrichment.kinds import Kind
from enrichment.sources.mmdb_layouts import layout_of
from enrichment.sources.network_database import AsnDatabase


def database(path: Path, kind: str, record: dict[str, Any]) -> AsnDatabase:
    writer = MMDBWriter(ip_version=6, ipv4_compatible=True, database_type=kind, languages=["en"], description="test")
    writer.insert_network(IPSet(["5.0.0.0/22"]), record)
    writer.to_db_file(str(path / "test.mmdb"))
    return AsnDatabase(path / "test.mmdb")


AS = {"autonomous_system_number": 64_500, "autonomous_system_organization": "Duinstroom Telecom B.V."}
LAYOUTS = [
    ("GeoLite2-ASN", AS, {}),
    ("DBIP-ASN-Lite (compat=GeoLite2-ASN)", AS, {}),
    (
        "GeoIP2-ISP",
        {**AS, "isp": "Duinstroom", "organization": "Zonneveld B.V."},
        {"user": "Zonneveld B.V."},
    ),
    (
        "GeoIP2-Enterprise",
        {
            "country": {"iso_code": "NL"},
            "traits": {**AS, "organization": "Zonneveld B.V.", "user_type": "hosting", "domain": "zonneveld.nl"},
        },
        {"user": "Zonneveld B.V.", "country": "NL", "declared": Kind.HOSTING, "domain": "zonneveld.nl"},
    ),
    (
        "DBIP-Location-ISP (compat=Enterprise)",
        {"country": {"iso_code": "NL"}, "traits": {**AS, "user_type": "residential"}},
        {"country": "NL", "declared": Kind.ISP},
    ),
    (
        "ipinfo lite",
        {"asn": "AS64500", "as_name": "Duinstroom Telecom B.V.", "as_domain": "duin.nl", "country_code": "NL"},
        {"country": "NL", "domain": "duin.nl"},
    ),
    (
        "ipinfo generic_asn_free.mmdb",
        {"asn": "AS64500", "name": "Duinstroom Telecom B.V.", "domain": "duin.nl"},
        {"domain": "duin.nl"},
    ),
    (
        "ipinfo standard_company.mmdb",
        {
            "asn": "AS64500",
            "as_name": "Duinstroom Telecom B.V.",
            "name": "Zonneveld B.V.",
            "domain": "zonneveld.nl",
            "as_type": "isp",
            "country": "NL",
        },
        {"user": "Zonneveld B.V.", "domain": "zonneveld.nl", "declared": Kind.ISP, "country": "NL"},
    ),
    (
        "ConnectLeads-ASN (compat=GeoLite2-ASN)",
        {**AS, "country_code": "NL", "announced_addresses": 1_024, "announced_spread": 1},
        {"country": "NL", "holder_size": 1_024, "holder_spread": 1},
    ),
]


@pytest.mark.parametrize(("kind", "record", "more"), LAYOUTS, ids=[kind for kind, _, _ in LAYOUTS])
def test_each_layout_is_read(tmp_path: Path, kind: str, record: dict[str, Any], more: dict[str, Any]) -> None:
    finding = database(tmp_path, kind, record).lookup("5.0.0.1")

    assert (finding.asn, finding.holder) == (64_500, "Duinstroom Telecom B.V.")
    assert {key: getattr(finding, key) for key in more} == more
    assert finding.source == ("Routing data" if kind.startswith("ConnectLeads") else kind)


@pytest.mark.parametrize("kind", ["GeoLite2-City", "GeoIP2-Domain", "DBIP-City-Lite", ""])
def test_a_database_without_networks_has_no_layout(kind: str) -> None:
    assert layout_of(kind) is None


def test_what_a_paid_database_calls_a_network_counts_where_its_name_says_nothing(tmp_path: Path) -> None:
    traits = {"autonomous_system_number": 64_500, "autonomous_system_organization": "Zonneveld B.V."}
    record = {"traits": {**traits, "user_type": "hosting"}}

    assert Identifier(database(tmp_path, "GeoIP2-Enterprise", record)).identify("5.0.0.1").verdict.kind is Kind.HOSTING


def test_the_user_that_a_paid_database_names_is_a_customer(tmp_path: Path) -> None:
    record = {**AS, "isp": "Duinstroom", "organization": "Zonneveld Bloemen B.V."}

    verdict = Identifier(database(tmp_path, "GeoIP2-ISP", record)).identify("5.0.0.1").verdict

    assert verdict.organisation is not None
    assert (verdict.kind, verdict.organisation.display, verdict.rule) == (
        Kind.BUSINESS,
        "Zonneveld Bloemen",
        "customer",
    )
    assert verdict.evidence[0].source == "GeoIP2-ISP"


def test_the_domain_that_a_database_gives_is_the_companys(tmp_path: Path) -> None:
    record = {"asn": "AS64500", "as_name": "Zonneveld Verzekeringen N.V.", "as_domain": "zonneveld.nl"}

    verdict = Identifier(database(tmp_path, "ipinfo lite", record)).identify("5.0.0.1").verdict

    assert (verdict.kind, verdict.domain) == (Kind.BUSINESS, "zonneveld.nl")


@pytest.mark.parametrize("user", ["Duinstroom Telecom", "Duinstroom DSL pool", "Jan Jansen", "Hetzner Online GmbH"])
def test_a_user_that_is_the_provider_a_pool_a_person_or_a_host_is_nobody(tmp_path: Path, user: str) -> None:
    record = {**AS, "organization": user}

    assert Identifier(database(tmp_path, "GeoIP2-ISP", record)).identify("5.0.0.1").verdict.organisation is None


@pytest.mark.parametrize("asn", ["AS", "none", None, 1.5])
def test_a_number_that_is_none_is_left_out(tmp_path: Path, asn: Any) -> None:
    record = {"as_name": "Duinstroom"} | ({"asn": asn} if asn is not None else {})

    assert database(tmp_path, "ipinfo lite", record).lookup("5.0.0.1").asn is None
