"""Report behind the page of a tenant's privacy texts (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from consent.document_facts import read_facts
from consent.documents.facts import Facts, Kind
from consent.standing import Standing, TextKey
from consent.text_list import AcceptedAgreement, TextState, acceptances, text_states
from dashboard.privacy.fact_words import KIND_HINTS, KIND_WORDS
from enrichment.self_audit.report import AuditReport
from enrichment.self_audit.run import latest_reports


@dataclass(frozen=True, slots=True)
class TextCard:
    """One text in the list. `host` is the website's, "" for a text of the whole tenant."""

    key: TextKey
    words: str | Promise
    hint: str | Promise
    host: str
    standing: Standing
    version: int
    published_at: datetime | None
    changed: int


@dataclass(frozen=True, slots=True)
class PrivacyOverview:
    """Every text and where it stands, and who accepted the agreement that stands."""

    cards: tuple[TextCard, ...]
    accepted: AcceptedAgreement | None
    accepts_latest: bool
    missing: tuple[str, ...]
    audit: AuditReport | None

    @property
    def outdated(self) -> int:
        """How many texts no longer match the settings."""
        return sum(card.standing is Standing.OUTDATED for card in self.cards)


def privacy_overview(*, missing: tuple[str, ...]) -> PrivacyOverview:
    """The report on the tenant in scope; `missing` are the operator's settings that were not given."""
    facts = read_facts()
    states = text_states(facts)
    agreed = acceptances()
    agreement = next(state for state in states if state.key.kind is Kind.AGREEMENT)
    latest = agreement.published.id if agreement.published else None
    return PrivacyOverview(
        cards=tuple(text_card(state, facts) for state in states),
        accepted=agreed[0] if agreed else None,
        accepts_latest=bool(agreed) and agreed[0].text_id == latest,
        missing=missing,
        audit=next(iter(latest_reports(1)), None),
    )


def text_card(state: TextState, facts: Facts) -> TextCard:
    """A text as the list shows it."""
    site = facts.site(state.key.subject)
    return TextCard(
        key=state.key,
        words=KIND_WORDS[state.key.kind],
        hint=KIND_HINTS[state.key.kind],
        host=site.host if site else "",
        standing=state.standing,
        version=state.published.version if state.published else 0,
        published_at=state.published.published_at if state.published else None,
        changed=len(state.changes),
    )
