"""What stands published in the tenant in scope, and how it compares with the facts of now (edge: it reads)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from consent.documents.document import Document
from consent.documents.facts import Facts, Kind, Language
from consent.documents.kinds import NamedFacts, facts_of, is_of_site
from consent.models import Acceptance, PrivacyProfile, PublishedText
from consent.standing import Change, Standing, TextKey, changes, standing


@dataclass(frozen=True, slots=True)
class Profile:
    """What the tenant in scope says about itself; empty where it said nothing."""

    legal_name: str = ""
    address: str = ""
    contact: str = ""
    officer: str = ""
    recipients: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A published version, without its text."""

    id: UUID
    key: TextKey
    version: int
    facts: NamedFacts
    published_at: datetime
    published_by: str
    gate_version: int


@dataclass(frozen=True, slots=True)
class TextState:
    """A text of the tenant: what stands published, if anything, and what changed since."""

    key: TextKey
    standing: Standing
    published: Published | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class AcceptedAgreement:
    """Who accepted which version of the agreement, and when."""

    text_id: UUID
    version: int
    accepted_at: datetime
    name: str
    position: str
    email: str


def profile() -> Profile:
    """What the tenant in scope says about itself."""
    row = PrivacyProfile.objects.first()
    return Profile(row.legal_name, row.address, row.contact, row.officer, row.recipients) if row else Profile()


def text_keys(facts: Facts) -> tuple[TextKey, ...]:
    """Every text that the tenant can publish: one for each website, then those of the tenant."""
    of_sites = (TextKey(kind, site.key) for kind in Kind if is_of_site(kind) for site in facts.sites)
    return (*of_sites, *(TextKey(kind) for kind in Kind if not is_of_site(kind)))


def text_states(facts: Facts) -> tuple[TextState, ...]:
    """Where each text stands."""
    latest = _latest()
    return tuple(_state(key, latest.get(key), facts) for key in text_keys(facts))


def text_state(key: TextKey, facts: Facts) -> TextState:
    """Where one text stands."""
    return _state(key, _latest().get(key), facts)


def published_document(text_id: UUID, language: Language) -> Document | None:
    """A published text in one language, or None when there is no such text in the tenant in scope."""
    row = PublishedText.objects.filter(id=text_id).first()
    return msgspec.convert(row.documents[language.value], Document) if row else None


def published_versions(key: TextKey) -> list[Published]:
    """Every version of a text, newest first."""
    return [_published(row) for row in _rows().filter(kind=key.kind, subject=key.subject).order_by("-version")]


def published_at(key: TextKey, moment: datetime) -> Published | None:
    """The version in force at a moment: the one that a receipt of that moment refers to."""
    rows = _rows().filter(kind=key.kind, subject=key.subject, published_at__lte=moment).order_by("-version")
    row = rows.first()
    return _published(row) if row else None


def acceptances() -> list[AcceptedAgreement]:
    """Who accepted the agreement, newest first."""
    return [
        AcceptedAgreement(row.text_id, row.version, row.accepted_at, row.name, row.position, row.email)
        for row in Acceptance.objects.order_by("-version")
    ]


def _rows() -> QuerySet[PublishedText]:
    rows: QuerySet[PublishedText] = PublishedText.objects.defer("documents")
    return rows


def _latest() -> dict[TextKey, Published]:
    """The newest version of each text."""
    found: dict[TextKey, Published] = {}
    for row in _rows().order_by("kind", "subject", "version"):
        published = _published(row)
        found[published.key] = published
    return found


def _published(row: PublishedText) -> Published:
    return Published(
        id=row.id,
        key=TextKey(Kind(row.kind), row.subject),
        version=row.version,
        facts=row.facts,
        published_at=row.published_at,
        published_by=row.published_by,
        gate_version=row.gate_version,
    )


def _state(key: TextKey, published: Published | None, facts: Facts) -> TextState:
    now = facts_of(key.kind, facts, site_key=key.subject)
    before = published.facts if published else None
    return TextState(key, standing(before, now), published, changes(before, now) if before is not None else ())


def outdated(states: Iterable[TextState]) -> tuple[TextState, ...]:
    """Those that no longer match their facts."""
    return tuple(state for state in states if state.standing is Standing.OUTDATED)
