"""Report behind the page of one privacy text: as it would be now, as it stands, and what changed (edge: it reads)."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from consent.document_facts import read_facts
from consent.documents.document import Document
from consent.documents.facts import Facts, Kind, Language
from consent.documents.kinds import NoSuchSite, is_of_site, make
from consent.documents.render_html import to_html
from consent.standing import Change, Standing, TextKey
from consent.text_list import (
    AcceptedAgreement,
    Published,
    acceptances,
    published_document,
    published_versions,
    text_state,
)
from dashboard.privacy.fact_words import fact_words, value_words
from dashboard.privacy.overview import TextCard, text_card


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A line of what changed: its name, the website it is about, and its values in words."""

    name: str
    host: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A text with its history. `standing_body` is the published text beside `body`, only when they differ."""

    card: TextCard
    document: Document
    body: SafeString
    standing_body: SafeString | None
    changes: tuple[ChangedFact, ...]
    versions: tuple[Published, ...]
    accepted: tuple[AcceptedAgreement, ...]

    @property
    def is_outdated(self) -> bool:
        """Whether what stands published no longer matches the settings."""
        return self.card.standing is Standing.OUTDATED

    @property
    def is_agreement(self) -> bool:
        """Whether this text can be accepted."""
        return self.card.key.kind is Kind.AGREEMENT

    @property
    def latest(self) -> Published | None:
        """The version in force."""
        return self.versions[0] if self.versions else None

    @property
    def is_accepted(self) -> bool:
        """Whether the version in force was accepted."""
        return self.latest is not None and any(one.text_id == self.latest.id for one in self.accepted)


def page_language() -> Language:
    """The language of the page, which is that of the documents on it."""
    return Language.ENGLISH if (get_language() or "").startswith("en") else Language.DUTCH


def text_key(kind: str, subject: str) -> TextKey | None:
    """The text that an address names; None when there is no such kind, or it needs a website and has none."""
    if kind not in set(Kind) or is_of_site(Kind(kind)) != bool(subject):
        return None
    return TextKey(Kind(kind), subject)


def text_page(key: TextKey) -> TextPage | None:
    """The report on a text of the tenant in scope, or None when it is of a website that is not active."""
    facts, language = read_facts(), page_language()
    try:
        document = make(key.kind, facts, language, site_key=key.subject)
    except NoSuchSite:
        return None
    state = text_state(key, facts)
    standing = None
    if state.published and state.standing is Standing.OUTDATED:
        standing = published_document(state.published.id, language)
    return TextPage(
        card=text_card(state, facts),
        document=document,
        body=body_of(document),
        standing_body=body_of(standing) if standing else None,
        changes=tuple(_changed(change, facts) for change in state.changes),
        versions=tuple(published_versions(key)),
        accepted=tuple(acceptances()) if key.kind is Kind.AGREEMENT else (),
    )


def body_of(document: Document) -> SafeString:
    """The document's sections as HTML; the renderer escapes every text."""
    return mark_safe(to_html(document, level=3))  # noqa: S308


def _changed(change: Change, facts: Facts) -> ChangedFact:
    site = facts.site(change.subject)
    return ChangedFact(
        name=fact_words(change.name),
        host=site.host if site else change.subject,
        before=value_words(change.name, change.before),
        now=value_words(change.name, change.now),
    )
