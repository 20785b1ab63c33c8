"""The only writer of published texts, acceptances and what a tenant says about itself (edge)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction
from django.db.models import Max

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, Site
from consent.documents.facts import Facts, Kind, Language
from consent.documents.kinds import facts_of, fingerprint, make
from consent.models import Acceptance, PrivacyProfile, PublishedText
from consent.standing import TextKey

PROFILE_FIELDS = ("legal_name", "address", "contact", "officer", "recipients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who accepts for the tenant: a member, the name and the position that were typed."""

    member_id: int
    email: str
    name: str
    position: str


def publish(key: TextKey, facts: Facts, *, by: Actor, at: datetime) -> PublishedText:
    """Keep the text as the facts make it now, under the next version. Raises NoSuchSite for an inactive website."""
    named = facts_of(key.kind, facts, site_key=key.subject)
    documents = {
        language.value: msgspec.to_builtins(make(key.kind, facts, language, site_key=key.subject))
        for language in Language
    }
    earlier = PublishedText.objects.filter(kind=key.kind, subject=key.subject)
    text: PublishedText = PublishedText.objects.create(
        kind=key.kind,
        subject=key.subject,
        version=(earlier.aggregate(last=Max("version"))["last"] or 0) + 1,
        facts=dict(named),
        fingerprint=fingerprint(named),
        documents=documents,
        settings_versions=dict(Site.objects.filter(is_active=True).values_list("key", "policy_version")),
        gate_version=facts.gate_version,
        published_at=at,
        published_by=by.name,
    )
    record(AuditAction.TEXT_PUBLISHED, by, about=key.kind.value, details={"version": text.version})
    return text


def accept_agreement(text_id: UUID, signatory: Signatory, *, by: Actor, at: datetime) -> bool:
    """Note that a version of the agreement was accepted; False when there is no such text or it was accepted before."""
    text = PublishedText.objects.filter(id=text_id, kind=Kind.AGREEMENT).first()
    if text is None:
        return False
    try:
        with transaction.atomic():
            Acceptance.objects.create(
                text_id=text.id,
                version=text.version,
                accepted_at=at,
                member_id=signatory.member_id,
                email=signatory.email,
                name=signatory.name,
                position=signatory.position,
            )
    except IntegrityError:
        return False
    details = {"version": text.version, "name": signatory.name, "position": signatory.position}
    record(AuditAction.AGREEMENT_ACCEPTED, by, details=details)
    return True


def save_profile(values: Mapping[str, str], *, by: Actor) -> None:
    """Keep what the tenant says about itself; only PROFILE_FIELDS count."""
    wanted = {name: " ".join(values[name].split()) for name in PROFILE_FIELDS if name in values}
    PrivacyProfile.objects.update_or_create(singleton=True, defaults=wanted)
    record(AuditAction.PRIVACY_PROFILE_CHANGED, by, about=", ".join(sorted(wanted)))


def document_digest(text: PublishedText) -> str:
    """SHA-256 of a published text in hexadecimal, by which a copy of it can be recognised."""
    return hashlib.sha256(msgspec.json.encode(text.documents, order="deterministic")).hexdigest()
