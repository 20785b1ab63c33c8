"""Facts of an invented installation, tenant and website, with nothing missing."""

from consent.documents.facts import Facts, SiteFacts, SubProcessor

SITE = SiteFacts(
    key="abcdefgh23456789",
    host="www.vorstkade.example",
    platform_label="Cookiebot",
    own_banner=False,
    purpose="marketing",
    purpose_reason="",
    max_age_days=180,
    honours_dnt=False,
    hash_routes=False,
)
FACTS = Facts(
    provider_name="Dienstverlener B.V.",
    provider_address="Kade 1, 1234 AB Dorp",
    provider_contact="privacy@dienstverlener.example",
    product_url="https://leads.example",
    collector_host="hits.example",
    sub_processors=(SubProcessor(name="Datacentrum B.V.", service="servers", country="Nederland"),),
    controller_name="Vorstkade B.V.",
    controller_address="Laan 2, 2345 BC Stad",
    controller_contact="avg@vorstkade.example",
    controller_officer="F. Gegevens",
    controller_recipients="HubSpot",
    page_views_days=91,
    visits_days=392,
    leads_days=733,
    receipts_days=1824,
    requests_days=1826,
    audit_days=735,
    shows_education=False,
    shows_government=False,
    gate_version=2,
    registries=("ripe",),
    reverse_dns=False,
    sites=(SITE,),
)
