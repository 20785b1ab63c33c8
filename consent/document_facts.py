"""Reads what documents are made from: the installation's settings, the tenant in scope, and its websites (edge)."""

from urllib.parse import urlsplit

from django.conf import settings

from connectleads.tenancy.models import Site, Tenant
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import current_tenant_id
from connectleads.tenancy.tenant_settings import chosen_lifetimes
from consent.decision import GATE_VERSION
from consent.documents.facts import Facts, SiteFacts, SubProcessor
from consent.models import PrivacyProfile
from consent.platforms import PLATFORMS

OWN_BANNER = "connectleads"


def read_facts() -> Facts:
    """The facts of the tenant in scope at this moment."""
    tenant = Tenant.objects.get(id=current_tenant_id())
    profile = PrivacyProfile.objects.first() or PrivacyProfile()
    kept = chosen_lifetimes(settings.RETENTION_CEILINGS).days
    operator = settings.OPERATOR
    return Facts(
        provider_name=operator.name,
        provider_address=operator.address,
        provider_contact=operator.contact,
        product_url=settings.PUBLIC_URL,
        collector_host=urlsplit(settings.COLLECTOR_URL).netloc,
        sub_processors=_sub_processors(),
        controller_name=profile.legal_name or tenant.name,
        controller_address=profile.address,
        controller_contact=profile.contact,
        controller_officer=profile.officer,
        controller_recipients=profile.recipients,
        page_views_days=kept[RetentionKind.PAGE_VIEWS],
        visits_days=kept[RetentionKind.VISITS],
        leads_days=kept[RetentionKind.LEADS],
        receipts_days=kept[RetentionKind.RECEIPTS],
        requests_days=kept[RetentionKind.REQUESTS],
        audit_days=kept[RetentionKind.AUDIT],
        shows_education=tenant.shows_education,
        shows_government=tenant.shows_government,
        gate_version=GATE_VERSION,
        registries=tuple(sorted(settings.REGISTRIES)),
        reverse_dns=bool(settings.REVERSE_DNS),
        sites=tuple(_site(site) for site in Site.objects.filter(is_active=True).order_by("key")),
    )


def _sub_processors() -> tuple[SubProcessor, ...] | None:
    engaged = settings.OPERATOR.engaged
    if engaged is None:
        return None
    return tuple(
        SubProcessor(name=one.name, service=one.service, country=one.country, safeguard=one.safeguard)
        for one in engaged
    )


def _site(site: Site) -> SiteFacts:
    platform = PLATFORMS.get(site.platform)
    return SiteFacts(
        key=site.key,
        host=site.name if site.name in site.hosts or not site.hosts else site.hosts[0],
        platform_label=platform.label if platform else site.platform,
        own_banner=site.platform == OWN_BANNER,
        purpose=site.purpose,
        purpose_reason=site.purpose_reason,
        max_age_days=site.max_age_days,
        honours_dnt=site.honours_dnt,
        hash_routes=site.hash_routes,
    )
