"""Report behind the page for visitors of one website: what happens, and what is held about this browser (edge)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from connectleads.tenancy.models import Purpose
from connectleads.tenancy.queries import site as find_site
from consent.document_facts import read_facts
from consent.documents.asked import asked_names
from consent.documents.facts import Facts, Kind, Language
from consent.platforms import PLATFORMS
from consent.queries import HeldReceipt, receipts_by_id
from consent.standing import TextKey
from consent.text_list import Published, published_at
from enrichment.queries import company_names
from tracking.visitor_record import HeldVisit, visits_of


@dataclass(frozen=True, slots=True)
class Explained:
    """What the page explains: the website, who is responsible, for how long what is kept, and who else is asked."""

    key: str
    host: str
    category: str
    facts: Facts
    asked: str


@dataclass(frozen=True, slots=True)
class HeldProof:
    """A proof of consent, and the version of the cookie policy in force when it was given."""

    receipt: HeldReceipt
    text: Published | None

    @property
    def platform(self) -> str:
        """The banner's product, as it is called."""
        known = PLATFORMS.get(self.receipt.platform)
        return known.label if known else self.receipt.platform


@dataclass(frozen=True, slots=True)
class Held:
    """What is held about one browser; `names` are the organisations recognised in its visits."""

    visits: tuple[HeldVisit, ...]
    names: Mapping[UUID, str]
    proofs: tuple[HeldProof, ...]

    @property
    def rows(self) -> tuple[tuple[HeldVisit, str], ...]:
        """Each visit with the name of its organisation, or ""."""
        return tuple((visit, self.names.get(visit.company_id, "") if visit.company_id else "") for visit in self.visits)

    @property
    def pages(self) -> int:
        """How many pages."""
        return sum(len(visit.pages) for visit in self.visits)


def explained(site_id: UUID, language: Language) -> Explained | None:
    """What is to be said about a website of the tenant in scope."""
    site = find_site(site_id)
    if site is None:
        return None
    facts = read_facts()
    return Explained(
        key=site.key,
        host=site.name if site.name in site.hosts or not site.hosts else site.hosts[0],
        category=str(Purpose(site.purpose).label),
        facts=facts,
        asked=", ".join(asked_names(facts, language)),
    )


def held_about(site_id: UUID, key: str, visitor_hash: bytes) -> Held:
    """What the tenant in scope holds about that browser on that website."""
    visits = visits_of(site_id, visitor_hash)
    receipts = receipts_by_id({visit.receipt_id for visit in visits})
    policy = TextKey(Kind.COOKIE_POLICY, key)
    return Held(
        visits=visits,
        names=company_names({visit.company_id for visit in visits if visit.company_id}),
        proofs=tuple(HeldProof(receipt, published_at(policy, receipt.choice_at)) for receipt in receipts),
    )


def as_data(shown: Explained, held: Held, *, now: datetime) -> dict[str, Any]:
    """The same for a program (GDPR art. 20(1): structured, commonly used, machine-readable)."""
    return {
        "website": shown.host,
        "controller": shown.facts.controller_name,
        "provider": shown.facts.provider_name,
        "made_at": now,
        "visits": [_visit(visit, name) for visit, name in held.rows],
        "receipts": [
            {**asdict(proof.receipt), "cookie_policy_version": proof.text.version if proof.text else None}
            for proof in held.proofs
        ],
    }


def _visit(visit: HeldVisit, name: str) -> dict[str, Any]:
    data = asdict(visit)
    data.pop("company_id")
    return {"organisation": name or None, **data}
