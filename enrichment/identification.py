"""Identifies addresses with the installation's network database; an edge over the pure verdict."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from enrichment.asn_database import Address, AsnDatabase, shipped_database
from enrichment.network_finding import NetworkFinding
from enrichment.verdict import Verdict, judge, located

VERDICTS_KEPT = 65_536

# One judgement per holder, not per network: the network itself is only named in the evidence.
_judge = lru_cache(maxsize=VERDICTS_KEPT)(judge)


def identify(address: str | Address) -> tuple[NetworkFinding, Verdict]:
    """Network and verdict of an address, from the installation's database; BadAddressError for what is none."""
    return identify_in(installed_database(), address)


def identify_in(database: AsnDatabase, address: str | Address) -> tuple[NetworkFinding, Verdict]:
    """The same in a given database."""
    finding = database.lookup(address)
    holder = replace(finding, network=None)
    return finding, located(_judge(holder), finding.network)


@lru_cache(maxsize=1)
def installed_database() -> AsnDatabase:
    """The process's one open database: settings.ASN_DATABASE, or the shipped one unpacked into VAR_DIR."""
    configured = settings.ASN_DATABASE
    return AsnDatabase(Path(configured) if configured else shipped_database(Path(settings.VAR_DIR)))
