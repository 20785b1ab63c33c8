"""Recorded registry answers with their truth: the networks around them are real, whoever is named in them is invented.

Each row says which address was asked about, what was answered, and who is behind it. They were labelled before the
rules saw them, so they measure; whoever mends a rule after one of them adds another one like it.
"""

import json
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from tests.enrichment.rdap_answers import afrinic, arin, entity, lacnic, ripe


@dataclass(frozen=True, slots=True)
class Row:
    """An answer about an address, the true kind and company, and which other kinds would be right too."""

    ip: str
    answer: Any
    kind: str
    company: str | None = None
    also: tuple[str, ...] = ()


NOBODY = ("unknown", "isp")


def _ends(block: str) -> tuple[str, str, str]:
    network = ip_network(block)
    return str(network[1]), str(network[0]), str(network[-1])


def _ripe(block: str, kind: str, company: str | None = None, *also: str, **more: Any) -> Row:
    asked, first, last = _ends(block)
    return Row(asked, ripe(first, last, **more), kind, company, also)


def _firm(block: str, company: str, *descr: str, netname: str = "NET-1", **more: Any) -> Row:
    """A customer's small range whose description names the customer in its first line, unless it is given."""
    return _ripe(block, "business", company, descr=descr or (company,), netname=netname, **more)


def _arin(block: str, kind: str, name: str, company: str | None = None, *also: str, handle: str = "C01234567") -> Row:
    asked, first, last = _ends(block)
    return Row(asked, arin(name, handle, first=first, last=last), kind, company, also)


def _apnic(block: str, kind: str, company: str | None = None, *also: str, **more: Any) -> Row:
    asked, first, last = _ends(block)
    answer = ripe(first, last, **{"status": "ASSIGNED NON-PORTABLE", **more}) | {"port43": "whois.apnic.net"}
    answer["entities"] = [entity("IRT-EXAMPLE", "abuse", name="IRT-EXAMPLE", kind="group")]
    return Row(asked, answer, kind, company, also)


def _afrinic(block: str, kind: str, company: str | None = None, **more: Any) -> Row:
    asked, first, last = _ends(block)
    answer = afrinic(**more) | {"handle": f"{first} - {last}", "startAddress": first, "endAddress": last}
    return Row(asked, answer, kind, company, NOBODY if kind == "unknown" else ())


FIRMS = (
    _firm("86.83.12.8/29", "Zonneveld Bloemenexport B.V.", netname="NL-KPN-ZONNEVELD-BLOEMEN"),
    _firm(
        "86.83.13.8/29", "Kwekerij De Zonnehoek B.V.", "Kwekerij De Zonnehoek B.V.", "Hoofdweg 12", "1234 AB Duindorp"
    ),
    _firm("80.128.1.8/29", "Sonnenfeld Praezisionsteile GmbH & Co. KG", netname="SONNENFELD-NET", country="DE"),
    _ripe("213.61.70.8/29", "business", "Nordwind Reederei", netname="NET-DE-NORDWIND-REEDEREI-GMBH", country="DE"),
    _firm("81.128.1.8/29", "Harbour Lane Foods Ltd", "Harbour Lane Foods Ltd", "Static IP range", country="GB"),
    _firm(
        "90.0.4.8/29", "Societe Lumiere du Nord SAS", "SOCIETE LUMIERE DU NORD SAS", "12 RUE DES FLEURS", country="FR"
    ),
    _firm("81.240.4.8/29", "Brouwerij De Zonnezwaan NV", netname="BE-ZONNEZWAAN", country="BE"),
    _firm("81.224.3.8/29", "Solberga Mekaniska AB", netname="TELIA-SOLBERGA", country="SE"),
    _ripe(
        "80.62.3.8/29", "business", "Havnefronten Logistik A/S", organisation="Havnefronten Logistik A/S", country="DK"
    ),
    _firm("80.212.4.8/29", "Fjordblikk Laks AS", country="NO"),
    _firm("80.220.3.8/29", "Koivuharju Oy", "Koivuharju Oy", "Customer network", country="FI"),
    _ripe("83.0.5.8/29", "business", "Zaklady Metalowe Sloneczko", organisation="Zaklady Metalowe Sloneczko S.A."),
    _firm("85.0.4.8/29", "Alpensonne Uhren AG", country="CH"),
    _firm("62.46.3.8/29", "Donausonne Maschinenbau Ges.m.b.H.", country="AT"),
    _firm("84.104.10.8/29", "Zorggroep Zonnestraal", "Customer: Stichting Zorggroep Zonnestraal"),
    _firm(
        "84.104.11.8/29",
        "Drukkerij Zonneberg B.V.",
        "Assigned to: Drukkerij Zonneberg B.V.",
        netname="ZIGGO-CUST-12345",
    ),
    _firm("94.208.1.8/29", "Bouwbedrijf Zonneveld en Zn. B.V."),
    _ripe("91.64.3.8/29", "business", "Stadtbaeckerei Morgensonne", organisation="Stadtbaeckerei Morgensonne GmbH"),
    _firm("81.128.2.8/29", "Sunfield & Partners LLP", "Sunfield & Partners LLP", "Solicitors", country="GB"),
    _ripe(
        "80.128.2.0/24",
        "business",
        "Nordsonne Versicherung AG",
        organisation="Nordsonne Versicherung AG",
        status="ASSIGNED PI",
    ),
    _ripe("2003:e0:1::/48", "business", "Sonnhof Klinik GmbH", organisation="Sonnhof Klinik GmbH", status="ASSIGNED"),
    _ripe(
        "193.172.2.0/24",
        "business",
        "Zuidersonne Scheepsbouw",
        organisation="Zuidersonne Scheepsbouw B.V.",
        status="LEGACY",
    ),
    _firm("77.160.3.8/29", "Hotel De Zeespiegel"),
    _firm("77.160.4.8/29", "Tandartsenpraktijk Zeezicht B.V.", "TANDARTSENPRAKTIJK ZEEZICHT B.V."),
    _firm("77.160.5.8/29", "Handelsonderneming Zonneprins B.V.", "c/o Handelsonderneming Zonneprins B.V."),
    _firm("62.250.1.8/29", "Zonneveld ICT Solutions B.V."),
    _firm(
        "31.16.2.8/29",
        "Alba Werkzeuge GmbH & Co. KG (Alba Verwaltungs)",
        "Alba Verwaltungs GmbH trading as Alba Werkzeuge GmbH & Co. KG",
        country="DE",
    ),
    _firm("79.16.1.8/29", "Officine Meccaniche Sole S.r.l.", country="IT"),
    _firm("80.24.1.8/29", "Conservas Sol del Norte S.L.", country="ES"),
    _firm("88.159.1.8/29", "Cooperatie Zonneboer U.A."),
    _firm("217.166.3.8/29", "Zonneveld Advocaten N.V.", "Zonneveld Advocaten N.V.", "tav. systeembeheer"),
    _ripe(
        "62.250.2.8/29",
        "business",
        "Duinkade Vastgoed",
        organisation="Duinkade Vastgoed B.V.",
        descr=("Odido Business",),
    ),
    _firm("90.0.5.8/29", "Boulangerie Soleil d'Or SARL", country="FR"),
    _firm("81.240.5.8/29", "Transport Zonnewiel BVBA", "Transport Zonnewiel BVBA - Gent", country="BE"),
    _arin("73.1.2.8/29", "business", "Harbor Street Dental Group LLC", "Harbor Street Dental Group"),
    _arin("12.5.3.8/29", "business", "SUNFIELD MANUFACTURING CO", "Sunfield Manufacturing (Sunfield Manufacturing Co)"),
    _arin("96.80.1.8/29", "business", "Riverbend Lutheran Church", "Riverbend Lutheran Church"),
    _arin("70.160.1.8/29", "business", "Sunfield Regional Hospital", "Sunfield Regional Hospital", "government"),
    _arin("67.130.2.8/29", "business", "Bluebonnet Title Company", "Bluebonnet Title Company"),
    _apnic("1.120.3.8/29", "business", "Sunfield Orchards Pty Ltd", descr=("Sunfield Orchards Pty Ltd",), country="AU"),
    _apnic("60.32.3.8/29", "business", "Hinode Seisakusho", descr=("Hinode Seisakusho Co., Ltd.",), country="JP"),
    _apnic("122.160.3.8/29", "business", "Surya Textiles", descr=("M/s Surya Textiles Pvt Ltd",), country="IN"),
    _apnic(
        "117.102.70.8/29",
        "business",
        "PT Matahari Sejahtera",
        netname="BIZNET-PT-Matahari-Sejahtera",
        descr=("PT Matahari Sejahtera - Jakarta",),
        country="ID",
    ),
    _afrinic("41.90.2.0/28", "business", "Jua Motors Ltd", handle="ORG-JML1-AFRINIC", name="Jua Motors Ltd"),
)

PERSONS = (
    _ripe("86.83.20.8/29", "individual", None, *NOBODY, descr=("J. de Vries Timmerwerken",)),
    _ripe("86.83.21.8/29", "individual", None, *NOBODY, descr=("Jan Jansen",)),
    _ripe("80.128.20.8/29", "individual", organisation="Klaus Meier e.K.", country="DE"),
    _ripe("86.83.22.8/29", "individual", organisation="Zonneveld V.O.F."),
    _ripe("80.128.21.8/29", "individual", organisation="Schmidt & Meier GbR", country="DE"),
    _ripe("83.0.20.8/29", "individual", None, *NOBODY, descr=("FHU Kowalski Jan",), country="PL"),
    _ripe("95.24.1.8/29", "individual", None, *NOBODY, descr=("IP Ivanov Petr Sergeevich",), country="RU"),
    _ripe("79.16.20.8/29", "individual", None, *NOBODY, descr=("Rossi Mario Ditta Individuale",), country="IT"),
    _ripe("81.224.20.8/29", "individual", None, *NOBODY, descr=("Anna Svensson Enskild Firma",), country="SE"),
    _ripe("84.104.20.8/29", "individual", None, *NOBODY, descr=("Praktijk drs. M. van den Berg",)),
    _ripe("84.104.21.8/29", "individual", organisation="P. Bakker Beheer B.V."),
    _ripe("84.104.22.8/29", "individual", None, *NOBODY, descr=("Huisartsenpraktijk Jansen",)),
    _ripe("84.104.23.8/29", "individual", None, *NOBODY, descr=("Fotografie Lisa de Boer",)),
    _ripe("84.104.24.8/29", "individual", None, *NOBODY, descr=("Maatschap Notarissen Zeezicht",)),
    _ripe("84.104.25.8/29", "individual", None, *NOBODY, remarks=("Contact Piet de Boer, +31 6 12345678",)),
    _ripe("62.46.20.8/29", "individual", organisation="Tischlerei Huber e.U.", country="AT"),
    _ripe("90.0.20.8/29", "individual", None, *NOBODY, descr=("M. DUPONT JEAN",), country="FR"),
    _ripe("81.128.20.8/29", "individual", None, *NOBODY, descr=("Mr John Smith t/a Smith Roofing",), country="GB"),
    _arin("71.10.2.8/29", "individual", "Jane Roe", None, *NOBODY),
    _arin("24.24.3.8/29", "individual", "Private Customer", None, *NOBODY),
    _arin("12.5.20.8/29", "individual", "John Doe, Attorney at Law", None, *NOBODY),
    _arin("73.1.20.8/29", "individual", "DOE JOHN", None, *NOBODY),
)

OTHERS = (
    _ripe("86.83.0.0/16", "isp", netname="NL-KPN-DSL-POOL-7", descr=("KPN DSL customers",)),
    _ripe("80.128.0.0/11", "isp", netname="DTAG-DIAL25", descr=("Deutsche Telekom AG",), country="DE"),
    _ripe("81.128.0.0/20", "isp", None, "unknown", descr=("Business customers static",), country="GB"),
    _ripe("37.48.64.0/24", "hosting", netname="NL-ZV-VPS-CUSTOMERS"),
    _ripe("217.166.4.0/24", "hosting", organisation="Duinrack Datacenter B.V."),
    _ripe("217.166.5.0/24", "isp", organisation="SnelZon Glasvezel B.V."),
    _ripe("193.172.4.0/24", "government", descr=("Gemeente Zonnedorp",)),
    _ripe("193.172.5.0/29", "education", None, "government", *NOBODY, descr=("Basisschool De Zonnebloem",)),
    _ripe("91.64.20.0/24", "isp", None, "unknown", descr=("Betastrasse 10B", "85774 Sonnenstadt"), country="DE"),
    _ripe("62.250.20.8/29", "unknown", None, "isp", descr=("cust 20206-05901732.1",)),
    _ripe("90.0.64.0/20", "isp", netname="IP2000-ADSL-BAS", descr=("POP Montsoleil Bloc 3",), country="FR"),
    _ripe("81.128.64.0/24", "isp", None, "unknown", descr=("PROJECT ATLAS 2",), country="GB"),
    _ripe("217.166.64.0/18", "isp", None, "unknown", status="ALLOCATED PA", organisation="KPN B.V."),
    _ripe("217.166.8.0/22", "unknown", None, "isp", status="SUB-ALLOCATED PA", organisation="Duinwal Reseller B.V."),
    _ripe("2a02:a400::/48", "isp", None, "unknown", status="AGGREGATED-BY-LIR", descr=("customer /56",)),
    _ripe("80.212.64.0/24", "isp", None, "unknown", netname="NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK"),
    _ripe("193.172.8.0/24", "isp", None, "unknown", netname="DUIN-IX", descr=("Duin Internet Exchange peering LAN",)),
    _ripe("217.166.9.0/27", "vpn", None, "hosting", netname="ZV-VPN-EXIT-2"),
    _ripe("62.250.64.0/18", "mobile", None, "isp", netname="ODIDO-APN", descr=("GPRS/UMTS APN pool",)),
    _ripe("85.0.64.0/22", "isp", None, "unknown", netname="CGNAT-POOL-3", country="CH"),
    _ripe("62.250.30.8/29", "unknown", None, "isp", netname="CUST-8841"),
    Row(
        "94.208.30.8",
        {"errorCode": 404, "title": "Not found", "description": ["No such object"]},
        "isp",
        None,
        ("unknown",),
    ),
    Row("94.208.31.8", ["no object"], "isp", None, ("unknown",)),
    _ripe("88.159.30.0/24", "isp", None, "unknown", descr=("Zakelijk glasvezel klanten regio Noord",)),
    _ripe("80.24.30.0/24", "isp", None, "unknown", netname="ES-CLIENTES-EMPRESA", country="ES"),
    _ripe("79.16.64.0/24", "isp", None, "unknown", descr=("Interbusiness infrastructure",), country="IT"),
    _ripe(
        "81.224.64.0/24",
        "isp",
        None,
        "unknown",
        netname="SE-TELIA-HOUSEHOLDS",
        descr=("Residential LAN",),
        country="SE",
    ),
    _arin("8.10.4.0/29", "unknown", "Customer 1441", None, "isp"),
    _arin("38.90.1.0/24", "hosting", "Bluefield Hosting LLC"),
    _arin("67.130.20.8/29", "government", "City of Sunfield"),
    _arin("73.1.30.8/29", "isp", "Comcast Cable Communications, LLC", None, "unknown", handle="CCCH-3"),
    _arin("24.24.30.8/29", "isp", "Spectrum Business Static Pool", None, "unknown"),
    _apnic(
        "61.230.0.0/16",
        "isp",
        None,
        "unknown",
        netname="HINET-NET",
        descr=("Business Group",),
        remarks=("residential",),
    ),
    _apnic("203.45.2.0/24", "isp", None, "unknown", netname="TELSTRA-WHOLESALE-DSL", country="AU"),
    Row("200.57.140.9", lacnic("Soldecomputo Centro de Datos S.A. de C.V.", "200.57.140.9"), "hosting", None, NOBODY),
    _afrinic("196.200.1.0/24", "unknown"),
)

ROWS = FIRMS + PERSONS + OTHERS


def write_answers(folder: Path) -> None:
    """The rows as a folder of recorded answers with an index."""
    folder.mkdir(parents=True, exist_ok=True)
    index = []
    for number, row in enumerate(ROWS):
        name = f"{number:03}.json"
        (folder / name).write_text(json.dumps(row.answer))
        label = {"kind": row.kind, "company": row.company, "accept_kinds": [row.kind, *row.also]}
        index.append({"file": name, "ip": row.ip, "label": label})
    (folder / "index.json").write_text(json.dumps(index))
