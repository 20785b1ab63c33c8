"""Every document by its kind: how it is made, and which facts it depends on (pure).

A fact that is listed changes the text and a fact that is not listed does not: tests/consent/documents/ changes each in
turn. So a published text is known to be outdated by its facts alone.
"""

import dataclasses
import hashlib
from collections.abc import Callable, Mapping

import msgspec

from consent.documents.agreement import agreement
from consent.documents.checklist import checklist
from consent.documents.cookie_policy import cookie_policy
from consent.documents.document import Document
from consent.documents.facts import Facts, Kind, Language, SiteFacts
from consent.documents.impact_scan import impact_scan
from consent.documents.measures import measures
from consent.documents.privacy_statement import privacy_statement
from consent.documents.register import register
from consent.documents.roles import roles

FactValue = str | int | bool
NamedFacts = Mapping[str, FactValue]

_OF_TENANT: Mapping[Kind, Callable[[Facts, Language], Document]] = {
    Kind.PRIVACY_STATEMENT: privacy_statement,
    Kind.CHECKLIST: checklist,
    Kind.ROLES: roles,
    Kind.AGREEMENT: agreement,
    Kind.REGISTER: register,
    Kind.IMPACT_SCAN: impact_scan,
    Kind.MEASURES: measures,
}
_PROVIDER = {"provider_name", "provider_address", "provider_contact"}
_CONTROLLER = {"controller_name", "controller_address", "controller_contact"}
_KEPT = {"page_views_days", "visits_days", "leads_days", "receipts_days", "requests_days"}
_SHOWN = {"shows_education", "shows_government"}
_SUBS = {"sub_processors", "registries", "reverse_dns"}
_PAGES = {"product_url", "site.key"}
DEPENDS_ON: Mapping[Kind, frozenset[str]] = {
    Kind.COOKIE_POLICY: frozenset(
        {
            "provider_name",
            "provider_address",
            "product_url",
            "collector_host",
            "controller_recipients",
            "page_views_days",
            "visits_days",
        }
        | _SUBS
        | {f"site.{name}" for name in ("key", "host", "platform_label", "own_banner", "purpose", "max_age_days")}
        | {"site.honours_dnt", "site.hash_routes"}
    ),
    Kind.PRIVACY_STATEMENT: frozenset(
        {"provider_name", "controller_contact", "controller_officer", "controller_recipients"}
        | _KEPT
        | _SHOWN
        | _SUBS
        | _PAGES
        | {"site.host", "site.platform_label", "site.purpose", "site.max_age_days"}
    ),
    Kind.CHECKLIST: frozenset(
        {"provider_name", "controller_officer", "controller_recipients"} | _CONTROLLER | _KEPT | _SHOWN | _SUBS | _PAGES
    ),
    Kind.ROLES: frozenset({"provider_name", "controller_name"}),
    Kind.AGREEMENT: frozenset(
        _PROVIDER
        | _CONTROLLER
        | _KEPT
        | {"audit_days", "gate_version"}
        | _SHOWN
        | _SUBS
        | {
            f"site.{name}"
            for name in ("host", "platform_label", "purpose", "max_age_days", "honours_dnt", "hash_routes")
        }
    ),
    Kind.REGISTER: frozenset(
        _PROVIDER
        | _CONTROLLER
        | _KEPT
        | {"audit_days", "gate_version", "controller_officer", "controller_recipients"}
        | _SHOWN
        | _SUBS
        | {"site.host"}
    ),
    Kind.IMPACT_SCAN: frozenset(
        {"page_views_days", "visits_days", "receipts_days", "gate_version", "controller_name", "controller_officer"}
        | {"site.host", "site.purpose", "site.purpose_reason"}
    ),
    Kind.MEASURES: frozenset({"provider_name", "provider_contact", "gate_version", "audit_days"} | _KEPT),
}


class NoSuchSite(Exception):
    """A text of a website was asked for that is not an active one of the tenant; holds its key."""


def is_of_site(kind: Kind) -> bool:
    """Whether there is one such text for each website; of the others there is one for the tenant."""
    return kind is Kind.COOKIE_POLICY


def make(kind: Kind, facts: Facts, language: Language, *, site_key: str = "") -> Document:
    """The document as the facts are now. Raises NoSuchSite for a text of a website that is not active."""
    if not is_of_site(kind):
        return _OF_TENANT[kind](facts, language)
    site = facts.site(site_key)
    if site is None:
        raise NoSuchSite(site_key)
    return cookie_policy(facts, site, language)


def facts_of(kind: Kind, facts: Facts, *, site_key: str = "") -> NamedFacts:
    """The facts that the text depends on, by name; those of websites carry their host. Values that JSON can hold."""
    wanted = DEPENDS_ON[kind]
    named: dict[str, FactValue] = {}
    for field in dataclasses.fields(facts):
        if field.name in wanted:
            named[field.name] = _plain(getattr(facts, field.name))
    for site in facts.sites:
        if not is_of_site(kind) or site.key == site_key:
            named |= _of_site(site, wanted)
    return named


def fingerprint(named: NamedFacts) -> bytes:
    """32 bytes that differ when any of these facts does."""
    return hashlib.sha256(msgspec.json.encode(sorted(named.items()))).digest()


def _of_site(site: SiteFacts, wanted: frozenset[str]) -> dict[str, FactValue]:
    names = (field.name for field in dataclasses.fields(site))
    return {f"{site.key}.{name}": _plain(getattr(site, name)) for name in names if f"site.{name}" in wanted}


def _plain(value: object) -> FactValue:
    if isinstance(value, str | int):
        return value
    if value is None:
        return ""
    assert isinstance(value, tuple)
    return "\n".join(map(_line, value)) or "-"


def _line(one: object) -> str:
    return one if isinstance(one, str) else "; ".join(filter(None, dataclasses.astuple(one)))  # type: ignore[call-overload]
