"""Mails owners when a published text no longer matches the settings, once for each state of the facts (edge)."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import translation

from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.models import MemberRole, Membership, Tenant
from connectleads.tenancy.scope import tenant_scope
from consent.document_facts import read_facts
from consent.documents.facts import Facts
from consent.documents.kinds import facts_of, fingerprint
from consent.models import TextNotice
from consent.text_list import TextState, outdated, text_states


def notice_outdated(tenant_id: UUID, *, now: datetime) -> int:
    """Mail a tenant's owners about texts that became untrue and were not told of yet; how many texts.

    The mails go out before the transaction ends: when the server does not take them, nothing is noted and the next
    time tries again.
    """
    with tenant_scope(tenant_id), translation.override(settings.LANGUAGE_CODE):
        facts = read_facts()
        news = [state for state in outdated(text_states(facts)) if _is_news(state, facts, now)]
        if news:
            _mail(Tenant.objects.get(id=tenant_id), len(news))
        return len(news)


def _is_news(state: TextState, facts: Facts, now: datetime) -> bool:
    """Whether this state of the facts was not told of before; from now on it was."""
    named = facts_of(state.key.kind, facts, site_key=state.key.subject)
    _, is_new = TextNotice.objects.get_or_create(
        kind=state.key.kind.value,
        subject=state.key.subject,
        fingerprint=fingerprint(named),
        defaults={"noticed_at": now},
    )
    return is_new


def _mail(tenant: Tenant, count: int) -> None:
    owners = Membership.objects.filter(role=MemberRole.OWNER, user__is_active=True).order_by("created_at")
    for address in owners.values_list("user__email", flat=True):
        send_designed_mail("outdated_texts", address, {"tenant": tenant.name, "slug": tenant.slug, "count": count})
